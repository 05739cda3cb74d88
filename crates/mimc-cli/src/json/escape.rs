//! Which characters are escaped, and how they are found.
//!
//! Nearly all text needs no escape, so it is looked at in blocks, of which the compiler makes vectors, and copied in runs. What a block finds is only suspected: bytes that begin characters of which some are unsafe.

use crate::show::is_unsafe;

/// How many bytes are looked at together.
const BLOCK: usize = 16;

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
        let found = find::<QUOTED>(block);
        if found != 0 {
            writing.stop(start, found);
        }
        start += BLOCK;
    }
    writing.stop(start, find::<QUOTED>(&last));
    writing.up_to(text.len(), text.len());
}

struct Writing<'w, const QUOTED: bool> {
    out: &'w mut Vec<u8>,
    text: &'w str,
    /// How much of the text has been written.
    written: usize,
}

impl<const QUOTED: bool> Writing<'_, QUOTED> {
    /// Looks at what was found in a block: writes the text up to it, and its escape, if it has one.
    fn stop(&mut self, start: usize, mut found: u128) {
        while found != 0 {
            self.character(start + found.trailing_zeros() as usize / 8);
            found &= found - 1;
        }
    }

    #[inline]
    fn character(&mut self, at: usize) {
        let bytes = self.text.as_bytes();
        let (first, second) = (bytes[at], bytes.get(at + 1).copied().unwrap_or_default());
        if let Some(short) = short::<QUOTED>(first) {
            self.up_to(at, at + 1);
            self.out.extend_from_slice(short);
        } else if may_be_unsafe(first, second) {
            let c = self.text.get(at..).and_then(|rest| rest.chars().next());
            if let Some(c) = c.filter(|c| is_unsafe(*c)) {
                self.up_to(at, at + c.len_utf8());
                numbered(self.out, c);
            }
        }
    }

    /// Writes the text up to here; it goes on there.
    #[inline]
    fn up_to(&mut self, here: usize, there: usize) {
        self.out.extend_from_slice(&self.text.as_bytes()[self.written..here]);
        self.written = there;
    }
}

/// The bytes of a block that are stopped at: of each, the lowest bit of a byte.
#[inline]
fn find<const QUOTED: bool>(block: &[u8]) -> u128 {
    let block = <[u8; BLOCK]>::try_from(block).unwrap_or([0; BLOCK]);
    u128::from_le_bytes(block.map(|byte| u8::from(stops::<QUOTED>(byte))))
}

/// Whether a byte is stopped at. Without `||`, which would stand in the way of looking at sixteen together: with it, writing
/// a record takes three times as many instructions.
#[inline]
#[allow(clippy::needless_bitwise_bool, reason = "see above")]
const fn stops<const QUOTED: bool>(byte: u8) -> bool {
    is_suspect(byte) | (QUOTED & ((byte == b'"') | (byte == b'\\')))
}

/// Whether a character that begins with this byte may be unsafe; those of Han do not.
#[inline]
#[allow(clippy::needless_bitwise_bool, reason = "as above")]
const fn is_suspect(byte: u8) -> bool {
    (byte < b' ')
        | (byte == 0x7f)
        | (byte == 0xc2)
        | (byte == 0xcd)
        | (byte == 0xd8)
        | ((byte >= 0xe1) & (byte <= 0xe3))
        | (byte >= 0xef)
}

/// What is written instead of a byte that has a short escape, or that is white space.
fn short<const QUOTED: bool>(byte: u8) -> Option<&'static [u8]> {
    Some(match byte {
        b'\n' | b'\r' | b'\t' if !QUOTED => b" ",
        _ if !QUOTED => return None,
        b'"' => b"\\\"",
        b'\\' => b"\\\\",
        b'\n' => b"\\n",
        b'\r' => b"\\r",
        b'\t' => b"\\t",
        b'\x08' => b"\\b",
        b'\x0c' => b"\\f",
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
            super::super::string(&mut out, &text);
            prop_assert_eq!(serde_json::from_slice::<String>(&out).expect("JSON"), text);
        }
    }
}
