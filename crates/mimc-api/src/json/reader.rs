//! serde's deserializer over checked JSON text.

use std::borrow::Cow;

use serde::de::value::CowStrDeserializer;
use serde::de::{Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use super::cursor::Cursor;
use super::fault::{Fault, Located};
use super::items::{Items, Variant};
use super::{Body, Context, Writer};
use crate::note::Note;
use crate::wire::marker;

pub(crate) struct Reader<'de, 'c, 'n> {
    pub(super) cursor: Cursor<'de>,
    body: Body<'de>,
    context: &'c mut Context<'n>,
    /// How many objects are open.
    depth: usize,
    /// The name of the member that is being read.
    pub(super) name: Cow<'de, str>,
}

impl<'de, 'c, 'n> Reader<'de, 'c, 'n> {
    pub(crate) fn new(body: Body<'de>, start: usize, context: &'c mut Context<'n>) -> Self {
        let cursor = Cursor::new(body.text, start);
        Self { cursor, body, context, depth: 0, name: Cow::Borrowed("") }
    }

    fn note(&mut self, note: Note) {
        if !self.context.notes.contains(note) {
            self.context.notes.add(note, self.body.place_at(self.cursor.pos));
        }
    }

    fn is_null(&self) -> bool {
        self.cursor.peek() == Some(b'n')
    }

    fn wrong_type(&self, expected: &str) -> Located {
        let found = self.cursor.found();
        Fault::WrongType { expected: expected.into(), found }.at(self.cursor.pos)
    }

    /// Looks at a value that one of our own types is about to read, for what is odd about it.
    fn look(&mut self, name: &str) {
        let (text, from_server) =
            (self.cursor.peek() == Some(b'"'), self.context.writer == Writer::Server);
        match name {
            marker::ID if from_server => {
                if !text {
                    self.note(Note::IdAsNumber);
                }
                let digits = match self.cursor.clone() {
                    mut string if text => string.string(),
                    mut number => Cow::Borrowed(number.scalar()),
                };
                match digits.parse::<u64>() {
                    Ok(0) => self.note(Note::IdZero),
                    Ok(id) if id > i64::MAX.unsigned_abs() => self.note(Note::IdLarge),
                    _ => {}
                }
            }
            marker::PACKET | marker::SEQUENCE if from_server && !text => {
                self.note(Note::IdAsNumber);
            }
            marker::NUMBER if from_server && text => self.note(Note::NumberAsText),
            marker::CODE if text => self.note(Note::CodeAsString),
            marker::TOPIC_NAME if self.name == "name" => self.note(Note::LegacyName),
            marker::MESSAGES if self.is_null() => self.note(Note::NullMessages),
            marker::LIST if self.is_null() => self.note(Note::NullData),
            _ => {}
        }
    }

    /// Notes a member that no type asks for.
    fn look_at_unknown(&mut self) {
        if self.depth == 1 && self.context.elsewhere.contains(&&*self.name) {
            return;
        }
        let thrift = self.name.strip_prefix("set").is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_uppercase())
                && matches!(self.cursor.peek(), Some(b't' | b'f'))
        });
        self.note(if thrift { Note::ThriftArtefacts } else { Note::MembersUnknown });
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de, '_, '_> {
    type Error = Located;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Located> {
        match self.cursor.peek() {
            Some(b'{') => {
                self.depth += 1;
                let mut items = Items::new(self);
                let value = visitor.visit_map(&mut items)?;
                items.end(b'}', "a member more than is expected")?;
                self.depth -= 1;
                Ok(value)
            }
            Some(b'[') => {
                let mut items = Items::new(self);
                let value = visitor.visit_seq(&mut items)?;
                items.end(b']', "an item more than is expected")?;
                Ok(value)
            }
            Some(b'"') => match self.cursor.string() {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            _ => match self.cursor.scalar() {
                "null" => visitor.visit_unit(),
                "true" => visitor.visit_bool(true),
                "false" => visitor.visit_bool(false),
                // No integer is written so.
                "-0" => visitor.visit_f64(-0.0),
                number => {
                    if let Ok(integer) = number.parse::<u64>() {
                        visitor.visit_u64(integer)
                    } else if let Ok(integer) = number.parse::<i64>() {
                        visitor.visit_i64(integer)
                    } else {
                        visitor.visit_f64(number.parse().map_err(Located::custom)?)
                    }
                }
            },
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Located> {
        if self.is_null() {
            self.cursor.scalar();
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    /// Nothing is expected: whatever stands here is stepped over.
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Located> {
        if !self.is_null() {
            self.note(Note::DataUnexpected);
        }
        self.cursor.skip_value();
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Located> {
        self.look(name);
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Located> {
        self.deserialize_map(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Located> {
        if self.cursor.peek() != Some(b'{') {
            return Err(self.wrong_type("an object"));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Located> {
        match self.cursor.peek() {
            Some(b'"') => {
                visitor.visit_enum(CowStrDeserializer::<Located>::new(self.cursor.string()))
            }
            Some(b'{') => self.deserialize_any(Variant(visitor)),
            _ => Err(self.wrong_type("a word")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Located> {
        self.look_at_unknown();
        self.cursor.skip_value();
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit_struct seq tuple tuple_struct identifier
    }
}
