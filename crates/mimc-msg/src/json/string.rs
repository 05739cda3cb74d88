//! Strings: their end is found by `plain`, their escapes are checked one by one.

use super::fault::{FaultAt, SyntaxFault};
use super::plain::plain_prefix;
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

impl Cursor<'_> {
    /// Reads a string whose opening quote is the byte at the cursor.
    ///
    /// Offsets fit because the reader refuses texts above 2^32 - 1 bytes before it starts.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a call costs as much as a short string")]
    #[allow(clippy::cast_possible_truncation)]
    pub(crate) fn string(&mut self) -> Result<Span, FaultAt> {
        let start = self.pos + 1;
        self.pos = start + plain_prefix(&self.bytes[start..]);
        let escaped = if self.peek() == Some(b'"') { false } else { self.escapes()? };
        let span = Span { start: start as u32, end: self.pos as u32, escaped };
        self.pos += 1;
        Ok(span)
    }

    /// Reads on in a string, from the first byte that is not plain text to the closing quote, and says whether there
    /// are escapes.
    ///
    /// Where a `Span` was given here, it was put together in memory even for a string without escapes, and read from
    /// there before it was written: an eighth of the time for members that are not as usual.
    #[inline(never)]
    fn escapes(&mut self) -> Result<bool, FaultAt> {
        let mut escaped = false;
        loop {
            // Escapes often come one behind the other.
            while self.peek() == Some(b'\\') {
                escaped = true;
                self.pos = escape(self.bytes, self.pos)?;
            }
            match self.peek() {
                Some(b'"') => return Ok(escaped),
                Some(..0x20) => return Err(self.fault(SyntaxFault::ControlInString)),
                Some(_) => self.pos += plain_prefix(&self.bytes[self.pos..]),
                None => return Err(self.fault(SyntaxFault::UnexpectedEnd)),
            }
        }
    }
}

/// Where the escape that begins at `start` ends, or the two that make a surrogate pair.
#[inline]
fn escape(bytes: &[u8], start: usize) -> Result<usize, FaultAt> {
    match bytes.get(start + 1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(start + 2),
        Some(b'u') => match code_unit(bytes, start)? {
            0xd800..=0xdbff => {
                let second = start + 6;
                let pair = bytes.get(second..second + 2) == Some(br"\u")
                    && matches!(code_unit(bytes, second)?, 0xdc00..=0xdfff);
                if pair {
                    return Ok(second + 6);
                }
                Err(FaultAt::new(SyntaxFault::LoneSurrogate, start))
            }
            0xdc00..=0xdfff => Err(FaultAt::new(SyntaxFault::LoneSurrogate, start)),
            _ => Ok(start + 6),
        },
        Some(_) => Err(FaultAt::new(SyntaxFault::InvalidEscape, start)),
        None => Err(FaultAt::new(SyntaxFault::UnexpectedEnd, start + 1)),
    }
}

/// The code unit of the `\uXXXX` at `start`.
#[inline]
fn code_unit(bytes: &[u8], start: usize) -> Result<u16, FaultAt> {
    let digits = &bytes[start + 2..];
    if let Some(unit) = digits.first_chunk().and_then(|four| hex4(*four)) {
        return Ok(unit);
    }
    let sound = digits.iter().take(4).take_while(|digit| digit.is_ascii_hexdigit()).count();
    if sound == digits.len() {
        return Err(FaultAt::new(SyntaxFault::UnexpectedEnd, bytes.len()));
    }
    Err(FaultAt::new(SyntaxFault::InvalidEscape, start))
}

/// The number that four hexadecimal digits spell; None where one is something else.
#[inline]
pub(crate) const fn hex4(digits: [u8; 4]) -> Option<u16> {
    let [a, b, c, d] = digits;
    let (a, b) = (HEX[a as usize], HEX[b as usize]);
    let (c, d) = (HEX[c as usize], HEX[d as usize]);
    if (a | b | c | d) > 0xf {
        return None;
    }
    Some((a as u16) << 12 | (b as u16) << 8 | (c as u16) << 4 | d as u16)
}

/// The value of each hexadecimal digit; 0xff for every other byte.
const HEX: [u8; 256] = {
    let mut values = [0xff; 256];
    let mut value = 0;
    while value < 16 {
        values[b"0123456789abcdef"[value as usize] as usize] = value;
        values[b"0123456789ABCDEF"[value as usize] as usize] = value;
        value += 1;
    }
    values
};
