//! What can be wrong with a text as JSON, and at which byte.

use core::fmt;

/// A violation of the JSON grammar, or of the rules that make readers agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SyntaxFault {
    /// A byte order mark stands before the text.
    ByteOrderMark,
    /// The bytes are not UTF-8.
    InvalidUtf8,
    /// The text ends too early.
    UnexpectedEnd,
    /// Something else should stand here.
    Expected(&'static str),
    /// A control character stands in a string without being escaped.
    ControlInString,
    /// A backslash is not followed by one of the escapes of JSON.
    InvalidEscape,
    /// An escaped surrogate stands without its other half.
    LoneSurrogate,
    /// A number does not follow the grammar of JSON.
    InvalidNumber,
    /// An object has two members of the same name.
    DuplicateMember,
    /// Objects and lists are nested deeper than the limit.
    TooDeep {
        /// How many levels may be.
        limit: u32,
    },
    /// Something other than white space follows the text.
    TrailingData,
    /// The text is longer than the limit. Nothing of it was read.
    TooLong {
        /// How many bytes it may have.
        limit: u32,
    },
    /// An object has more members than the limit.
    TooManyMembers {
        /// How many it may have.
        limit: u32,
    },
    /// A list has more items than the limit.
    TooManyItems {
        /// How many it may have.
        limit: u32,
    },
}

impl SyntaxFault {
    /// The stable code of the fault, as errors print it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ByteOrderMark => "byte-order-mark",
            Self::InvalidUtf8 => "invalid-utf8",
            Self::UnexpectedEnd => "unexpected-end",
            Self::Expected(_) => "unexpected-byte",
            Self::ControlInString => "control-in-string",
            Self::InvalidEscape => "invalid-escape",
            Self::LoneSurrogate => "lone-surrogate",
            Self::InvalidNumber => "invalid-number",
            Self::DuplicateMember => "duplicate-member",
            Self::TooDeep { .. } => "too-deep",
            Self::TrailingData => "trailing-data",
            Self::TooLong { .. } => "too-long",
            Self::TooManyMembers { .. } => "too-many-members",
            Self::TooManyItems { .. } => "too-many-items",
        }
    }
}

impl fmt::Display for SyntaxFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ByteOrderMark => "a byte order mark stands before the text",
            Self::InvalidUtf8 => "the text is not UTF-8",
            Self::UnexpectedEnd => "the text ends too early",
            Self::Expected(what) => return write!(f, "expected {what}"),
            Self::ControlInString => "a control character in a string must be escaped",
            Self::InvalidEscape => "this is not an escape of JSON",
            Self::LoneSurrogate => "an escaped surrogate stands without its other half",
            Self::InvalidNumber => "this is not a number of JSON",
            Self::DuplicateMember => "the object already has a member of this name",
            Self::TooDeep { limit } => {
                return write!(f, "nested deeper than {limit} levels, the limit");
            }
            Self::TrailingData => "only white space may follow the text",
            Self::TooLong { limit } => {
                return write!(f, "the text is longer than {limit} bytes, the limit");
            }
            Self::TooManyMembers { limit } => {
                return write!(f, "the object has more than {limit} members, the limit");
            }
            Self::TooManyItems { limit } => {
                return write!(f, "the list has more than {limit} items, the limit");
            }
        })
    }
}

/// A fault and the byte at which it was found; boxed, so that a result without one is returned in registers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FaultAt(Box<(SyntaxFault, usize)>);

impl FaultAt {
    #[cold]
    pub(crate) fn new(fault: SyntaxFault, offset: usize) -> Self {
        Self(Box::new((fault, offset)))
    }

    pub(crate) fn fault(&self) -> SyntaxFault {
        self.0.0
    }

    pub(crate) fn offset(&self) -> usize {
        self.0.1
    }
}
