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
        while !(self.parts.is_some() && self.is_whole()) {
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

    /// Whether all that was begun is closed.
    fn is_whole(&self) -> bool {
        self.levels.is_empty() && self.due == Due::After
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
        if !self.is_whole() {
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
    pub(super) fn begin(&mut self) {
        if let Some(comma) = self.comma.take() {
            let copied = self.bytes.get(comma.clone()) == Some(b",");
            self.out.put(",", comma, if copied { How::Copied } else { How::Replaced });
        }
        let pos = self.pos;
        let Some(level) = self.levels.last_mut() else { return };
        level.count += 1;
        let (limit, fault) = if level.object {
            (level.name, level.name_part) = (None, None);
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

    /// Behind a comma.
    pub(super) fn part(&mut self, object: bool) {
        self.due = if object { Due::Name { first: false } } else { Due::Value { first: false } };
        if let Some(level) = self.levels.last_mut() {
            level.name = None;
            level.index = level.count;
        }
    }

    pub(super) fn open(&mut self, open: u8) {
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
        let (name, name_part) = (None, None);
        let names = HashSet::new();
        self.levels.push(Level { object, names, name, name_part, index: 0, count: 0 });
        self.due = if object { Due::Name { first: true } } else { Due::Value { first: true } };
    }

    /// Closes the innermost level that this bracket can close; levels above it lack theirs.
    pub(super) fn close(&mut self, close: u8) {
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

    pub(super) fn odd_quote(&mut self, quote: Quote) {
        // That a whole text was escaped is one fault.
        let told = matches!(quote.help, Some(Help::Unescape | Help::UnescapeHtml))
            && self.flaws.iter().any(|flaw| flaw.help == quote.help);
        if let (Some(help), false) = (quote.help, told) {
            self.unexpected(self.pos..self.quoted_end(quote), help);
        }
    }

    /// Takes note of the name that was written from `start` on and stands at `at` in the source.
    pub(super) fn named(&mut self, start: usize, at: usize) {
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
    pub(super) fn unused_name(&mut self) -> String {
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
