//! Numbers and words.

use std::ops::Range;

use super::look::near_mark;
use super::pieces::How;
use super::{Due, Mender};
use crate::diagnose::help::Help;
use crate::diagnose::names::NAMES;
use crate::diagnose::outline::PartForm;
use crate::json::fault::SyntaxFault;
use crate::json::scan::Cursor;

impl Mender<'_> {
    /// The text of these bytes, which are UTF-8.
    pub(super) fn text_of(&self, span: Range<usize>) -> &str {
        std::str::from_utf8(self.bytes.get(span).unwrap_or_default()).unwrap_or_default()
    }

    /// Reads a number; gives what it is and where it stands.
    pub(super) fn number(&mut self) -> (PartForm, Range<usize>) {
        let span = self.pos..self.word_end().max(self.pos + 1);
        let text = self.text_of(span.clone()).to_owned();
        self.pos = span.end;
        if self.at_lone_quote(b",}]") {
            // A text of digits, of which the first quote is missing.
            self.due = Due::After;
            self.unexpected(span.end..span.end + 1, Help::QuoteText);
            self.quoted(span.clone());
            self.pos = span.end + 1;
            return (PartForm::BareText, span);
        }
        if is_number(&text) {
            self.out.copy(&text, span.start);
            return (PartForm::Number, span);
        }
        self.fault(SyntaxFault::InvalidNumber, span.clone(), None);
        let digits = text.trim_start_matches('+');
        let zeros = digits.len() - digits.trim_start_matches('0').len();
        let digits = &digits[zeros..];
        if is_number(digits) && !digits.starts_with('-') {
            self.out.put(digits, span.clone(), How::Replaced);
        } else {
            self.out.put("0", span.clone(), How::Invented);
        }
        (PartForm::Number, span)
    }

    /// Reads a literal, or text that should be quoted; gives what it is and where it stands.
    pub(super) fn word(&mut self) -> (PartForm, Range<usize>) {
        let span = self.pos..self.word_end();
        let text = self.text_of(span.clone()).to_owned();
        if matches!(&*text, "true" | "false" | "null") {
            self.pos = span.end;
            self.out.copy(&text, span.start);
            return (PartForm::Literal, span);
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
            self.out.put(meant, span.clone(), How::Replaced);
            return (PartForm::Literal, span);
        }
        if matches!(&*text, "NaN" | "Infinity") {
            self.unexpected(span.clone(), Help::NoNan);
            self.pos = span.end;
            self.out.put("null", span.clone(), How::Invented);
            return (PartForm::Literal, span);
        }
        // Up to what may stand behind a value, or to the next member.
        let rest = self.rest();
        let end = rest.iter().position(|byte| matches!(byte, b',' | b'}' | b']' | b'\n' | b'"'));
        let line = self.text_of(self.pos..self.pos + end.unwrap_or(rest.len()));
        let line = line.get(..member(line)).unwrap_or_default().trim_end();
        let span = self.pos..self.pos + line.len().max(span.len());
        self.unexpected(span.clone(), Help::QuoteText);
        self.quoted(span.clone());
        // The quote that closes it may be there.
        self.pos += usize::from(self.at_lone_quote(b",}]"));
        (PartForm::BareText, span)
    }

    /// Whether at the cursor stands a quote that can only close a text without another, as in `"a":b","c":1`: one of these
    /// marks stands behind it.
    pub(super) fn at_lone_quote(&self, marks: &[u8]) -> bool {
        let behind = self.rest().strip_prefix(b"\"");
        behind.and_then(near_mark).is_some_and(|mark| marks.contains(&mark))
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

/// Where in a text the name of a member of messages begins, behind a blank and with a colon behind it: else its end.
fn member(text: &str) -> usize {
    let mut blank = false;
    let starts = text.char_indices().filter(|(_, c)| {
        let before = std::mem::replace(&mut blank, c.is_whitespace());
        before && !blank
    });
    let mut starts = starts.map(|(at, _)| at);
    starts.find(|at| begins_member(text.get(*at..).unwrap_or_default())).unwrap_or(text.len())
}

fn begins_member(text: &str) -> bool {
    const QUOTES: [char; 6] = ['\'', '`', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}'];
    let text = text.strip_prefix(QUOTES).unwrap_or(text);
    let behind = NAMES.iter().find_map(|name| {
        text.strip_prefix(name).filter(|behind| !behind.starts_with(char::is_alphanumeric))
    });
    behind.is_some_and(|behind| {
        let behind = behind.strip_prefix(QUOTES).unwrap_or(behind);
        behind.trim_start().starts_with([':', '\u{ff1a}'])
    })
}

fn is_number(text: &str) -> bool {
    let mut cursor = Cursor::new(text.as_bytes());
    cursor.number().is_ok() && cursor.peek().is_none()
}
