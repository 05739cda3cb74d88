//! What a reader finds inside of an object or an array.

use std::fmt;

use serde::de::value::{CowStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};

use super::fault::Located;
use super::reader::Reader;

/// The members of the object, or the items of the array, that the reader stands before.
pub(super) struct Items<'r, 'de, 'c, 'n> {
    reader: &'r mut Reader<'de, 'c, 'n>,
    first: bool,
    ended: bool,
}

impl<'r, 'de, 'c, 'n> Items<'r, 'de, 'c, 'n> {
    pub(super) fn new(reader: &'r mut Reader<'de, 'c, 'n>) -> Self {
        Self { reader, first: true, ended: false }
    }

    /// Steps to the end, where the one who took the items did not.
    pub(super) fn end(self, end: u8, more: &str) -> Result<(), Located> {
        if !self.ended && self.reader.cursor.next_item(self.first, end).is_some() {
            return Err(Located::custom(more).at(self.reader.cursor.pos));
        }
        Ok(())
    }

    fn value<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Located> {
        let start = self.reader.cursor.pos;
        seed.deserialize(&mut *self.reader).map_err(|fault| fault.at(start))
    }
}

impl<'de> MapAccess<'de> for &mut Items<'_, 'de, '_, '_> {
    type Error = Located;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Located> {
        let Some(name) = self.reader.cursor.next_name(self.first) else {
            self.ended = true;
            return Ok(None);
        };
        self.first = false;
        self.reader.name.clone_from(&name);
        let at = self.reader.cursor.pos;
        let key = seed.deserialize(CowStrDeserializer::<Located>::new(name));
        key.map(Some).map_err(|fault| fault.at(at))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Located> {
        self.value(seed)
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de, '_, '_> {
    type Error = Located;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Located> {
        if self.reader.cursor.next_item(self.first, b']').is_none() {
            self.ended = true;
            return Ok(None);
        }
        self.first = false;
        self.value(seed).map(Some)
    }
}

/// Reads an enum whose variant holds something: an object with the name of the variant as its one member.
pub(super) struct Variant<V>(pub(super) V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Variant<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(MapAccessDeserializer::new(members))
    }
}
