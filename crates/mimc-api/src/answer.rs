//! Answers: `{"code":200,"message":"success","data":...}`.

use std::borrow::Cow;
use std::fmt;

use http::StatusCode;
use mimc_msg::{Place, RawJson};
use zeroize::Zeroizing;

use crate::json::Malformed;
use crate::note::{Noted, Notes};

/// A good answer: `code` was 200.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer<T> {
    /// What it holds.
    pub data: T,
    /// `message`: `success`, `success！` or whatever the server says. It decides nothing.
    pub message: String,
    /// What was odd about it.
    pub notes: Notes,
}

impl<T> Answer<T> {
    /// A good answer with nothing odd about it.
    #[must_use]
    pub fn new(data: T) -> Self {
        Self { data, message: "success".to_owned(), notes: Notes::new() }
    }

    /// The same answer, unless it deviates from what the manual and the real server write.
    ///
    /// ```
    /// use mimc_api::{client, topic::DismissTopic};
    ///
    /// let odd = http::Response::new(r#"{"code":"200","message":"success","data":null}"#);
    /// let answer = client::reply::<DismissTopic>(&odd)?;
    /// assert!(answer.strict().is_err());
    /// # Ok::<(), mimc_api::ReplyError>(())
    /// ```
    ///
    /// # Errors
    /// [`ReplyError::Deviation`], with the first deviation.
    pub fn strict(self) -> Result<Self, ReplyError> {
        self.notes.strict().map_err(ReplyError::Deviation)?;
        Ok(self)
    }
}

/// The server's word that it did not do what was asked: an answer whose `code` is not 200.
///
/// Codes are not enumerated: but for one, none is documented (EVIDENCE B.10).
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("MIMC answers {code}: {}", self.shown())]
#[non_exhaustive]
pub struct ApiError {
    /// `code`.
    pub code: i32,
    /// `message`.
    pub message: String,
    /// `data` as it came, where it is not null.
    pub data: Option<RawJson<'static>>,
    /// What was odd about the answer.
    pub notes: Notes,
}

impl ApiError {
    /// An error without data.
    #[must_use]
    pub fn new(code: i32, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), data: None, notes: Notes::new() }
    }

    /// What the owner of a group gets who tries to quit it: code 500, `quit topic fail` (the manual,
    /// 非群主用户退群). The owner can dismiss the group, or make another its owner first.
    #[must_use]
    pub fn owner_cannot_quit() -> Self {
        Self::new(500, "quit topic fail")
    }

    /// As much of the message as an error prints: 200 characters, those that steer a terminal escaped.
    fn shown(&self) -> String {
        let mut shown = String::new();
        for c in self.message.chars().take(200) {
            if c.is_control() {
                shown.extend(c.escape_default());
            } else {
                shown.push(c);
            }
        }
        shown
    }

    /// Whether it is [`Self::owner_cannot_quit`].
    #[must_use]
    pub fn is_owner_cannot_quit(&self) -> bool {
        self.code == 500 && self.message == "quit topic fail"
    }
}

/// Without the data, which can be anything.
impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("ApiError");
        shown.field("code", &self.code).field("message", &self.shown()).finish_non_exhaustive()
    }
}

/// Why there is no good answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplyError {
    /// The server refuses.
    #[error(transparent)]
    Api(ApiError),
    /// The body is no answer of MIMC at all: a proxy's page, nothing, other JSON.
    #[error("HTTP status {status} and a body that is no answer of MIMC")]
    NotAnAnswer {
        /// The HTTP status.
        status: StatusCode,
        /// The body as it came.
        body: Kept,
        /// What is wrong with it.
        #[source]
        source: Malformed,
    },
    /// `code` is 200, and `data` is not what this endpoint answers. What was asked for has been done: asking
    /// again would do it twice.
    #[error("the request succeeded, but its answer cannot be read")]
    Data {
        /// The body as it came.
        body: Kept,
        /// What is wrong with it.
        #[source]
        source: Malformed,
    },
    /// The answer deviates from what the manual and the real server write, and was to be read strictly.
    #[error(transparent)]
    Deviation(Noted),
}

impl ReplyError {
    /// The stable code: `api-error`, that of the [malformed](Malformed::code) document, or that of the
    /// [deviation](crate::Note::code).
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Api(_) => "api-error",
            Self::NotAnAnswer { source, .. } | Self::Data { source, .. } => source.code(),
            Self::Deviation(noted) => noted.note.code(),
        }
    }

    /// Where; None where the server refuses.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        match self {
            Self::Api(_) => None,
            Self::NotAnAnswer { source, .. } | Self::Data { source, .. } => Some(source.place()),
            Self::Deviation(noted) => Some(&noted.place),
        }
    }
}

/// A body that was refused, kept whole. It does not print: there may be a secret in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept(Zeroizing<Vec<u8>>);

impl Kept {
    /// Keeps a body.
    #[must_use]
    pub fn new(body: &[u8]) -> Self {
        Self(Zeroizing::new(body.to_vec()))
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes as text; what is not UTF-8 is replaced.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Kept({} bytes)", self.0.len())
    }
}
