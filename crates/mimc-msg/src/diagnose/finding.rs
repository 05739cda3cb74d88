//! One thing that there is to say about a text.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::help::Help;
use super::rule::rule;
use crate::error::DecodeError;
use crate::flags::Flag;
use crate::json::fault::SyntaxFault;
use crate::report::{Deviation, Note};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Decoding fails because of it, or would.
    Error,
    /// A deviation that lenient decoding reads.
    Warning,
    /// Something worth knowing, never refused.
    Note,
}

impl Severity {
    /// The word: `error`, `warning` or `note`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What there is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// What decoding fails with, or would fail with next. Its place is that of [`Finding`].
    Error(DecodeError),
    /// A form that the dialect's makers do not write.
    Deviation(Deviation),
    /// Something worth knowing.
    Note(Note),
    /// Something about a document around messages, in the words of who reads that.
    Document {
        /// The stable code.
        code: &'static str,
        /// What is wrong or odd, in words.
        reason: Cow<'static, str>,
    },
}

/// One thing that there is to say about a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What.
    pub problem: Problem,
    /// How much it matters.
    pub severity: Severity,
    /// The layer that it is in, as an index into [`Diagnosis::layers`](super::Diagnosis::layers).
    pub layer: usize,
    /// JSON pointer (RFC 6901) in the innermost JSON text around it; empty for the whole of that text.
    pub pointer: Cow<'static, str>,
    /// The bytes in what the caller handed in, through all layers. Empty where something is missing.
    pub span: Range<usize>,
    /// The bytes in the text of the layer.
    pub inner: Range<usize>,
    /// What can be done about it, where that is likely enough.
    pub help: Option<Help>,
}

impl Finding {
    /// The stable code, as in docs/codes.md and docs/errors.md.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match &self.problem {
            Problem::Error(error) => error.code(),
            Problem::Deviation(deviation) => deviation.code(),
            Problem::Note(note) => note.code(),
            Problem::Document { code, .. } => code,
        }
    }

    /// What the value should be, in words, where that can be said.
    #[must_use]
    pub fn expected(&self) -> Option<&'static str> {
        match &self.problem {
            Problem::Error(
                DecodeError::WrongType { expected, .. }
                | DecodeError::InvalidValue { expected, .. },
            ) => Some(expected),
            Problem::Error(DecodeError::Syntax { fault: SyntaxFault::Expected(what), .. }) => {
                Some(what)
            }
            Problem::Error(DecodeError::WrongDialect { why, .. }) => Some(why),
            _ => None,
        }
    }

    /// What the value is, in words, where that can be said.
    #[must_use]
    pub fn found(&self) -> Option<&'static str> {
        match &self.problem {
            Problem::Error(
                DecodeError::WrongType { found, .. } | DecodeError::InvalidValue { found, .. },
            ) => Some(found),
            Problem::Error(DecodeError::InvalidBase64 { why, .. }) => Some(why),
            _ => None,
        }
    }

    /// The rule that it is about: a section of docs/rules.md and the standard behind it.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        match &self.problem {
            Problem::Document { code, .. } if !rule(code).contains("RFC 8259") => {
                "EVIDENCE B; manual, HTTP API"
            }
            _ => rule(self.code()),
        }
    }
}

/// What it is, in English and without its place.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Problem::Error(error) => error.reason().fmt(f),
            Problem::Deviation(deviation) => f.write_str(deviation.describe()),
            Problem::Note(note) => f.write_str(note.describe()),
            Problem::Document { reason, .. } => f.write_str(reason),
        }
    }
}
