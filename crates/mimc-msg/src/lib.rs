//! Reads, tells apart and writes every form of MIMC message.

#![forbid(unsafe_code)]

mod base64;
mod body;
mod cesu8;
mod decode;
mod dialect;
mod encode;
mod envelope;
mod error;
mod extra;
mod flags;
mod id;
mod json;
mod kind;
mod raw_envelope;
mod reply;
mod report;
mod serde_impl;
mod size;
mod timestamp;

pub use crate::base64::Base64Forms;
pub use crate::body::{Body, Payload, Receipt};
pub use crate::decode::{Codec, Decoded, Foreign, ForeignForm, Header, Message, Scratch, decode};
pub use crate::dialect::{Dialect, Dialects, UnknownDialect};
pub use crate::encode::{Beside, EncodeError, Encoded, Encoder, Loss, Losses, encode};
pub use crate::envelope::Envelope;
pub use crate::error::{DecodeError, Place, Reason};
pub use crate::extra::Extra;
pub use crate::flags::{Flag, Flags};
pub use crate::id::{Account, EmptyMsgId, MsgId};
pub use crate::json::fault::SyntaxFault;
pub use crate::json::raw::{InvalidJson, RawJson};
pub use crate::kind::{Content, CustomKind, InvalidMedium, Kind, KindCode, Medium};
pub use crate::raw_envelope::{RawEnvelope, RawMember};
pub use crate::reply::CannotReply;
pub use crate::report::{Deviation, Deviations, Note, Notes};
pub use crate::size::{SizeLimit, TooLarge};
pub use crate::timestamp::{Timestamp, TimestampOutOfRange};
