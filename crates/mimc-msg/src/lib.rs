//! Reads, tells apart, keeps and writes every form of MIMC message.
//!
//! MIMC is Xiaomi's instant messaging cloud. Applications send each other small JSON envelopes through
//! it; MIMC never looks inside, so every SDK and demo writes its own variant: the type in `msgType`, in
//! `type`, as a number, or beside the message; the time as text or number; the body plain or base64.
//! This crate has one decoder for the eleven official dialects, which says which one it read and what was
//! odd, loses nothing, and can write each of them:
//!
//! ```
//! use mimc_msg::{Body, Codec, Dialect, Encoder};
//!
//! // From the Android demo: no type inside, it travelled beside the message as `bizType`.
//! let bytes = br#"{"version":0,"msgId":"a1B2c-1","timestamp":1545379200000,"payload":"aGk="}"#;
//! let decoded = Codec::new().biz_type("TEXT").decode(bytes)?;
//! assert_eq!(decoded.dialect, Some(Dialect::ANDROID_A2));
//! assert_eq!(decoded.envelope.body, Body::text("hi"));
//!
//! // To a reader of the manual.
//! let encoded = Encoder::new(Dialect::MANUAL_V1).encode(&decoded.envelope)?;
//! assert_eq!(
//!     encoded.bytes,
//!     br#"{"version":0,"msgId":"a1B2c-1","msgType":"TEXT","timestamp":"1545379200000","payload":"hi"}"#,
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where to look
//!
//! * Reading: [`decode`], or a [`Codec`] with options; the outcome is [`Decoded`] or a [`DecodeError`].
//!   A text that is no envelope: [`Codec::read`]. A message in base64, as in a history answer:
//!   [`Codec::decode_base64`]. What stays readable after an error: [`RawEnvelope`].
//! * Why a message is of its dialect: [`Codec::evidence`].
//! * Everything that is wrong or odd at once, for people: [`Codec::diagnose`].
//! * Limits against hostile texts: [`Limits`], for a [`Codec`] and for every other reader.
//! * The message: [`Envelope`], its [`Kind`], its [`Body`].
//! * Writing: [`encode`], or an [`Encoder`] for a [`Dialect`].
//! * Answers to a message: [`Envelope::pong`], [`Envelope::recall`], [`Envelope::read`],
//!   [`Envelope::friend_response`].
//! * serde: an [`Envelope`] can stand inside types of your own, through serde_json.
//!
//! # Principles
//!
//! What is not understood is a value ([`Body::Other`], [`Extra`]), never an error and never lost. What is
//! malformed is an error that names the member and the byte, and prints nothing of the message. Lenient
//! decoding reads what has only one meaning and reports each [`Deviation`]; [`Codec::strict`] refuses it.
//! What several dialects read differently is reported as ambiguous and left untouched; a pin
//! ([`Codec::dialect`]) settles it.

#![forbid(unsafe_code)]

/// The example of the README, compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod base64;
mod body;
mod cesu8;
mod decode;
mod diagnose;
mod dialect;
mod encode;
mod envelope;
mod error;
mod evidence;
mod extra;
mod flags;
mod id;
mod json;
mod kind;
mod limits;
mod raw_envelope;
mod reply;
mod report;
mod serde_impl;
mod size;
mod timestamp;

pub use crate::base64::{Base64Forms, InvalidBase64};
pub use crate::body::{Body, Payload, Receipt};
pub use crate::cesu8::cesu8_to_text;
pub use crate::decode::{Codec, Decoded, Foreign, ForeignForm, Header, Message, Scratch, decode};
pub use crate::diagnose::{
    Diagnosis, Finding, Help, Inside, Layer, LayerForm, Outline, Part, PartForm, Problem, Remark,
    Remarks, Severity, nearest_member,
};
pub use crate::dialect::{Dialect, Dialects, UnknownDialect};
pub use crate::encode::{Beside, EncodeError, Encoded, Encoder, Loss, Losses, encode};
pub use crate::envelope::Envelope;
pub use crate::error::{DecodeError, Place, Reason};
pub use crate::evidence::{Answer, Confidence, Evidence, Objection, Question, RuledOut};
pub use crate::extra::Extra;
pub use crate::flags::{Flag, Flags};
pub use crate::id::{Account, EmptyMsgId, MsgId};
pub use crate::json::fault::SyntaxFault;
pub use crate::json::pointer::pointer_to;
pub use crate::json::raw::{InvalidJson, RawJson};
pub use crate::kind::{Content, CustomKind, InvalidMedium, Kind, KindCode, Medium};
pub use crate::limits::Limits;
pub use crate::raw_envelope::{RawEnvelope, RawMember};
pub use crate::reply::CannotReply;
pub use crate::report::{Deviation, Deviations, Note, Notes};
pub use crate::size::{SizeLimit, TooLarge};
pub use crate::timestamp::{Timestamp, TimestampOutOfRange};
