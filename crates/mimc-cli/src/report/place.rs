//! Lines and columns.

use std::ops::Range;

/// Where some bytes of a text are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    /// The line, from 1.
    pub(crate) line: u64,
    /// The column, from 1, in characters.
    pub(crate) column: usize,
    /// The bytes of the line, without its end.
    pub(crate) of: Range<usize>,
}

/// The position of a byte in a text of which the first line has this number.
pub(crate) fn position(text: &[u8], at: usize, first: u64) -> Position {
    let before = text.get(..at).unwrap_or(text);
    let start = memchr::memrchr(b'\n', before).map_or(0, |end| end + 1);
    let rest = &text[start..];
    let mut end = start + memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    if end > start && text.get(end - 1) == Some(&b'\r') {
        end -= 1;
    }
    let lines = memchr::memchr_iter(b'\n', before).count();
    let line = first + u64::try_from(lines).unwrap_or_default();
    Position { line, column: characters(&before[start..]) + 1, of: start..end.max(start) }
}

/// How many characters some bytes have; each that is no UTF-8 counts as one.
pub(crate) fn characters(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().map(|chunk| chunk.valid().chars().count() + chunk.invalid().len()).sum()
}
