//! What stands where something else is due.

use super::look::Next;
use super::pieces::How;
use super::{Due, Mender};
use crate::diagnose::help::Help;
use crate::diagnose::outline::PartForm;

impl Mender<'_> {
    pub(super) fn at_name(&mut self, next: Next, first: bool) -> bool {
        match next {
            Next::Close(close) => {
                if !first {
                    self.unexpected(self.pos..self.pos + 1, Help::TrailingComma);
                }
                self.close(close);
            }
            Next::Quote(quote) if quote.help.is_none() && self.is_unclosed_name(next) => {
                self.begin();
                self.unclosed_name(quote);
                self.due = Due::Colon;
            }
            Next::Quote(quote) => {
                self.begin();
                self.odd_quote(quote);
                let span = self.pos;
                let start = self.string(quote);
                self.string_outlined(PartForm::Name, start, span);
                self.named(start, span);
                self.due = Due::Colon;
            }
            Next::Word | Next::Number => {
                self.begin();
                let span = self.pos..self.word_end().max(self.pos + 1);
                self.unexpected(span.clone(), Help::QuoteName);
                let start = self.out.text.len();
                self.quoted(span.clone());
                // The quote that closes it may be there.
                self.pos += usize::from(self.at_lone_quote(b":"));
                self.outlined(PartForm::BareName, span.clone(), span.start..self.pos);
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

    pub(super) fn at_colon(&mut self, next: Next) -> bool {
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

    pub(super) fn at_value(&mut self, next: Next, first: bool) -> bool {
        let in_array = self.levels.last().is_some_and(|level| !level.object);
        let is_value = matches!(next, Next::Quote(_) | Next::Number | Next::Word | Next::Open(_));
        if in_array && is_value {
            self.begin();
        }
        self.after_text = matches!(next, Next::Quote(_));
        match next {
            Next::Quote(quote) => {
                self.odd_quote(quote);
                let at = self.pos;
                let start = self.string(quote);
                self.string_outlined(PartForm::Text, start, at);
            }
            Next::Number | Next::Word => {
                let at = self.pos;
                let (form, span) = if next == Next::Number { self.number() } else { self.word() };
                self.outlined(form, span, at..self.pos);
            }
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

    pub(super) fn after(&mut self, next: Next) -> bool {
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
}
