//! Objects, arrays, and what stands between their parts.

use std::collections::HashSet;

use super::look::{Next, Quote};
use super::pieces::How;
use super::{Due, Level, Mender};
use crate::diagnose::help::Help;
use crate::json::MAX_DEPTH;
use crate::json::escape::unescape;
use crate::json::fault::SyntaxFault;

impl Mender<'_> {
    /// Reads the text to its end.
    pub(super) fn run(&mut self) {
        const MARK: &[u8] = "\u{feff}".as_bytes();
        self.skip_space();
        if self.rest().starts_with(MARK) {
            let span = self.pos..self.pos + MARK.len();
            self.fault(SyntaxFault::ByteOrderMark, span.clone(), Help::DropMark);
            self.pos = span.end;
        }
        loop {
            let next = self.look();
            let done = match self.due {
                _ if next == Next::End => true,
                Due::Name { first } => self.at_name(next, first),
                Due::Colon => self.at_colon(next),
                Due::Value { first } => self.at_value(next, first),
                Due::After => self.after(next),
            };
            if done {
                break;
            }
        }
        self.end();
    }

    /// Closes what is open at the end of the text.
    fn end(&mut self) {
        match self.due {
            Due::Colon => self.out.invent(":null", self.pos),
            Due::Value { .. } if self.levels.last().is_none_or(|level| level.object) => {
                self.out.invent("null", self.pos);
            }
            _ => {}
        }
        if !self.levels.is_empty() || self.due != Due::After {
            self.cut_off();
        }
        while let Some(level) = self.levels.pop() {
            self.out.put(closer(&level), self.pos..self.pos, How::Replaced);
        }
        if self.nul {
            self.out.copy("\0", self.bytes.len());
        }
    }

    /// Writes the comma that is due, before a member or an item, and counts it.
    fn begin(&mut self) {
        if let Some(comma) = self.comma.take() {
            let copied = self.bytes.get(comma.clone()) == Some(b",");
            self.out.put(",", comma, if copied { How::Copied } else { How::Replaced });
        }
        let pos = self.pos;
        let Some(level) = self.levels.last_mut() else { return };
        level.count += 1;
        let (limit, fault) = if level.object {
            level.name = None;
            let limit = self.limits.members;
            (limit, SyntaxFault::TooManyMembers { limit })
        } else {
            level.index = level.count - 1;
            let limit = self.limits.items;
            (limit, SyntaxFault::TooManyItems { limit })
        };
        if level.count == (limit as usize).saturating_add(1) {
            self.fault(fault, pos..pos, None);
        }
    }

    fn at_name(&mut self, next: Next, first: bool) -> bool {
        match next {
            Next::Close(close) => {
                if !first {
                    self.unexpected(self.pos..self.pos + 1, Help::TrailingComma);
                }
                self.close(close);
            }
            Next::Quote(quote) => {
                self.begin();
                self.odd_quote(quote);
                let span = self.pos;
                let start = self.string(quote);
                self.named(start, span);
                self.due = Due::Colon;
            }
            Next::Word | Next::Number => {
                self.begin();
                let span = self.pos..self.word_end().max(self.pos + 1);
                self.unexpected(span.clone(), Help::QuoteName);
                let start = self.out.text.len();
                self.quoted(span.clone());
                self.named(start, span.start);
                self.due = Due::Colon;
            }
            Next::Comma(length) => {
                self.unexpected(self.pos..self.pos + length, Help::OneComma);
                self.pos += length;
            }
            Next::Colon(_) | Next::Open(_) => {
                self.begin();
                self.unexpected(self.pos..self.pos + 1, None);
                let name = self.unused_name();
                self.out.invent(&name, self.pos);
                self.due = Due::Colon;
                if next != Next::Colon(1) {
                    self.out.invent(":", self.pos);
                    self.due = Due::Value { first: false };
                }
            }
            Next::End => return true,
        }
        false
    }

    fn at_colon(&mut self, next: Next) -> bool {
        match next {
            Next::Colon(length) => {
                let span = self.pos..self.pos + length;
                let copied = self.bytes.get(self.pos) == Some(&b':');
                if !copied {
                    self.unexpected(span.clone(), Help::Colon);
                }
                self.out.put(":", span.clone(), if copied { How::Copied } else { How::Replaced });
                self.pos = span.end;
                self.due = Due::Value { first: false };
            }
            Next::Comma(_) | Next::Close(_) => {
                self.unexpected(self.pos..self.pos + 1, None);
                self.out.invent(":null", self.pos);
                self.due = Due::After;
            }
            _ => {
                self.unexpected(self.pos..self.pos + 1, Help::Colon);
                self.out.put(":", self.pos..self.pos, How::Replaced);
                self.due = Due::Value { first: false };
            }
        }
        false
    }

    fn at_value(&mut self, next: Next, first: bool) -> bool {
        let in_array = self.levels.last().is_some_and(|level| !level.object);
        let is_value = matches!(next, Next::Quote(_) | Next::Number | Next::Word | Next::Open(_));
        if in_array && is_value {
            self.begin();
        }
        self.after_text = matches!(next, Next::Quote(_));
        match next {
            Next::Quote(quote) => {
                self.odd_quote(quote);
                self.string(quote);
            }
            Next::Number => self.number(),
            Next::Word => self.word(),
            Next::Open(open) => {
                self.open(open);
                return false;
            }
            Next::Colon(length) => {
                self.unexpected(self.pos..self.pos + length, None);
                self.pos += length;
                return false;
            }
            Next::Comma(length) if in_array => {
                self.unexpected(self.pos..self.pos + length, Help::OneComma);
                self.pos += length;
                return false;
            }
            Next::Close(close) if in_array => {
                if !first {
                    self.unexpected(self.pos..self.pos + 1, Help::TrailingComma);
                }
                self.close(close);
                return false;
            }
            Next::Comma(_) | Next::Close(_) => {
                self.unexpected(self.pos..self.pos + 1, None);
                self.out.invent("null", self.pos);
            }
            Next::End => return true,
        }
        self.due = Due::After;
        false
    }

    fn after(&mut self, next: Next) -> bool {
        let Some(level) = self.levels.last() else {
            let end = self.bytes.len();
            self.unexpected(self.pos..end, matches!(next, Next::Open(_)).then_some(Help::OneText));
            self.pos = end;
            return true;
        };
        let object = level.object;
        match next {
            Next::Comma(length) => {
                let span = self.pos..self.pos + length;
                if self.bytes.get(self.pos) != Some(&b',') {
                    self.unexpected(span.clone(), Help::Comma);
                }
                self.pos = span.end;
                self.comma = Some(span);
                self.part(object);
            }
            Next::Close(close) => self.close(close),
            Next::End => return true,
            Next::Quote(_) | Next::Word | Next::Number if object && !self.is_name(next) => {
                self.skip_garbage();
            }
            Next::Colon(_) => self.skip_garbage(),
            Next::Open(_) if object => self.skip_garbage(),
            Next::Quote(_) | Next::Word | Next::Number | Next::Open(_) => {
                self.unexpected(self.pos..self.pos + 1, Help::Comma);
                self.comma = Some(self.pos..self.pos);
                self.part(object);
            }
        }
        false
    }

    /// Behind a comma.
    fn part(&mut self, object: bool) {
        self.due = if object { Due::Name { first: false } } else { Due::Value { first: false } };
        if let Some(level) = self.levels.last_mut() {
            level.name = None;
            level.index = level.count;
        }
    }

    fn open(&mut self, open: u8) {
        let limit = self.limits.depth.min(u32::try_from(MAX_DEPTH).unwrap_or(u32::MAX));
        if self.levels.len() >= limit as usize {
            let start = self.pos;
            self.skip_nested();
            self.fault(SyntaxFault::TooDeep { limit }, start..self.pos, None);
            self.out.put("null", start..self.pos, How::Invented);
            self.due = Due::After;
            return;
        }
        let object = open == b'{';
        self.out.copy(if object { "{" } else { "[" }, self.pos);
        self.pos += 1;
        self.levels.push(Level { object, names: HashSet::new(), name: None, index: 0, count: 0 });
        self.due = if object { Due::Name { first: true } } else { Due::Value { first: true } };
    }

    /// Closes the innermost level that this bracket can close; levels above it lack theirs.
    fn close(&mut self, close: u8) {
        self.comma = None;
        self.due = Due::After;
        let object = close == b'}';
        let fits = self.levels.iter().rposition(|level| level.object == object);
        let wrong = self.levels.last().is_some_and(|level| level.object != object);
        if wrong {
            self.unexpected(self.pos..self.pos + 1, Help::Closer);
        }
        let span = self.pos..self.pos + 1;
        self.pos = span.end;
        if let (true, Some(fits)) = (wrong, fits) {
            while self.levels.len() > fits + 1 {
                if let Some(level) = self.levels.pop() {
                    self.out.put(closer(&level), span.start..span.start, How::Replaced);
                }
            }
        }
        if let Some(level) = self.levels.pop() {
            let how = if level.object == object { How::Copied } else { How::Replaced };
            self.out.put(closer(&level), span, how);
        }
        self.after_text = false;
    }

    fn odd_quote(&mut self, quote: Quote) {
        // That a whole text was escaped is one fault.
        let told = quote.help == Some(Help::Unescape)
            && self.flaws.iter().any(|flaw| flaw.help == quote.help);
        if let (Some(help), false) = (quote.help, told) {
            self.unexpected(self.pos..self.quoted_end(quote), help);
        }
    }

    /// Takes note of the name that was written from `start` on and stands at `at` in the source.
    fn named(&mut self, start: usize, at: usize) {
        let raw = &self.out.text[start + 1..self.out.text.len() - 1];
        let name = unescape(raw, true).into_owned();
        let span = at..self.pos;
        let Some(level) = self.levels.last_mut() else { return };
        level.name = Some(name.clone());
        if level.names.insert(name) {
            return;
        }
        self.fault(SyntaxFault::DuplicateMember, span.clone(), None);
        self.out.truncate(start);
        let name = self.unused_name();
        self.out.put(&name, span, How::Invented);
    }

    /// A name that stands for one that is missing, in quotes.
    fn unused_name(&mut self) -> String {
        loop {
            self.invented_names += 1;
            let name = format!("?{}", self.invented_names);
            let Some(level) = self.levels.last_mut() else { return format!("\"{name}\"") };
            if level.names.insert(name.clone()) {
                return format!("\"{name}\"");
            }
        }
    }
}

fn closer(level: &Level) -> &'static str {
    if level.object { "}" } else { "]" }
}
