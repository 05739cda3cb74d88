//! What is pushed: a text, bytes or a message, and what must travel beside it.

use mimc_msg::{Base64Forms, EncodeError, Encoder, Envelope, InvalidBase64, SizeLimit, TooLarge};
use serde::{Deserialize, Deserializer, Serialize};

use crate::invalid::Invalid;

/// What is pushed. It knows its encoding (`msgType`) and the type beside it (`bizType`), so neither can be
/// forgotten, and it has been checked against the limit of size.
///
/// ```
/// use mimc_api::Content;
/// use mimc_msg::{Body, Dialect, Encoder, Envelope, MsgId, SizeLimit, Timestamp};
///
/// let time = Timestamp::from_millis(1_545_379_200_000)?;
/// let message = Envelope::new(MsgId::new("a1B2c-1")?, time, Body::text("hi"));
/// let content = Content::envelope(&message, Encoder::new(Dialect::ANDROID_A2), SizeLimit::MIMC)?;
/// assert_eq!(content.biz_type(), Some("TEXT"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    pub(crate) msg: String,
    pub(crate) msg_type: MsgType,
    pub(crate) biz_type: Option<String>,
}

impl Content {
    /// A text, as it is.
    ///
    /// # Errors
    /// Above the limit.
    pub fn text(text: impl Into<String>, limit: SizeLimit) -> Result<Self, TooLarge> {
        let msg = text.into();
        limit.check(msg.as_bytes())?;
        Ok(Self { msg, msg_type: MsgType::Plain, biz_type: None })
    }

    /// Bytes, which travel as base64. The limit is for the bytes.
    ///
    /// # Errors
    /// Above the limit.
    pub fn bytes(bytes: &[u8], limit: SizeLimit) -> Result<Self, TooLarge> {
        limit.check(bytes)?;
        Ok(Self { msg: Base64Forms::encode(bytes), msg_type: MsgType::Base64, biz_type: None })
    }

    /// A message in the dialect of an encoder, with the `bizType` that the dialect has beside it.
    ///
    /// # Errors
    /// Where the dialect cannot carry it, or above the limit.
    pub fn envelope(
        envelope: &Envelope<'_>,
        writer: Encoder,
        limit: SizeLimit,
    ) -> Result<Self, ContentError> {
        let encoded = writer.encode(envelope)?;
        let biz_type = encoded.biz_type.as_deref().map(str::to_owned);
        limit.check(&encoded.bytes)?;
        let msg = String::from_utf8_lossy(&encoded.bytes).into_owned();
        Ok(Self { msg, msg_type: MsgType::Plain, biz_type })
    }

    /// The same with this type beside it, for contents of your own.
    #[must_use]
    pub fn with_biz_type(self, biz_type: impl Into<String>) -> Self {
        Self { biz_type: Some(biz_type.into()), ..self }
    }

    /// The type that travels beside it.
    #[must_use]
    pub fn biz_type(&self) -> Option<&str> {
        self.biz_type.as_deref()
    }

    /// The bytes that will arrive.
    ///
    /// # Errors
    /// Where a client said base64 and sent something else.
    pub fn payload(&self) -> Result<Vec<u8>, InvalidBase64> {
        match self.msg_type {
            MsgType::Plain => Ok(self.msg.as_bytes().to_vec()),
            MsgType::Base64 => Base64Forms::CANONICAL.decode(self.msg.as_bytes()),
        }
    }

    /// The text, for endpoints that carry nothing else.
    pub(crate) fn into_text(self) -> Result<String, Invalid> {
        match self {
            Self { msg_type: MsgType::Base64, .. } => {
                Err(Invalid::new("message", "only text can be pushed to an unlimited group"))
            }
            Self { biz_type: Some(_), .. } => Err(Invalid::new(
                "message",
                "no type can travel beside it here: use another dialect",
            )),
            Self { msg, .. } => Ok(msg),
        }
    }
}

/// Sees that what a request has is what it says.
pub(crate) fn check(msg: &str, msg_type: MsgType) -> Result<(), Invalid> {
    match msg_type {
        MsgType::Base64 if !Base64Forms::CANONICAL.accepts(msg.as_bytes()) => {
            Err(Invalid::new("msg", "`msgType` says base64, and this is not"))
        }
        _ => Ok(()),
    }
}

/// The encoding of what is pushed, `msgType`. It has nothing to do with a message's own `msgType`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) enum MsgType {
    /// `""`: the text is the payload. Also null or nothing.
    #[default]
    #[serde(rename = "")]
    Plain,
    /// `base64`: the payload is bytes.
    #[serde(rename = "base64")]
    Base64,
}

impl<'de> Deserialize<'de> for MsgType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Option::<String>::deserialize(deserializer)?.as_deref() {
            None | Some("") => Ok(Self::Plain),
            Some("base64") => Ok(Self::Base64),
            Some(_) => Err(serde::de::Error::custom("`msgType` is \"\" or base64")),
        }
    }
}

/// Why a message cannot be pushed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ContentError {
    /// The dialect cannot carry it.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// It is too large.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}
