//! Where a fault is.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::json::value::Value;

/// Where a fault is: the member, and the byte in what the caller handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// JSON pointer (RFC 6901) to the member; empty for the whole message.
    pub pointer: Cow<'static, str>,
    /// The byte in the caller's input; it reaches through base64.
    pub offset: usize,
    /// How many bytes of the caller's input are at fault; 0 where that cannot be told.
    pub length: usize,
}

impl Place {
    pub(crate) fn new(pointer: impl Into<Cow<'static, str>>, offset: usize) -> Self {
        Self { pointer: pointer.into(), offset, length: 0 }
    }

    /// The place of a value.
    pub(crate) fn of(pointer: impl Into<Cow<'static, str>>, value: Value) -> Self {
        let (start, end) = (value.start as usize, value.end as usize);
        Self { pointer: pointer.into(), offset: start, length: end - start }
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
            "" => write!(f, "the message (byte {})", self.offset),
            pointer => write!(f, "`{pointer}` (byte {})", self.offset),
        }
    }
}
