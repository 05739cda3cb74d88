//! Where a fault is.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::json::fault::{FaultAt, SyntaxFault};
use crate::json::pointer::pointer_to;
use crate::json::scan::Cursor;
use crate::json::value::Value;

/// Where a fault is: the member, and the byte in what the caller handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// JSON pointer (RFC 6901) to the member; empty for the whole text.
    pub pointer: Cow<'static, str>,
    /// The byte in the caller's input; it reaches through base64.
    pub offset: usize,
    /// How many bytes of the caller's input are at fault; 0 where that cannot be told.
    pub length: usize,
}

impl Place {
    /// A place whose length cannot be told.
    #[must_use]
    pub fn new(pointer: impl Into<Cow<'static, str>>, offset: usize) -> Self {
        Self { pointer: pointer.into(), offset, length: 0 }
    }

    /// The place of a value.
    pub(crate) fn of(pointer: impl Into<Cow<'static, str>>, value: &Value) -> Self {
        let (start, end) = (value.start as usize, value.end as usize);
        Self { pointer: pointer.into(), offset: start, length: end - start }
    }

    /// The place of a fault that the scanner found in `text`.
    #[cold]
    pub(crate) fn of_fault(text: &[u8], at: &FaultAt) -> Self {
        // Of a text that is too long nothing is read, not even to find a member.
        if let SyntaxFault::TooLong { .. } = at.fault() {
            return Self::new("", at.offset());
        }
        // A name that stands twice is named itself, not the object around it.
        let mut named = Cursor::new(text);
        named.pos = at.offset();
        let end = match at.fault() {
            SyntaxFault::DuplicateMember if named.name().is_ok() => named.pos,
            _ => at.offset(),
        };
        Self::new(pointer_to(text, end), at.offset())
    }

    /// The same place before decoding: `map` finds the bytes of the text that decoded bytes are from.
    pub(crate) fn map(&mut self, map: impl Fn(Range<usize>) -> Range<usize>) {
        let Range { start, end } = map(self.offset..self.offset + self.length);
        self.offset = start;
        self.length = end.saturating_sub(start);
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.pointer {
            "" => write!(f, "the text (byte {})", self.offset),
            pointer => write!(f, "`{pointer}` (byte {})", self.offset),
        }
    }
}
