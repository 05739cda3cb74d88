//! What has no place in JSON.

use super::Mender;
use super::look::Next;
use crate::diagnose::help::Help;
use crate::json::fault::SyntaxFault;

/// How long a comment behind `#` is at most.
const COMMENT: usize = 256;

impl Mender<'_> {
    /// Steps over a comment, or over characters that cannot stand here, and tells of them.
    pub(super) fn skip_junk(&mut self) {
        let start = self.pos;
        let rest = self.rest();
        let find = |what: &[u8]| rest.windows(what.len()).position(|window| window == what);
        let (length, help) = if rest.starts_with(b"//") {
            (find(b"\n").unwrap_or(rest.len()), Some(Help::NoComments))
        } else if rest.starts_with(b"/*") {
            (find(b"*/").map_or(rest.len(), |end| end + 2), Some(Help::NoComments))
        } else if rest.starts_with(b"#") {
            // Where a line follows; else it may be a slip.
            let near = rest.get(..rest.len().min(COMMENT)).unwrap_or_default();
            (near.iter().position(|byte| *byte == b'\n').unwrap_or(0), Some(Help::NoComments))
        } else {
            (0, None)
        };
        if length > 0 {
            self.pos += length;
            self.unexpected(start..self.pos, help);
            return;
        }
        while self.pos < self.bytes.len() && self.next().is_none() {
            match self.bytes.get(self.pos) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => break,
                Some(b'/' | b'#') if self.pos > start => break,
                _ => self.pos += self.length(),
            }
        }
        self.pos = self.pos.min(self.bytes.len());
        if self.pos == start {
            self.pos += 1;
        }
        let span = start..self.pos;
        if std::str::from_utf8(&self.bytes[span.clone()]).is_err() {
            self.fault(SyntaxFault::InvalidUtf8, span, None);
        } else {
            self.unexpected(span, None);
        }
    }

    /// Steps over what stands behind a value where a comma should, and tells of it.
    pub(super) fn skip_garbage(&mut self) {
        let start = self.pos;
        let mut end = start;
        loop {
            self.skip_space();
            let Some(next) = self.next() else {
                self.pos += self.length();
                end = self.pos;
                continue;
            };
            if self.pos > start && self.is_name(next) {
                break;
            }
            match next {
                Next::Comma(_) | Next::Close(_) | Next::End => break,
                Next::Quote(quote) => self.pos = self.quoted_end(quote),
                Next::Word | Next::Number => self.pos = self.word_end().max(self.pos + 1),
                Next::Open(_) => self.skip_nested(),
                Next::Colon(length) => self.pos += length,
            }
            end = self.pos;
        }
        self.pos = self.pos.min(self.bytes.len());
        let help = self.after_text.then_some(Help::EscapeQuote);
        self.unexpected(start..end.max(start + 1).min(self.bytes.len()), help);
    }

    /// Steps over an object or array as far as its brackets can be followed.
    pub(super) fn skip_nested(&mut self) {
        let mut open = 0_usize;
        while let Some(&byte) = self.bytes.get(self.pos) {
            match byte {
                b'"' => {
                    let Some(Next::Quote(quote)) = self.next() else { break };
                    self.pos = self.quoted_end(quote);
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open = open.saturating_sub(1),
                _ => {}
            }
            self.pos += 1;
            if open == 0 {
                break;
            }
        }
    }
}
