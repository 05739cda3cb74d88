//! Strings, whatever closes them.

use super::look::Quote;
use super::pieces::How;
use super::{Due, Mender};
use crate::diagnose::help::Help;
use crate::json::fault::SyntaxFault;
use crate::json::string::hex4;

/// How far is looked for a name behind a line end inside a string.
const NAME_WITHIN: usize = 256;

impl Mender<'_> {
    /// Reads the string at the cursor and writes it as one of JSON; gives where it begins in what is written.
    pub(super) fn string(&mut self, quote: Quote) -> usize {
        let start = self.out.text.len();
        let open = self.pos..self.pos + quote.open.len();
        self.pos = open.end;
        let how = if quote.help.is_none() { How::Copied } else { How::Replaced };
        self.out.put("\"", open, how);
        loop {
            let rest = self.rest();
            if let Some(close) = quote.close.iter().find(|close| rest.starts_with(close.as_bytes()))
            {
                let span = self.pos..self.pos + close.len();
                if quote.help.is_none() && self.opens_a_name() {
                    self.unexpected(span.start..span.end + 1, Help::CloseQuote);
                    self.close_before_comma();
                    return start;
                }
                self.pos = span.end;
                self.out.put("\"", span, how);
                return start;
            }
            let Some(&byte) = rest.first() else {
                self.cut_off();
                self.out.put("\"", self.pos..self.pos, How::Replaced);
                return start;
            };
            match byte {
                b'\\' => self.escape(quote),
                b'"' => {
                    self.out.put("\\\"", self.pos..self.pos + 1, How::Replaced);
                    self.pos += 1;
                }
                b'\n' | b'\r' if quote.help.is_none() && self.should_have_closed() => {
                    self.fault(
                        SyntaxFault::ControlInString,
                        self.pos..self.pos + 1,
                        Help::CloseQuote,
                    );
                    self.close_before_comma();
                    return start;
                }
                ..0x20 => self.control(byte),
                0x20..0x80 => self.plain(),
                _ => self.beyond_ascii(),
            }
        }
    }

    /// Copies what needs no look.
    fn plain(&mut self) {
        // A quote of another sort may close the string.
        let stops =
            |byte: &u8| matches!(byte, ..0x20 | 0x80.. | b'"' | b'\\' | b'\'' | b'`' | b'&');
        let rest = self.rest();
        self.copy(rest.iter().position(stops).unwrap_or(rest.len()).max(1));
    }

    /// Copies a character, or replaces bytes that are not UTF-8.
    fn beyond_ascii(&mut self) {
        match self.char_at(self.pos) {
            Ok(c) => self.copy(c.len_utf8()),
            Err(_) => {
                let span = self.pos..self.pos + self.invalid_run();
                self.fault(SyntaxFault::InvalidUtf8, span.clone(), None);
                self.out.put("\u{fffd}", span.clone(), How::Replaced);
                self.pos = span.end;
            }
        }
    }

    /// Copies bytes that are UTF-8.
    fn copy(&mut self, length: usize) {
        let end = (self.pos + length).min(self.bytes.len());
        let text = std::str::from_utf8(&self.bytes[self.pos..end]).unwrap_or_default();
        self.out.copy(text, self.pos);
        self.pos = end;
    }

    fn control(&mut self, byte: u8) {
        let span = self.pos..self.pos + 1;
        self.fault(SyntaxFault::ControlInString, span.clone(), Help::EscapeControl(byte));
        let escaped = match byte {
            b'\n' => "\\n".to_owned(),
            b'\r' => "\\r".to_owned(),
            b'\t' => "\\t".to_owned(),
            other => format!("\\u{other:04x}"),
        };
        self.out.put(&escaped, span, How::Replaced);
        self.pos += 1;
    }

    /// Reads the escape at the cursor.
    fn escape(&mut self, quote: Quote) {
        let rest = self.rest();
        if quote.open == "\\\"" && rest.starts_with(b"\\\\\\\"") {
            // The escaped quote of a text that was escaped again.
            self.out.put("\\\"", self.pos..self.pos + 4, How::Replaced);
            self.pos += 4;
            return;
        }
        match rest.get(1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.copy(2),
            Some(b'u') => self.unicode(),
            Some(b'\'') if quote.open == "'" => {
                self.out.put("'", self.pos..self.pos + 2, How::Replaced);
                self.pos += 2;
            }
            Some(_) => {
                let length = self.char_at(self.pos + 1).map_or(1, char::len_utf8);
                self.invalid_escape(1 + length);
            }
            None => {
                self.pos += 1;
                self.cut_off();
            }
        }
    }

    fn unicode(&mut self) {
        let unit = |at: usize| {
            let digits = self.rest().get(at + 2..)?.first_chunk()?;
            self.rest().get(at..)?.starts_with(b"\\u").then(|| hex4(*digits)).flatten()
        };
        match (unit(0), unit(6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => self.copy(12),
            (Some(0xd800..=0xdfff), _) => {
                let span = self.pos..self.pos + 6;
                self.fault(SyntaxFault::LoneSurrogate, span.clone(), None);
                self.out.put("\\ufffd", span, How::Replaced);
                self.pos += 6;
            }
            (Some(_), _) => self.copy(6),
            (None, _) => {
                let rest = self.rest();
                let hex = rest.iter().skip(2).take(4).take_while(|byte| byte.is_ascii_hexdigit());
                let length = 2 + hex.count();
                if length == rest.len() {
                    self.pos = self.bytes.len();
                    self.cut_off();
                } else {
                    self.invalid_escape(length);
                }
            }
        }
    }

    /// What follows the backslash stays, as text.
    fn invalid_escape(&mut self, length: usize) {
        let span = self.pos..(self.pos + length).min(self.bytes.len());
        self.fault(SyntaxFault::InvalidEscape, span, Help::EscapeBackslash);
        self.out.put("\\\\", self.pos..self.pos + 1, How::Replaced);
        self.pos += 1;
    }

    /// Whether the quote at the cursor opens a name behind a comma: then the value before it was not closed, as in
    /// `"a":"b,"c":1`.
    fn opens_a_name(&self) -> bool {
        let in_value = matches!(self.due, Due::Value { .. });
        let in_object = self.levels.last().is_some_and(|level| level.object);
        if !in_value || !in_object || !self.out.text.trim_end().ends_with(',') {
            return false;
        }
        let rest = self.rest().get(1..).unwrap_or_default();
        let name = rest.iter().take(NAME_WITHIN);
        let length = name.take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        let behind = rest[length..].strip_prefix(b"\"").map(<[u8]>::trim_ascii_start);
        length > 0 && behind.is_some_and(|behind| behind.starts_with(b":"))
    }

    /// Whether behind the line end at the cursor an object goes on: then the string was not closed.
    fn should_have_closed(&self) -> bool {
        let rest = self.rest();
        let behind = rest[..rest.len().min(NAME_WITHIN)].trim_ascii_start();
        match behind.first() {
            Some(b'}' | b']') => true,
            Some(b'"') => {
                let near = &behind[1..];
                let end = near.iter().position(|byte| matches!(byte, b'"' | b'\n' | b'\\'));
                end.is_some_and(|end| {
                    near[end] == b'"' && near[end + 1..].trim_ascii_start().starts_with(b":")
                })
            }
            _ => false,
        }
    }

    /// Closes a string before the cursor; a comma at its end was meant as one between members.
    fn close_before_comma(&mut self) {
        let text = self.out.text.trim_end();
        let length = text.strip_suffix(',').unwrap_or(text).len();
        let comma = text.ends_with(',');
        let back = self.out.text.len() - length;
        self.out.truncate(length);
        self.out.put("\"", self.pos..self.pos, How::Replaced);
        // The comma is read again.
        if comma {
            self.pos = self.bytes[..self.pos]
                .iter()
                .rposition(|byte| *byte == b',')
                .filter(|at| self.pos - at <= back)
                .unwrap_or(self.pos);
        }
    }
}
