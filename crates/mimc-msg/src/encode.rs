//! Writing a message in any official dialect (RULES 8).

mod body;
mod kind;
mod writer;

use std::borrow::Cow;

use crate::dialect::Dialect;
use crate::envelope::Envelope;
use crate::flags::{Flag, Flags, flags};
use writer::Writer;

/// Encodes a message in the manual's dialect of 2018-02-03, without loss.
///
/// # Errors
/// See [`EncodeError`].
pub fn encode(envelope: &Envelope<'_>) -> Result<Vec<u8>, EncodeError> {
    Encoder::new(Dialect::MANUAL_V1).encode(envelope).map(|encoded| encoded.bytes)
}

/// How to encode: in which dialect, and whether something may be lost.
///
/// ```
/// use mimc_msg::{Body, Dialect, Encoder, Envelope, MsgId, Timestamp};
///
/// let time = Timestamp::from_millis(1_545_379_200_000)?;
/// let envelope = Envelope::new(MsgId::new("a1B2c-1")?, time, Body::text("hi"));
/// let encoded = Encoder::new(Dialect::ANDROID_A2).encode(&envelope)?;
/// assert_eq!(encoded.bytes, br#"{"version":0,"msgId":"a1B2c-1","timestamp":1545379200000,"payload":"aGk="}"#);
/// // The Android demo sends the type beside the message: it must travel along.
/// assert_eq!(encoded.biz_type.as_deref(), Some("TEXT"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Encoder {
    dialect: Dialect,
    lossy: bool,
}

impl Encoder {
    /// Writes in this dialect; what it cannot carry is an error.
    #[must_use]
    pub const fn new(dialect: Dialect) -> Self {
        Self { dialect, lossy: false }
    }

    /// Allows loss: what the dialect cannot carry is left out or changed, and reported.
    #[must_use]
    pub const fn lossy(mut self) -> Self {
        self.lossy = true;
        self
    }

    /// Encodes into a new buffer.
    ///
    /// # Errors
    /// See [`EncodeError`].
    pub fn encode<'e>(&self, envelope: &'e Envelope<'_>) -> Result<Encoded<'e>, EncodeError> {
        let mut bytes = Vec::new();
        let Beside { biz_type, losses } = self.encode_into(envelope, &mut bytes)?;
        Ok(Encoded { bytes, biz_type, losses })
    }

    /// Appends the message to a buffer. After an error the buffer is as it was.
    ///
    /// # Errors
    /// See [`EncodeError`].
    pub fn encode_into<'e>(
        &self,
        envelope: &'e Envelope<'_>,
        out: &mut Vec<u8>,
    ) -> Result<Beside<'e>, EncodeError> {
        let start = out.len();
        let mut writer = Writer { encoder: *self, losses: Flags::NONE, out };
        match writer.envelope(envelope) {
            Ok(biz_type) => Ok(Beside { biz_type, losses: writer.losses }),
            Err(error) => {
                out.truncate(start);
                Err(error)
            }
        }
    }
}

/// An encoded message and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[must_use]
pub struct Encoded<'e> {
    /// The message.
    pub bytes: Vec<u8>,
    /// The `bizType` that must travel beside the bytes; empty for a message without a kind. None where
    /// the dialect writes the type inside.
    pub biz_type: Option<Cow<'e, str>>,
    /// What was lost; nothing unless it was allowed.
    pub losses: Losses,
}

/// What belongs to a message that was encoded into the caller's buffer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[must_use = "the type may have to travel beside the bytes"]
pub struct Beside<'e> {
    /// The `bizType` that must travel beside the bytes; empty for a message without a kind. None where
    /// the dialect writes the type inside.
    pub biz_type: Option<Cow<'e, str>>,
    /// What was lost; nothing unless it was allowed.
    pub losses: Losses,
}

/// What a dialect cannot carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Loss {
    /// An account in a ping, pong or friend message of an SDK's dialect. With loss: left out.
    Account,
    /// A ping, pong or friend message without the account that the manual's dialects name. With
    /// loss: written without a body, or with an empty account in a friend response.
    AccountMissing,
    /// Further members of a payload object in a dialect of base64. With loss: left out.
    PayloadMembers,
    /// An array, object, number, boolean or null as the body in a dialect of base64. With loss: the
    /// base64 of its JSON text.
    JsonBody,
    /// Bytes in a plain dialect, or bytes that would be read as text. With loss: a string of base64 in
    /// a plain dialect.
    BytesBody,
    /// A body that no message of this version and kind decodes to. With loss: written as if it were.
    BodyForm,
    /// A kind without a code where the type is a code. With loss: no type.
    KindWithoutCode,
    /// A code without a name where the type is a text. With loss: no type.
    CodeWithoutName,
    /// A message without a kind in a dialect that writes the type inside. With loss: no type.
    KindMissing,
    /// A kind whose text would be read as another: digits. With loss: written all the same.
    KindSpelling,
    /// A message that would be read as no envelope: without type member and body. With loss: written
    /// all the same.
    NotAnEnvelope,
}

flags!(Loss {
    Account = "account",
    AccountMissing = "account-missing",
    PayloadMembers = "payload-members",
    JsonBody = "json-body",
    BytesBody = "bytes-body",
    BodyForm = "body-form",
    KindWithoutCode = "kind-without-code",
    CodeWithoutName = "code-without-name",
    KindMissing = "kind-missing",
    KindSpelling = "kind-spelling",
    NotAnEnvelope = "not-an-envelope",
});

impl Loss {
    /// What is written in its stead where loss is allowed, in words.
    #[must_use]
    pub const fn instead(self) -> &'static str {
        match self {
            Self::Account | Self::PayloadMembers => "left out",
            Self::AccountMissing => "written without one",
            Self::JsonBody => "written as base64 of the JSON text",
            Self::BytesBody => "written as base64",
            Self::BodyForm | Self::KindSpelling | Self::NotAnEnvelope => "written all the same",
            Self::KindWithoutCode | Self::CodeWithoutName | Self::KindMissing => {
                "written without a type"
            }
        }
    }

    /// What it is that cannot be carried, in words.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Account => "the account: its pings, pongs and friend messages name none",
            Self::AccountMissing => {
                "the missing account: its pings, pongs and friend messages name one"
            }
            Self::PayloadMembers => "further members of the payload: its body is bare text",
            Self::JsonBody => "a body of JSON: its body is text or bytes",
            Self::BytesBody => "bytes that are not text, or that would be read as text",
            Self::BodyForm => "a body that no message of this version and kind decodes to",
            Self::KindWithoutCode => "a kind without a code: its type is a code",
            Self::CodeWithoutName => "a code without a name: its type is a text",
            Self::KindMissing => "a message without a kind: its type stands inside",
            Self::KindSpelling => "a kind whose text would be read as another kind",
            Self::NotAnEnvelope => {
                "a message without type member and with such a body: it would not be read as an \
                 envelope"
            }
        }
    }
}

/// What was lost in encoding one message.
pub type Losses = Flags<Loss>;

/// Why a message cannot be encoded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// The dialect cannot carry it, and loss was not allowed.
    #[error("{dialect} cannot carry {}", loss.describe())]
    CannotCarry {
        /// The dialect.
        dialect: Dialect,
        /// What it cannot carry.
        loss: Loss,
    },
    /// An unknown member has the name of a known one: it would be read as that.
    #[error("`{pointer}`: an unknown member must not have the name of a known one")]
    ReservedMember {
        /// JSON pointer to the member.
        pointer: String,
    },
    /// Raw JSON is nested so deep that the message would have more than 128 levels.
    #[error("the message would be nested deeper than 128 levels")]
    TooDeep,
    /// The id is longer than [`MsgId::MAX_LEN`](crate::MsgId::MAX_LEN) bytes.
    #[error("`/msgId`: longer than 15360 bytes")]
    MsgIdTooLong,
}

impl EncodeError {
    /// The stable code, such as `reserved-member`. For what a dialect cannot carry, that of the loss.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::CannotCarry { loss, .. } => loss.code(),
            Self::ReservedMember { .. } => "reserved-member",
            Self::TooDeep => "too-deep",
            Self::MsgIdTooLong => "msg-id-too-long",
        }
    }
}
