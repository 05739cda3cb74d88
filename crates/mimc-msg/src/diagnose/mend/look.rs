//! What stands next in a text that may be no JSON.

use super::Mender;
use crate::diagnose::help::Help;

/// What may open a string, and what then closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    pub(super) open: &'static str,
    /// What closes it; a quote of the other hand is often written where this one is meant.
    pub(super) close: &'static [&'static str],
    /// What to do about it, where it is none of JSON.
    pub(super) help: Option<Help>,
}

const QUOTES: &[Quote] = &[
    Quote { open: "\"", close: &["\""], help: None },
    Quote { open: "'", close: &["'"], help: Some(Help::DoubleQuotes) },
    Quote { open: "`", close: &["`"], help: Some(Help::DoubleQuotes) },
    Quote { open: "\\\"", close: &["\\\""], help: Some(Help::Unescape) },
    Quote { open: "&quot;", close: &["&quot;"], help: Some(Help::UnescapeHtml) },
    Quote { open: "&#34;", close: &["&#34;"], help: Some(Help::UnescapeHtml) },
    Quote { open: "\u{201c}", close: &["\u{201d}", "\u{201c}"], help: Some(Help::StraightQuotes) },
    Quote { open: "\u{201d}", close: &["\u{201d}", "\u{201c}"], help: Some(Help::StraightQuotes) },
    Quote { open: "\u{2018}", close: &["\u{2019}", "\u{2018}"], help: Some(Help::StraightQuotes) },
    Quote { open: "\u{2019}", close: &["\u{2019}", "\u{2018}"], help: Some(Help::StraightQuotes) },
    Quote { open: "\u{ff02}", close: &["\u{ff02}"], help: Some(Help::StraightQuotes) },
];

/// What stands next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Open(u8),
    Close(u8),
    /// A comma, or what looks like one, of so many bytes.
    Comma(usize),
    Colon(usize),
    Quote(Quote),
    Number,
    Word,
    End,
}

impl Mender<'_> {
    /// What stands at the cursor, once white space and all that has no place in JSON have been skipped.
    pub(super) fn look(&mut self) -> Next {
        loop {
            self.skip_space();
            if let Some(next) = self.next() {
                return next;
            }
            self.skip_junk();
        }
    }

    /// What stands at the cursor; None where it has no place in JSON.
    pub(super) fn next(&self) -> Option<Next> {
        let rest = self.rest();
        let Some(&byte) = rest.first() else { return Some(Next::End) };
        Some(match byte {
            b'{' | b'[' => Next::Open(byte),
            b'}' | b']' => Next::Close(byte),
            b',' | b';' => Next::Comma(1),
            b':' | b'=' => Next::Colon(1),
            b'-' | b'+' | b'.' | b'0'..=b'9' => Next::Number,
            b'_' | b'$' | b'a'..=b'z' | b'A'..=b'Z' => Next::Word,
            _ => {
                let quote = QUOTES.iter().find(|quote| rest.starts_with(quote.open.as_bytes()));
                if let Some(quote) = quote {
                    return Some(Next::Quote(*quote));
                }
                match self.char_at(self.pos) {
                    Ok(comma @ ('\u{ff0c}' | '\u{3001}')) => Next::Comma(comma.len_utf8()),
                    Ok(colon @ '\u{ff1a}') => Next::Colon(colon.len_utf8()),
                    Ok(letter) if letter.is_alphanumeric() => Next::Word,
                    _ => return None,
                }
            }
        })
    }

    pub(super) fn rest(&self) -> &[u8] {
        self.bytes.get(self.pos..).unwrap_or_default()
    }

    pub(super) fn skip_space(&mut self) {
        self.pos = self.behind_space(self.pos);
    }

    /// The byte at or behind `at` that is no white space, or the end of the text.
    pub(super) fn behind_space(&self, at: usize) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count()
    }

    /// The character at a byte; where there is none, how many bytes are not UTF-8.
    pub(super) fn char_at(&self, at: usize) -> Result<char, usize> {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let some = &rest[..rest.len().min(4)];
        let valid = match std::str::from_utf8(some) {
            Ok(text) => text,
            Err(error) if error.valid_up_to() > 0 => {
                std::str::from_utf8(&some[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(error) => return Err(error.error_len().unwrap_or(some.len()).max(1)),
        };
        valid.chars().next().ok_or(1)
    }

    /// How many bytes the character at the cursor has, or what is none.
    pub(super) fn length(&self) -> usize {
        self.char_at(self.pos).map_or_else(|length| length, char::len_utf8)
    }

    /// How many bytes at the cursor are not UTF-8.
    pub(super) fn invalid_run(&self) -> usize {
        let mut end = self.pos;
        while end < self.bytes.len() {
            match self.char_at(end) {
                Ok(_) => break,
                Err(length) => end += length,
            }
        }
        end.min(self.bytes.len()) - self.pos
    }

    /// Where the word at the cursor ends: a name or a literal that is not quoted.
    pub(super) fn word_end(&self) -> usize {
        let mut end = self.pos;
        while let Ok(c) = self.char_at(end) {
            let goes_on = c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '+' | '.');
            if !goes_on {
                break;
            }
            end += c.len_utf8();
        }
        end
    }

    /// Whether what stands at the cursor is a name: a string or word before a colon.
    pub(super) fn is_name(&self, next: Next) -> bool {
        let end = match next {
            Next::Quote(quote) => self.quoted_end(quote),
            Next::Word | Next::Number => self.word_end(),
            _ => return false,
        };
        let end = self.behind_space(end);
        matches!(self.bytes.get(end), Some(b':'))
            || self.bytes.get(end..).is_some_and(|rest| rest.starts_with("\u{ff1a}".as_bytes()))
    }

    /// Behind the quote that closes the string at the cursor, or the end of the text.
    pub(super) fn quoted_end(&self, quote: Quote) -> usize {
        let mut at = self.pos + quote.open.len();
        while at < self.bytes.len() {
            let rest = &self.bytes[at..];
            if let Some(close) = quote.close.iter().find(|close| rest.starts_with(close.as_bytes()))
            {
                return at + close.len();
            }
            at += if rest.first() == Some(&b'\\') { 2 } else { 1 };
        }
        self.bytes.len()
    }
}

/// The mark at the start of a text, with no more than a few blanks before it.
pub(super) fn near_mark(text: &[u8]) -> Option<u8> {
    text.get(..text.len().min(16)).unwrap_or_default().trim_ascii_start().first().copied()
}
