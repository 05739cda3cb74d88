//! Escapes: read away, written, and looked through when a place has to be named.

use std::borrow::Cow;

use super::string::{hex, plain_prefix};

/// The text of a string body that the scanner has checked.
#[inline]
pub(crate) fn unescape(raw: &str, escaped: bool) -> Cow<'_, str> {
    if !escaped {
        return Cow::Borrowed(raw);
    }
    // What is meant is never longer than what is written. Growing would leave copies behind, and the text
    // may be a secret.
    let mut text = String::with_capacity(raw.len());
    text.extend(chars(raw));
    Cow::Owned(text)
}

/// The characters that a checked string body means.
pub(crate) fn chars(raw: &str) -> Chars<'_> {
    Chars { rest: raw.chars() }
}

/// See [`chars`].
#[derive(Clone, Debug)]
pub(crate) struct Chars<'a> {
    rest: std::str::Chars<'a>,
}

impl Chars<'_> {
    /// The four digits of an escape; the scanner has seen that they are there.
    fn unit(&mut self) -> u32 {
        (0..4).filter_map(|_| self.rest.next()).fold(0, |unit, digit| {
            unit << 4 | u8::try_from(digit).ok().and_then(hex).map_or(0, u32::from)
        })
    }
}

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let first = self.rest.next()?;
        if first != '\\' {
            return Some(first);
        }
        Some(match self.rest.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let mut code = self.unit();
                if (0xd800..0xdc00).contains(&code) {
                    self.rest.next();
                    self.rest.next();
                    code = 0x1_0000 + ((code - 0xd800) << 10) + (self.unit() & 0x3ff);
                }
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            other => other,
        })
    }
}

/// Where in the raw string body the byte `at` of its unescaped text comes from.
pub(crate) fn raw_offset(raw: &str, at: usize) -> usize {
    let mut chars = chars(raw);
    let mut meant = 0;
    loop {
        let start = raw.len() - chars.rest.as_str().len();
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
