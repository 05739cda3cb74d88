//! Why a message cannot be decoded, and where.

mod place;
mod reason;

use std::fmt;
use std::ops::Range;

use crate::dialect::Dialect;
use crate::flags::Flag;
use crate::json::fault::{FaultAt, SyntaxFault};
use crate::report::Deviation;

pub use place::Place;
pub use reason::Reason;

/// Why a message cannot be decoded.
///
/// Each error has a stable [`code`](Self::code), the JSON pointer of the member and the byte offset
/// in the caller's input; it prints these and the [`reason`](Self::reason). None prints what the
/// message says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeError {
    /// The text begins as a JSON object and is none.
    Syntax {
        /// What is wrong.
        fault: SyntaxFault,
        /// Where.
        place: Place,
    },
    /// The text is no envelope: no JSON object at all, or an object of another sort.
    NotAnEnvelope {
        /// Whether it is a JSON object.
        object: bool,
    },
    /// A member that must be there is not.
    MissingMember {
        /// Where it should be; the offset is that of the object.
        place: Place,
    },
    /// A member has a JSON type that it cannot have.
    WrongType {
        /// Where.
        place: Place,
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A member has the right type and a value that it cannot have.
    InvalidValue {
        /// Where.
        place: Place,
        /// What it should be.
        expected: &'static str,
        /// What it is, in words.
        found: &'static str,
    },
    /// `msgType` and `type` are both there and differ.
    TypeConflict {
        /// Where the second of them is.
        place: Place,
    },
    /// `payload` and `content` are both there and differ.
    BodyConflict {
        /// Where the second of them is.
        place: Place,
    },
    /// The message is not in the dialect that it was pinned to.
    WrongDialect {
        /// The dialect of the pin.
        dialect: Dialect,
        /// Where the message leaves it.
        place: Place,
        /// In what the two differ.
        why: &'static str,
    },
    /// A text that must be base64 is not, or not in its one canonical form.
    InvalidBase64 {
        /// Where.
        place: Place,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The bytes behind a base64 body that must be text are not UTF-8.
    BodyNotUtf8 {
        /// Where.
        place: Place,
    },
    /// Strict decoding refuses a deviation that lenient decoding reads.
    Deviation {
        /// Which one.
        deviation: Deviation,
        /// Where.
        place: Place,
    },
}

impl std::error::Error for DecodeError {}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place() {
            Some(place) => write!(f, "{place}: {}", self.reason()),
            None => write!(f, "not an envelope: {}", self.reason()),
        }
    }
}

impl DecodeError {
    /// The stable code, such as `missing-member`. That of a refused deviation is the deviation's.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { fault, .. } => fault.code(),
            Self::NotAnEnvelope { .. } => "not-an-envelope",
            Self::MissingMember { .. } => "missing-member",
            Self::WrongType { .. } => "wrong-type",
            Self::InvalidValue { .. } => "invalid-value",
            Self::TypeConflict { .. } => "type-conflict",
            Self::BodyConflict { .. } => "body-conflict",
            Self::WrongDialect { .. } => "wrong-dialect",
            Self::InvalidBase64 { .. } => "invalid-base64",
            Self::BodyNotUtf8 { .. } => "body-not-utf8",
            Self::Deviation { deviation, .. } => deviation.code(),
        }
    }

    /// What is wrong, in words, for those who print the place themselves.
    #[must_use]
    pub const fn reason(&self) -> Reason<'_> {
        Reason(self)
    }

    /// JSON pointer to the member that is at fault; empty for the whole message.
    #[must_use]
    pub fn pointer(&self) -> &str {
        self.place().map_or("", |place| &place.pointer)
    }

    /// The byte in the caller's input at which the fault is.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.place().map_or(0, |place| place.offset)
    }

    /// Where the fault is; None for what concerns the whole text.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        match self {
            Self::NotAnEnvelope { .. } => None,
            Self::Syntax { place, .. }
            | Self::MissingMember { place }
            | Self::WrongType { place, .. }
            | Self::InvalidValue { place, .. }
            | Self::TypeConflict { place }
            | Self::BodyConflict { place }
            | Self::WrongDialect { place, .. }
            | Self::InvalidBase64 { place, .. }
            | Self::BodyNotUtf8 { place }
            | Self::Deviation { place, .. } => Some(place),
        }
    }

    /// The same error, its place put through `map`.
    pub(crate) fn placed(mut self, map: impl Fn(Range<usize>) -> Range<usize>) -> Self {
        self.map_place(map);
        self
    }

    /// Puts its place through `map`.
    pub(crate) fn map_place(&mut self, map: impl Fn(Range<usize>) -> Range<usize>) {
        match self {
            Self::NotAnEnvelope { .. } => {}
            Self::Syntax { place, .. }
            | Self::MissingMember { place }
            | Self::WrongType { place, .. }
            | Self::InvalidValue { place, .. }
            | Self::TypeConflict { place }
            | Self::BodyConflict { place }
            | Self::WrongDialect { place, .. }
            | Self::InvalidBase64 { place, .. }
            | Self::BodyNotUtf8 { place }
            | Self::Deviation { place, .. } => place.map(map),
        }
    }

    /// A fault of the scanner in `text`, with the pointer to where it is.
    #[cold]
    pub(crate) fn syntax(text: &[u8], at: &FaultAt) -> Self {
        Self::Syntax { fault: at.fault(), place: Place::of_fault(text, at) }
    }
}
