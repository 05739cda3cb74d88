//! Which characters are escaped, and how they are found.
//!
//! Nearly all text is plain: nothing in it is escaped, and a look at a block of bytes shows it, since the compiler makes
//! vectors of it. Where a block is not plain, the bytes are found at which a character begins that may have to be escaped;
//! these characters are looked at one by one.

use crate::show::is_unsafe;

/// How many bytes are looked at together.
const BLOCK: usize = 32;

/// Writes text as it stands between the quotes of a string.
pub(super) fn string(out: &mut Vec<u8>, text: &str) {
    write::<true>(out, text);
}

/// Writes JSON text: its unsafe characters stand in strings, but for line ends and tabs, which are white space between its
/// tokens.
pub(super) fn json(out: &mut Vec<u8>, json: &str) {
    write::<false>(out, json);
}

/// Writes text that is to be quoted, or that has its quotes.
fn write<const QUOTED: bool>(out: &mut Vec<u8>, text: &str) {
    let mut writing = Writing::<QUOTED> { out, text, written: 0 };
    let blocks = text.as_bytes().chunks_exact(BLOCK);
    let mut last = [b' '; BLOCK];
    last[..blocks.remainder().len()].copy_from_slice(blocks.remainder());
    let mut start = 0;
    for block in blocks {
        if !is_plain::<QUOTED>(block) {
            writing.block(start, block);
        }
        start += BLOCK;
    }
    if !is_plain::<QUOTED>(&last) {
        writing.block(start, &last);
    }
    writing.up_to(text.len());
}

struct Writing<'w, const QUOTED: bool> {
    out: &'w mut Vec<u8>,
    text: &'w str,
    /// How much of the text has been written.
    written: usize,
}

impl<const QUOTED: bool> Writing<'_, QUOTED> {
    /// Writes the text up to the last character in a block that is escaped, and that one too.
    fn block(&mut self, mut start: usize, block: &[u8]) {
        for half in block.chunks_exact(BLOCK / 2) {
            let mut found = find::<QUOTED>(half);
            while found != 0 {
                self.character(start + found.trailing_zeros() as usize / 8);
                found &= found - 1;
            }
            start += half.len();
        }
    }

    /// Escapes the character that stands here, if it has to be.
    #[inline]
    fn character(&mut self, at: usize) {
        let bytes = self.text.as_bytes();
        let (first, second) = (bytes[at], bytes.get(at + 1).copied().unwrap_or_default());
        if let Some(letter) = letter::<QUOTED>(first) {
            self.up_to(at);
            self.written += 1;
            if QUOTED {
                self.out.push(b'\\');
            }
            self.out.push(letter);
        } else if may_be_unsafe(first, second) {
            let c = self.text.get(at..).and_then(|rest| rest.chars().next());
            if let Some(c) = c.filter(|c| is_unsafe(*c)) {
                self.up_to(at);
                self.written += c.len_utf8();
                numbered(self.out, c);
            }
        }
    }

    /// Writes the text up to here.
    #[inline]
    fn up_to(&mut self, end: usize) {
        self.out.extend_from_slice(&self.text.as_bytes()[self.written..end]);
        self.written = end;
    }
}

/// Whether a block of bytes is printable ASCII or Han, without what is escaped.
///
/// Not with `||`, nor are the bytes below: it would have them looked at one by one, and writing a record would take three
/// times as many instructions.
#[inline]
#[allow(clippy::needless_bitwise_bool, reason = "see above")]
fn is_plain<const QUOTED: bool>(block: &[u8]) -> bool {
    let stops = |byte: u8| {
        is_within(byte, 0xef, 0x1f)
            | is_within(byte, 0xc0, 0xe3)
            | (byte == 0x7f)
            | (QUOTED & ((byte == b'"') | (byte == b'\\')))
    };
    !block.iter().fold(false, |any, &byte| any | stops(byte))
}

/// The bytes of half a block with which a character begins that may have to be escaped: of each, the lowest bit of a byte.
#[inline]
#[allow(clippy::needless_bitwise_bool, reason = "see above")]
fn find<const QUOTED: bool>(half: &[u8]) -> u128 {
    let stops = |byte: u8| {
        is_within(byte, 0xef, 0x1f)
            | is_within(byte, 0xe1, 0xe3)
            | (byte == 0xc2)
            | (byte == 0xcd)
            | (byte == 0xd8)
            | (byte == 0x7f)
            | (QUOTED & ((byte == b'"') | (byte == b'\\')))
    };
    let half = <[u8; BLOCK / 2]>::try_from(half).unwrap_or([0; BLOCK / 2]);
    u128::from_le_bytes(half.map(|byte| u8::from(stops(byte))))
}

/// Whether a byte is one of these; behind 255, 0 follows. The last becomes the largest signed number, since vectors compare
/// signed ones.
#[inline]
const fn is_within(byte: u8, first: u8, last: u8) -> bool {
    let bound = 0x7f - last.wrapping_sub(first);
    let moved = byte.wrapping_sub(first).wrapping_add(bound);
    i8::from_ne_bytes([moved]) >= i8::from_ne_bytes([bound])
}

/// The letter behind the backslash of a short escape; of JSON that has its quotes, the blank for white space.
fn letter<const QUOTED: bool>(byte: u8) -> Option<u8> {
    Some(match byte {
        b'\n' | b'\r' | b'\t' if !QUOTED => b' ',
        _ if !QUOTED => return None,
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        b'\x08' => b'b',
        b'\x0c' => b'f',
        _ => return None,
    })
}

/// Whether a character that begins with these bytes may be unsafe; those of kana, full width and emoji do not.
fn may_be_unsafe(first: u8, second: u8) -> bool {
    match first {
        0xcd => second == 0x8f,
        0xd8 => second == 0x9c,
        0xe1 => matches!(second, 0x85 | 0x9e | 0xa0),
        0xe2 => matches!(second, 0x80 | 0x81),
        0xe3 => second == 0x85,
        0xef => matches!(second, 0xb8 | 0xbb | 0xbe | 0xbf),
        0xf0 => matches!(second, 0x9b | 0x9d),
        _ => true,
    }
}

/// Writes a character as its UTF-16 units.
fn numbered(out: &mut Vec<u8>, c: char) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for unit in c.encode_utf16(&mut [0; 2]) {
        out.extend_from_slice(b"\\u");
        out.extend([12, 8, 4, 0].map(|shift| DIGITS[usize::from(*unit >> shift & 15)]));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is written, character by character.
    fn slowly(text: &str, quoted: bool) -> String {
        let numbered = |c: char| {
            let units = c.encode_utf16(&mut [0; 2]).to_vec();
            units.iter().fold(String::new(), |text, unit| format!("{text}\\u{unit:04x}"))
        };
        let written = |c: char| match c {
            '\n' | '\r' | '\t' if !quoted => " ".to_owned(),
            '"' | '\\' | '\u{0}'..='\u{1f}' if quoted => {
                let json = serde_json::to_string(&c).expect("a string");
                json[1..json.len() - 1].to_owned()
            }
            c if is_unsafe(c) => numbered(c),
            c => c.to_string(),
        };
        text.chars().map(written).collect()
    }

    #[track_caller]
    fn check(text: &str) {
        for (write, quoted) in [(string as fn(&mut Vec<u8>, &str), true), (json, false)] {
            let mut out = b"x".to_vec();
            write(&mut out, text);
            assert_eq!(String::from_utf8_lossy(&out), format!("x{}", slowly(text, quoted)));
        }
    }

    /// Every character of the planes that have unsafe ones, alone and amid a block.
    #[test]
    fn every_character_is_written_as_it_should_be() {
        for c in ('\0'..='\u{1ffff}').chain('\u{e0000}'..='\u{e1000}').chain([char::MAX]) {
            check(&c.to_string());
            check(&format!("abcdefghij{c}klmnopqrstu"));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_written_as_it_should_be(text in "[\\PC\\x00-\\x7f\u{200b}-\u{2070}、。你好😀\u{e0041}]{0,80}") {
            check(&text);
        }

        /// serde_json reads the text again.
        #[test]
        fn strings_are_read_again(text in any::<String>()) {
            let mut out = Vec::new();
            super::super::member(&mut out, "", &text);
            prop_assert_eq!(serde_json::from_slice::<String>(&out).expect("JSON"), text);
        }
    }
}
