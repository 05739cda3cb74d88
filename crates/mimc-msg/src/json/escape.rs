//! Escapes: read away, written, and looked through when a place has to be named.

use std::borrow::Cow;

use super::plain::plain_prefix;
use super::string::hex4;

/// The text of a string body that the scanner has checked.
#[inline]
pub(crate) fn unescape(raw: &str, escaped: bool) -> Cow<'_, str> {
    if escaped { Cow::Owned(meaning(raw)) } else { Cow::Borrowed(raw) }
}

/// As [`unescape`], for a body with escapes: its text is written to a buffer, in the place of what is there.
#[inline(never)]
pub(crate) fn unescape_into<'b>(raw: &str, buffer: &'b mut Vec<u8>) -> Cow<'b, str> {
    buffer.clear();
    let mut text = String::from_utf8(std::mem::take(buffer)).unwrap_or_default();
    write_meaning(raw, &mut text);
    *buffer = text.into_bytes();
    simdutf8::basic::from_utf8(buffer).map_or_else(|_| Cow::Owned(meaning(raw)), Cow::Borrowed)
}

/// What a string body with escapes means.
fn meaning(raw: &str) -> String {
    let mut text = String::new();
    write_meaning(raw, &mut text);
    text
}

#[inline(never)]
fn write_meaning(raw: &str, text: &mut String) {
    // What is meant is never longer than what is written. Growing would leave copies behind, and the text
    // may be a secret.
    text.reserve_exact(raw.len());
    let mut rest = raw;
    loop {
        let (plain, stop) = rest.split_at(plain_prefix(rest.as_bytes()));
        text.push_str(plain);
        rest = stop;
        if rest.is_empty() {
            return;
        }
        while let [b'\\', code, digits @ ..] = rest.as_bytes() {
            let (meant, length) = escape(*code, digits);
            text.push(meant);
            rest = &rest[length..];
        }
    }
}

/// The characters that a checked string body means.
pub(crate) fn chars(raw: &str) -> Chars<'_> {
    Chars { rest: raw }
}

/// See [`chars`].
#[derive(Clone, Debug)]
pub(crate) struct Chars<'a> {
    rest: &'a str,
}

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let (meant, length) = match self.rest.as_bytes() {
            [b'\\', code, digits @ ..] => escape(*code, digits),
            _ => self.rest.chars().next().map(|plain| (plain, plain.len_utf8()))?,
        };
        self.rest = &self.rest[length..];
        Some(meant)
    }
}

/// For each character of a checked string body, how many bytes it is written with, and how many it means.
pub(crate) fn lengths(raw: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut all = chars(raw);
    std::iter::from_fn(move || {
        let before = all.rest.len();
        let next = all.next()?;
        Some((before - all.rest.len(), next.len_utf8()))
    })
}

/// What an escape means, and its length, by the character behind its backslash and what follows it. The scanner has
/// seen that it is sound.
#[inline]
fn escape(code: u8, digits: &[u8]) -> (char, usize) {
    let unit =
        |digits: &[u8]| digits.first_chunk().and_then(|four| hex4(*four)).map_or(0, u32::from);
    let meant = match code {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let first = unit(digits);
            let (code, length) = match (first, digits.get(6..)) {
                (0xd800..0xdc00, Some(second)) => {
                    (0x1_0000 + ((first - 0xd800) << 10) + (unit(second) & 0x3ff), 12)
                }
                _ => (first, 6),
            };
            return (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), length);
        }
        other => char::from(other),
    };
    (meant, 2)
}

/// Where in the raw string body the byte `at` of its unescaped text comes from.
pub(crate) fn raw_offset(raw: &str, at: usize) -> usize {
    let mut chars = chars(raw);
    let mut meant = 0;
    loop {
        let start = raw.len() - chars.rest.len();
        match chars.next() {
            Some(next) if meant + next.len_utf8() <= at => meant += next.len_utf8(),
            _ => return start,
        }
    }
}

/// Appends a JSON string: quotes, and only the escapes that JSON demands.
pub(crate) fn write_string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    write_escaped(text, out);
    out.push(b'"');
}

fn write_escaped(text: &str, out: &mut Vec<u8>) {
    let mut rest = text.as_bytes();
    loop {
        let (plain, stop) = rest.split_at(plain_prefix(rest));
        out.extend_from_slice(plain);
        let Some((&byte, after)) = stop.split_first() else {
            return;
        };
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0c => out.extend_from_slice(b"\\f"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            control => {
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                out.extend_from_slice(b"\\u00");
                out.push(DIGITS[usize::from(control >> 4)]);
                out.push(DIGITS[usize::from(control & 15)]);
            }
        }
        rest = after;
    }
}
