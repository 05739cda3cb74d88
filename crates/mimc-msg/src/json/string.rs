//! Strings: their end is found eight bytes at a time, their escapes are checked one by one.

use super::fault::{FaultAt, SyntaxFault};
use super::scan::Cursor;

/// Where a string lies: the bytes between its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The text has a backslash in it and must be unescaped to be read.
    pub(crate) escaped: bool,
}

impl Span {
    /// The bytes of the span in `text`, as they stand there.
    #[inline]
    pub(crate) fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Marks (in the high bit of each byte) the first byte that ends plain text: a quote, a backslash
/// or a control character. Bytes above the first mark may be marked in error.
#[inline]
pub(crate) const fn stops(word: u64) -> u64 {
    let quote = word ^ (ONES * b'"' as u64);
    let slash = word ^ (ONES * b'\\' as u64);
    let below_space = word.wrapping_sub(ONES * 0x20) & !word;
    (below_space | quote.wrapping_sub(ONES) & !quote | slash.wrapping_sub(ONES) & !slash) & HIGHS
}

/// How many bytes at the start of `bytes` are plain text.
#[inline]
pub(crate) fn plain_prefix(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let marks = stops(u64::from_le_bytes(*chunk));
        if marks != 0 {
            return bytes.len() - rest.len() + marks.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    let plain = rest.iter().take_while(|&&b| b >= 0x20 && b != b'"' && b != b'\\').count();
    bytes.len() - rest.len() + plain
}

impl Cursor<'_> {
    /// Reads a string whose opening quote is the byte at the cursor.
    ///
    /// Offsets fit because the reader refuses texts above 2^32 - 1 bytes before it starts.
    #[inline]
    #[allow(clippy::cast_possible_truncation)]
    pub(crate) fn string(&mut self) -> Result<Span, FaultAt> {
        self.pos += 1;
        let start = self.pos;
        let mut escaped = false;
        loop {
            self.pos += plain_prefix(&self.bytes[self.pos..]);
            match self.peek() {
                Some(b'"') => {
                    let span = Span { start: start as u32, end: self.pos as u32, escaped };
                    self.pos += 1;
                    return Ok(span);
                }
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                Some(_) => return Err(self.fault(SyntaxFault::ControlInString)),
                None => return Err(self.fault(SyntaxFault::UnexpectedEnd)),
            }
        }
    }

    /// Steps over one escape, or over the two that make a surrogate pair.
    fn escape(&mut self) -> Result<(), FaultAt> {
        let start = self.pos;
        match self.bytes.get(self.pos + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.pos += 2;
                Ok(())
            }
            Some(b'u') => match self.code_unit()? {
                0xd800..=0xdbff => {
                    let pair = self.bytes.get(self.pos..self.pos + 2) == Some(br"\u")
                        && matches!(self.code_unit()?, 0xdc00..=0xdfff);
                    if pair {
                        return Ok(());
                    }
                    Err(FaultAt { fault: SyntaxFault::LoneSurrogate, offset: start })
                }
                0xdc00..=0xdfff => {
                    Err(FaultAt { fault: SyntaxFault::LoneSurrogate, offset: start })
                }
                _ => Ok(()),
            },
            Some(_) => Err(self.fault(SyntaxFault::InvalidEscape)),
            None => {
                self.pos += 1;
                Err(self.fault(SyntaxFault::UnexpectedEnd))
            }
        }
    }

    /// Steps over `\uXXXX` and gives the code unit.
    fn code_unit(&mut self) -> Result<u16, FaultAt> {
        let start = self.pos;
        self.pos += 2;
        let mut unit = 0;
        for _ in 0..4 {
            let Some(byte) = self.peek() else {
                return Err(self.fault(SyntaxFault::UnexpectedEnd));
            };
            let Some(digit) = hex(byte) else {
                return Err(FaultAt { fault: SyntaxFault::InvalidEscape, offset: start });
            };
            unit = unit << 4 | digit;
            self.pos += 1;
        }
        Ok(unit)
    }
}

/// The value of a hexadecimal digit.
pub(crate) const fn hex(byte: u8) -> Option<u16> {
    match byte {
        b'0'..=b'9' => Some((byte - b'0') as u16),
        b'a'..=b'f' => Some((byte - b'a') as u16 + 10),
        b'A'..=b'F' => Some((byte - b'A') as u16 + 10),
        _ => None,
    }
}
