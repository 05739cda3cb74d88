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
    let quote = (word ^ (ONES * b'"' as u64)).wrapping_sub(ONES);
    let slash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    let control = word.wrapping_sub(ONES * 0x20);
    // A byte of 0x80 or more, part of a character that is not ASCII, stops nothing.
    (quote | slash | control) & !word & HIGHS
}

/// How many bytes at the start of `bytes` are plain text.
#[inline]
pub(crate) fn plain_prefix(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((two, after)) = rest.split_first_chunk::<16>() {
        let two = u128::from_le_bytes(*two);
        #[allow(clippy::cast_possible_truncation, reason = "the two halves")]
        let (low, high) = (stops(two as u64), stops((two >> 64) as u64));
        if low | high != 0 {
            // Which half it is cannot be predicted: it is computed, and not a branch.
            let marks = u128::from(high) << 64 | u128::from(low);
            return bytes.len() - rest.len() + marks.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    if let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let marks = stops(u64::from_le_bytes(*chunk));
        if marks != 0 {
            return bytes.len() - rest.len() + marks.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    let before = bytes.len() - rest.len();
    if let Some(last) = bytes.last_chunk::<8>() {
        // The bytes that are left, as the low ones of a word; the zeros above them are stops.
        let word = u64::from_le_bytes(*last) >> 8 >> (8 * (7 - rest.len()));
        return before + stops(word).trailing_zeros() as usize / 8;
    }
    before + rest.iter().take_while(|&&b| b >= 0x20 && b != b'"' && b != b'\\').count()
}

/// Where the byte, an ASCII character, stands for the last time.
pub(crate) fn last(byte: u8, text: &[u8]) -> Option<usize> {
    let mut rest = text;
    while let Some((before, chunk)) = rest.split_last_chunk::<8>() {
        let other = u64::from_le_bytes(*chunk) ^ (ONES * u64::from(byte));
        // Marks each byte that is zero, and no other.
        let marks = !((other & !HIGHS).wrapping_add(!HIGHS) | other) & HIGHS;
        if marks != 0 {
            return Some(before.len() + 7 - marks.leading_zeros() as usize / 8);
        }
        rest = before;
    }
    rest.iter().rposition(|&other| other == byte)
}

/// Whether the text is visible ASCII, as most ids and URLs are: no blank, no control character.
pub(crate) fn is_visible_ascii(text: &str) -> bool {
    /// Whether there is a byte outside of 0x21 to 0x7e.
    const fn odd(word: [u8; 8]) -> bool {
        let word = u64::from_le_bytes(word);
        (word.wrapping_sub(ONES * 0x21) | word.wrapping_add(ONES) | word) & HIGHS != 0
    }
    let bytes = text.as_bytes();
    let Some(last) = bytes.last_chunk() else {
        return bytes.iter().all(u8::is_ascii_graphic);
    };
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        if odd(*word) {
            return false;
        }
        rest = after;
    }
    !odd(*last)
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
        let end = start + plain_prefix(&self.bytes[start..]);
        if self.bytes.get(end) == Some(&b'"') {
            self.pos = end + 1;
            return Ok(Span { start: start as u32, end: end as u32, escaped: false });
        }
        self.pos = end;
        self.string_from(start)
    }

    /// Reads on in the string that begins at `start`, from the first byte that is not plain text.
    #[inline(never)]
    #[allow(clippy::cast_possible_truncation)]
    fn string_from(&mut self, start: usize) -> Result<Span, FaultAt> {
        let mut escaped = false;
        loop {
            // Escapes often come one behind the other.
            while self.peek() == Some(b'\\') {
                escaped = true;
                self.pos = escape(self.bytes, self.pos)?;
            }
            match self.peek() {
                Some(b'"') => {
                    let span = Span { start: start as u32, end: self.pos as u32, escaped };
                    self.pos += 1;
                    return Ok(span);
                }
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
