//! The HTTP API of MIMC, Xiaomi's instant messaging cloud, as types: for clients, for the application's own
//! server, and for a stand-in for MIMC in tests. No I/O: requests and answers are values of the [`http`] crate,
//! and travel by whatever client or server you have.
//!
//! An endpoint is a struct, its input, and a few facts about it ([`Endpoint`]): method, path, where credentials
//! and input travel, what is answered. Four functions turn any endpoint into HTTP and back:
//!
//! | | request | answer |
//! | --- | --- | --- |
//! | client | [`client::request`] writes it | [`client::reply`] reads it |
//! | server | [`server::request`] reads it | [`server::reply`] and [`server::error`] write it |
//!
//! ```
//! use mimc_api::topic::{CreateTopic, Member, Topic, TopicInfo};
//! use mimc_api::{Account, AppId, Base, Credentials, Token, TopicId, Uuid, client, server};
//!
//! // The client creates a group with one other member.
//! let credentials = Credentials::from(Token::new("FQw1yQZ/QDI9")?);
//! let create = CreateTopic::new("hikers", vec![Account::new("bo")]);
//! let request = client::request(&Base::mimc(), &credentials, &AppId::new(1), &create)?;
//! assert_eq!(request.body(), br#"{"topicName":"hikers","accounts":"bo"}"#);
//!
//! // The server reads it and answers.
//! let incoming = server::request::<CreateTopic>(&request)?;
//! assert_eq!(incoming.input, create);
//! let info = TopicInfo::new(TopicId::new(7), Uuid::new(8), Account::new("ada"), "hikers");
//! let topic = Topic::new(info, vec![Member::new(Uuid::new(8), Account::new("ada"))]);
//! let response = server::reply::<CreateTopic>(&topic);
//!
//! // The client reads the answer.
//! let answer = client::reply::<CreateTopic>(&response)?;
//! assert_eq!(answer.data, topic);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where to look
//!
//! * The endpoints, each in the module of its kind: [`token`], [`push`], [`topic`], [`history`],
//!   [`message_extra`], [`contact`], [`blacklist`], [`topic_blacklist`], [`unlimited`]. All of them as data:
//!   [`endpoints`].
//! * Who asks: [`Credentials`]. Where the server is: [`Base`].
//! * What is pushed: [`Content`]. What comes back: [`Payload`], undecoded until asked for.
//! * Any span of history as legal requests, and pages put together: [`history::Plan`], [`history::Timeline`].
//! * Messages that MIMC posts to your server: [`callback`].
//! * The token for a user's client, byte for byte: [`token::pass_on`].
//!
//! # Principles
//!
//! **Lenient in, canonical out, and say so.** What real clients and the real server write is read, in every form
//! that anybody has seen; what is odd about it is a [`Note`], with its place. `strict` on an [`Answer`], an
//! [`Incoming`] request or a [callback](callback::Unverified) refuses those that are deviations. What has two
//! meanings is refused: members that stand twice, a broken escape, an id that is no integer.
//!
//! **`code` decides.** 200 is success, whatever `message` and the HTTP status say. Anything else is
//! [`ReplyError::Api`] with the code as it came: no list of codes exists. A body that is no answer of MIMC at all,
//! such as a proxy's page, is [`ReplyError::NotAnAnswer`].
//!
//! **Nothing changes its meaning on the way.** An account with a comma would be two in a list, one with a line
//! end another header: a request that has one is not written, see [`account::fault`]. Ids are numbers of their
//! own types over all 64 bits, written as strings. Paths and queries are percent-encoded; an account that is not
//! ASCII travels in a header as base64 with `appAccountEncode`.
//!
//! **Secrets do not show.** See [`Secret`]: no debug output, no error and no header's debug output has one, and
//! they are overwritten when dropped. The body of a request that carries one, as MIMC wants it for tokens and
//! pushes, is yours to guard.
//!
//! # Sources
//!
//! "The manual" is Xiaomi's operation manual of 2018-02-03. "EVIDENCE" is docs/evidence.md in the repository: what
//! real clients and the real server put on the wire. [`Endpoint::KNOWN`] says how well an endpoint is known.
//!
//! # Features
//!
//! `verify`: [`callback::Verifier`](callback), which needs AES and MD5. `schemars`: the JSON Schema of every input and
//! answer.

#![forbid(unsafe_code)]

/// The example of the README, compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub mod account;
mod answer;
mod auth;
mod base;
pub mod blacklist;
pub mod callback;
mod check;
pub mod client;
pub mod contact;
mod content;
mod credentials;
pub mod diagnose;
mod endpoint;
pub mod endpoints;
pub mod history;
mod ids;
mod invalid;
mod json;
pub mod message_extra;
mod note;
mod pairs;
mod path;
mod payload;
pub mod push;
mod query;
#[cfg(feature = "schemars")]
pub mod schema;
mod secret;
pub mod server;
pub mod token;
pub mod topic;
pub mod topic_blacklist;
pub mod unlimited;
mod wire;
mod word;

pub use {http, mimc_msg};

pub use crate::account::Account;
pub use crate::answer::{Answer, ApiError, Kept, ReplyError};
pub use crate::auth::CredentialsFault;
pub use crate::base::{Base, InvalidBase};
pub use crate::check::Check;
pub use crate::client::RequestError;
pub use crate::content::{Content, ContentError};
pub use crate::credentials::{AppCredentials, AppKey, Auth, Credentials, InvalidAppKey};
pub use crate::endpoint::{Endpoint, Input, Known, Reply};
pub use crate::ids::{AppId, InvalidId, PacketId, PeerId, Sequence, TopicId, Uuid};
pub use crate::invalid::Invalid;
pub use crate::json::Malformed;
pub use crate::note::{Note, Noted, Notes};
pub use crate::path::Ids;
pub use crate::payload::Payload;
pub use crate::secret::{AppSecret, Authentication, InvalidSecret, Secret, SecurityKey, Token, of};
pub use crate::server::{Incoming, Rejection};
pub use crate::word::OtherWord;
