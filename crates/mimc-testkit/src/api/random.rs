//! Values of any type of the API, made from a tape of choices: serde asks for what a type has, and gets it.
//!
//! A new endpoint, member or answer is covered without another line here.

use serde::de::value::{Error, StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, IntoDeserializer as _, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::members::without_aliases;
use super::tape::{IDS, TEXTS, Tape};

/// Makes what a type asks for.
pub(super) struct Random<'t> {
    tape: &'t mut Tape,
    /// The member that is being made.
    name: &'static str,
    /// What one of our own types said about it.
    marker: &'static str,
}

impl<'t> Random<'t> {
    pub(super) fn new(tape: &'t mut Tape) -> Self {
        Self { tape, name: "", marker: "" }
    }

    fn text(&mut self) -> String {
        match self.name {
            "msgType" if self.tape.base64 => "base64".to_owned(),
            "msgType" => String::new(),
            "msg" if self.tape.base64 => "aGk=".to_owned(),
            "payload" => self.tape.pick(&["aGk=", "", "e30=", "aGk=\r\n", "no"]).to_owned(),
            "accounts" => {
                let count = 1 + self.tape.choose(3);
                (0..count).map(|_| self.tape.account()).collect::<Vec<_>>().join(",")
            }
            "token" | "miUserSecurityKey" | "authentication" => {
                "fbMo3YoqIeuUNll7fsKmAA==".to_owned()
            }
            "userType" => self.tape.pick(&["USER", "TOPIC", "ROBOT"]).to_owned(),
            "member" => self.tape.account(),
            name if name.to_lowercase().contains("accou") => self.tape.account(),
            _ => self.tape.pick(&TEXTS).to_owned(),
        }
    }

    /// A number, for those that are odd where they are text or not.
    fn number(&mut self) -> u64 {
        match (self.marker, self.name) {
            (_, "utcFromTime") => {
                self.tape.from = self.tape.pick(&[0, 1_516_763_973_000, (1 << 62) + 1]);
                self.tape.from
            }
            (_, "utcToTime") => self.tape.from + self.tape.pick(&[1, 1000, 86_400_000]),
            (_, "startSeq") => {
                self.tape.from = self.tape.pick(&[0, 155_123_027_575_068_001, u64::MAX - 1]);
                self.tape.from
            }
            (_, "stopSeq") => self.tape.from + 1,
            (_, "topicId") if self.tape.choose(2) == 0 => self.tape.topic,
            ("mimc:number", _) => self.tape.pick(&[1, 2, 9, 500, u64::from(u32::MAX)]),
            ("mimc:millis", _) => self.tape.pick(&[0, 1_516_763_973_000, i64::MAX.unsigned_abs()]),
            _ => self.tape.pick(&IDS),
        }
    }
}

impl<'de> Deserializer<'de> for Random<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        match self.marker {
            "mimc:flag" => visitor.visit_bool(self.tape.choose(2) == 1),
            // What may be an array or an object.
            "" => self.deserialize_seq(visitor),
            _ => visitor.visit_u64(self.number()),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.tape.choose(2) == 1)
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let must = matches!(self.name, "accounts" | "msgType") || self.marker == "mimc:list";
        if !must && self.tape.choose(2) == 0 {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        marker: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(Self { marker, ..self })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let left = 1 + self.tape.choose(3);
        visitor.visit_seq(Items { random: self, left, names: Vec::new() })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let left = self.tape.choose(3);
        visitor.visit_map(Items { random: self, left, names: Vec::new() })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.tape.base64 = self.tape.choose(2) == 1;
        visitor.visit_map(Items { random: self, left: 0, names: without_aliases(names) })
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf unit_struct tuple tuple_struct enum
        identifier ignored_any
    }
}

/// The items of an array, the entries of a map, or the members of a struct.
struct Items<'t> {
    random: Random<'t>,
    left: usize,
    names: Vec<&'static str>,
}

impl<'de> MapAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        if !self.names.is_empty() {
            let name = self.names.remove(0);
            self.random.name = name;
            let key: StrDeserializer<'_, Error> = name.into_deserializer();
            return seed.deserialize(key).map(Some);
        }
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let key: StringDeserializer<Error> = (self.left + 7).to_string().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let Random { tape, name, .. } = &mut self.random;
        seed.deserialize(Random { tape, name, marker: "" })
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let Random { tape, name, .. } = &mut self.random;
        seed.deserialize(Random { tape, name, marker: "" }).map(Some)
    }
}
