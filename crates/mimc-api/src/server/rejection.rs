//! Why a request is refused.

use mimc_msg::Place;

use crate::answer::ApiError;
use crate::auth::CredentialsFault;
use crate::json::Malformed;
use crate::note::Noted;

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejection {
    /// Method and path are those of another endpoint, or of none.
    #[error("another endpoint: the method or the path differs")]
    WrongEndpoint,
    /// Where the path should have an id, it has none.
    #[error("the path has something else where an id should stand")]
    InvalidPath,
    /// The query is not percent-encoded as it should be, or names something twice.
    #[error("the target (byte {offset}): {why}")]
    InvalidQuery {
        /// The byte of path and query at which it was found.
        offset: usize,
        /// What is wrong, in words.
        why: &'static str,
    },
    /// Credentials are missing or broken.
    #[error(transparent)]
    Credentials(#[from] CredentialsFault),
    /// The input is not what this endpoint takes.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// The request deviates from what the manual and real clients write, and was to be read strictly.
    #[error(transparent)]
    Deviation(Noted),
}

/// The answer to a request that is refused, with code 400. The code is ours: what MIMC answers here is not
/// known.
impl From<&Rejection> for ApiError {
    fn from(rejection: &Rejection) -> Self {
        Self::new(400, rejection.to_string())
    }
}

impl Rejection {
    /// The stable code: `wrong-endpoint`, `invalid-path`, `invalid-query`, `invalid-credentials`, that of
    /// the [malformed](Malformed::code) document, or that of the [deviation](crate::Note::code).
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongEndpoint => "wrong-endpoint",
            Self::InvalidPath => "invalid-path",
            Self::InvalidQuery { .. } => "invalid-query",
            Self::Credentials(_) => "invalid-credentials",
            Self::Malformed(malformed) => malformed.code(),
            Self::Deviation(noted) => noted.note.code(),
        }
    }

    /// Where, as far as it can be told.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::WrongEndpoint | Self::InvalidPath => Place::new("", 0),
            Self::InvalidQuery { offset, .. } => Place::new("", *offset),
            Self::Credentials(fault) => Place::new(format!("/{}", fault.name), 0),
            Self::Malformed(malformed) => malformed.place().clone(),
            Self::Deviation(noted) => noted.place.clone(),
        }
    }

    /// What is wrong, in words, for those who print the place themselves.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::InvalidQuery { why, .. } => (*why).to_owned(),
            Self::Credentials(fault) => fault.why.to_owned(),
            Self::Malformed(malformed) => malformed.reason(),
            Self::Deviation(noted) => noted.note.describe().to_owned(),
            other => other.to_string(),
        }
    }
}
