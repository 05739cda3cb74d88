//! Numbers and words.

use std::ops::Range;

use super::pieces::How;
use super::{Due, Mender};
use crate::diagnose::help::Help;
use crate::json::fault::SyntaxFault;
use crate::json::scan::Cursor;

impl Mender<'_> {
    /// The text of these bytes, which are UTF-8.
    pub(super) fn text_of(&self, span: Range<usize>) -> &str {
        std::str::from_utf8(self.bytes.get(span).unwrap_or_default()).unwrap_or_default()
    }

    pub(super) fn number(&mut self) {
        let span = self.pos..self.word_end().max(self.pos + 1);
        let text = self.text_of(span.clone()).to_owned();
        self.pos = span.end;
        if self.at_lone_quote() {
            // A text of digits, of which the first quote is missing.
            self.due = Due::After;
            self.unexpected(span.end..span.end + 1, Help::QuoteText);
            self.quoted(span.clone());
            self.pos = span.end + 1;
            return;
        }
        if is_number(&text) {
            self.out.copy(&text, span.start);
            return;
        }
        self.fault(SyntaxFault::InvalidNumber, span.clone(), None);
        let digits = text.trim_start_matches('+');
        let zeros = digits.len() - digits.trim_start_matches('0').len();
        let digits = &digits[zeros..];
        if is_number(digits) && !digits.starts_with('-') {
            self.out.put(digits, span, How::Replaced);
        } else {
            self.out.put("0", span, How::Invented);
        }
    }

    /// A literal, or text that should be quoted.
    pub(super) fn word(&mut self) {
        let span = self.pos..self.word_end();
        let text = self.text_of(span.clone()).to_owned();
        if matches!(&*text, "true" | "false" | "null") {
            self.pos = span.end;
            self.out.copy(&text, span.start);
            return;
        }
        let meant = match &*text.to_ascii_lowercase() {
            "true" => Some("true"),
            "false" => Some("false"),
            "null" | "none" | "nil" | "undefined" => Some("null"),
            _ => None,
        };
        if let Some(meant) = meant {
            self.unexpected(span.clone(), Help::Write(meant));
            self.pos = span.end;
            self.out.put(meant, span, How::Replaced);
            return;
        }
        if matches!(&*text, "NaN" | "Infinity") {
            self.unexpected(span.clone(), None);
            self.pos = span.end;
            self.out.put("null", span, How::Invented);
            return;
        }
        // Up to what may stand behind a value.
        let rest = self.rest();
        let end = rest.iter().position(|byte| matches!(byte, b',' | b'}' | b']' | b'\n' | b'"'));
        let line = self.text_of(self.pos..self.pos + end.unwrap_or(rest.len())).trim_end();
        let span = self.pos..self.pos + line.len().max(span.len());
        self.unexpected(span.clone(), Help::QuoteText);
        self.quoted(span);
        // The quote that closes it may be there.
        self.pos += usize::from(self.at_lone_quote());
    }

    /// Whether at the cursor stands a quote that can only close a text without another, as in `"a":b","c":1`.
    fn at_lone_quote(&self) -> bool {
        let behind = self.rest().strip_prefix(b"\"");
        let near = behind.map(|behind| behind[..behind.len().min(16)].trim_ascii_start());
        near.is_some_and(|near| matches!(near.first(), Some(b',' | b'}' | b']')))
    }

    /// Writes bare text as a string.
    pub(super) fn quoted(&mut self, span: Range<usize>) {
        self.out.put("\"", span.start..span.start, How::Replaced);
        let text = self.text_of(span.clone()).to_owned();
        for (at, c) in text.char_indices() {
            let source = span.start + at..span.start + at + c.len_utf8();
            match c {
                '\\' => self.out.put("\\\\", source, How::Replaced),
                '"' => self.out.put("\\\"", source, How::Replaced),
                c if (c as u32) < 0x20 => self.out.put(" ", source, How::Replaced),
                c => self.out.copy(c.encode_utf8(&mut [0; 4]), source.start),
            }
        }
        self.out.put("\"", span.end..span.end, How::Replaced);
        self.pos = span.end;
    }
}

fn is_number(text: &str) -> bool {
    let mut cursor = Cursor::new(text.as_bytes());
    cursor.number().is_ok() && cursor.peek().is_none()
}
