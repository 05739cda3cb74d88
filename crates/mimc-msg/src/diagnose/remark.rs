//! What the reader of a document says about it.

use std::borrow::Cow;

use super::finding::Severity;
use crate::error::Place;

/// Something that the reader of a document says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remark {
    /// The stable code.
    pub code: &'static str,
    /// What is wrong or odd, in words.
    pub reason: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub place: Place,
}

impl Remark {
    /// A remark about a place.
    #[must_use]
    pub fn new(
        code: &'static str,
        reason: impl Into<Cow<'static, str>>,
        severity: Severity,
        place: Place,
    ) -> Self {
        Self { code, reason: reason.into(), severity, place }
    }
}

/// What a reader says: remarks about a document that it can read, or why it cannot.
pub type Remarks = Result<Vec<Remark>, Remark>;
