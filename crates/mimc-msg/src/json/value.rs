//! One JSON value of any shape, checked in one pass without recursion.

use std::borrow::Cow;

use super::escape::unescape;
use super::fault::{FaultAt, SyntaxFault};
use super::items::Items;
use super::names::Names;
use super::scan::Cursor;
use super::string::Span;

/// What a value is, as far as its first bytes and its grammar tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Null,
    False,
    True,
    /// A number without fraction and exponent.
    Integer,
    /// A number with a fraction or an exponent.
    Float,
    String,
    Array,
    Object,
}

/// A value in the text: its bytes (quotes and brackets included) and its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) form: Form,
    /// How many levels of objects and arrays it has; 0 for a scalar.
    pub(crate) depth: u8,
    /// It is a string with escapes.
    pub(crate) escaped: bool,
}

impl Value {
    /// The JSON text of the value.
    #[inline]
    pub(crate) fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// What stands between the quotes, where the value is a string.
    #[inline]
    pub(crate) fn string_body<'t>(&self, text: &'t str) -> Option<&'t str> {
        match self.form {
            Form::String => Some(&text[self.start as usize + 1..self.end as usize - 1]),
            _ => None,
        }
    }

    /// The text that the value means, where it is a string.
    #[inline]
    pub(crate) fn string<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        self.string_body(text).map(|body| unescape(body, self.escaped))
    }
}

impl Cursor<'_> {
    /// Reads the value at the cursor, `above` levels deep in the document, within the cursor's limits.
    #[inline]
    #[allow(clippy::cast_possible_truncation)]
    pub(crate) fn value(&mut self, text: &str, above: usize) -> Result<Value, FaultAt> {
        let start = self.pos as u32;
        let (form, depth, escaped) = match self.peek() {
            Some(b'"') => (Form::String, 0, self.string()?.escaped),
            Some(b'{') => (Form::Object, self.nested(text, above)?, false),
            Some(b'[') => (Form::Array, self.nested(text, above)?, false),
            _ => (self.literal()?, 0, false),
        };
        Ok(Value { start, end: self.pos as u32, form, depth, escaped })
    }

    /// Reads a value that is neither string, object nor array.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a call costs small lists a twentieth of their time")]
    fn literal(&mut self) -> Result<Form, FaultAt> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => {
                Ok(if self.number()? { Form::Integer } else { Form::Float })
            }
            Some(b'n') => self.word("null").map(|()| Form::Null),
            Some(b't') => self.word("true").map(|()| Form::True),
            Some(b'f') => self.word("false").map(|()| Form::False),
            _ => Err(self.unexpected("a JSON value")),
        }
    }

    /// Reads an object or array to its end and gives its depth.
    ///
    /// An item has two bytes at least, as in `0,`: what is shorter than twice the limit has no list that passes it,
    /// and items are not counted.
    #[inline]
    fn nested(&mut self, text: &str, above: usize) -> Result<u8, FaultAt> {
        let rest = self.bytes.len() - self.pos;
        if rest / 2 < self.limits.items as usize {
            self.levels::<false>(text, above)
        } else {
            self.levels::<true>(text, above)
        }
    }

    /// The open levels are bits of one word (1 for an object), and counts lie in one array, so depth costs neither
    /// stack nor heap.
    #[inline(never)]
    fn levels<const COUNTED: bool>(&mut self, text: &str, above: usize) -> Result<u8, FaultAt> {
        let mut names = Names::default();
        let mut items = Items::new(self.limits.items);
        let mut objects: u128 = 0;
        let room = (self.limits.depth as usize).saturating_sub(above);
        let mut level = 0;
        let mut deepest = 0;
        loop {
            // A value is due.
            let opened = match self.peek() {
                Some(bracket @ (b'{' | b'[')) => {
                    if level == room {
                        let limit = self.limits.depth;
                        return Err(self.fault(SyntaxFault::TooDeep { limit }));
                    }
                    self.pos += 1;
                    level += 1;
                    deepest = deepest.max(level);
                    objects = objects << 1 | u128::from(bracket == b'{');
                    if bracket == b'{' {
                        names.open();
                    } else if COUNTED {
                        items.open(level);
                    }
                    self.skip_space();
                    true
                }
                Some(b'"') => {
                    self.string()?;
                    false
                }
                _ => {
                    self.literal()?;
                    false
                }
            };
            // Brackets close until a further value is due.
            let mut first = opened;
            loop {
                let object = objects & 1 == 1;
                if !first {
                    self.skip_space();
                }
                let further = match self.peek() {
                    Some(b'}') if object => {
                        names.close(text)?;
                        false
                    }
                    Some(b']') if !object => false,
                    Some(b',') if !first => {
                        self.pos += 1;
                        self.skip_space();
                        true
                    }
                    _ if first => true,
                    _ if object => return Err(self.unexpected("`,` or `}`")),
                    _ => return Err(self.unexpected("`,` or `]`")),
                };
                if further {
                    if object {
                        let name = self.name()?;
                        self.may_have(name, names.count())?;
                        names.push(name);
                    } else if COUNTED {
                        self.item(&mut items, level)?;
                    }
                    break;
                }
                self.pos += 1;
                objects >>= 1;
                level -= 1;
                first = false;
                if level == 0 {
                    return Ok(u8::try_from(deepest).unwrap_or(u8::MAX));
                }
            }
        }
    }

    /// Whether the outermost object may be: not where no level may.
    pub(crate) fn may_open(&self) -> Result<(), FaultAt> {
        if self.limits.depth == 0 {
            return Err(self.fault(SyntaxFault::TooDeep { limit: 0 }));
        }
        Ok(())
    }

    /// Counts an item, which its list may have.
    #[inline]
    fn item(&self, items: &mut Items, level: usize) -> Result<(), FaultAt> {
        if items.count(level) || !self.begins_value() {
            return Ok(());
        }
        let limit = self.limits.items;
        Err(self.fault(SyntaxFault::TooManyItems { limit }))
    }

    /// Whether an item stands at the cursor, and not something that is a fault of another kind.
    #[cold]
    fn begins_value(&self) -> bool {
        matches!(self.peek(), Some(b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' | b'n' | b't' | b'f'))
    }

    /// Whether an object that has so many members may have this one too.
    #[inline]
    pub(crate) fn may_have(&self, name: Span, before: usize) -> Result<(), FaultAt> {
        if before >= self.limits.members as usize {
            let fault = SyntaxFault::TooManyMembers { limit: self.limits.members };
            return Err(FaultAt::new(fault, name.start as usize - 1));
        }
        Ok(())
    }

    /// Behind a member of the outermost object: steps over the comma, or over the closing brace.
    #[inline]
    pub(crate) fn another_member(&mut self) -> Result<bool, FaultAt> {
        self.skip_space();
        match self.peek() {
            Some(b',') => {
                self.pos += 1;
                self.skip_space();
                Ok(true)
            }
            Some(b'}') => {
                self.pos += 1;
                Ok(false)
            }
            _ => Err(self.unexpected("`,` or `}`")),
        }
    }

    /// Reads a member's name, the colon, and the white space around it.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a name given through memory is waited for")]
    pub(crate) fn name(&mut self) -> Result<Span, FaultAt> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a member name in double quotes"));
        }
        let name = self.string()?;
        self.skip_space();
        self.expect(b':', "`:`")?;
        self.skip_space();
        Ok(name)
    }
}
