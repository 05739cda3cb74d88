//! The members that a type has, as it tells serde.

use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

/// The names of the members that a type has.
pub fn members_of<T: DeserializeOwned>() -> &'static [&'static str] {
    struct Ask<'a>(&'a mut &'static [&'static str]);
    impl<'de> Deserializer<'de> for Ask<'_> {
        type Error = Error;
        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(serde::de::Error::custom("asked"))
        }
        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Error> {
            *self.0 = fields;
            self.deserialize_any(visitor)
        }
        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
            unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
        }
    }
    let mut members: &'static [&'static str] = &[];
    let _ = T::deserialize(Ask(&mut members));
    members
}

/// The members without the older names that a type also reads.
pub(super) fn without_aliases(names: &'static [&'static str]) -> Vec<&'static str> {
    const OLDER: [(&str, &str); 2] = [("name", "topicName"), ("appAccount", "appAccout")];
    let older = |name: &&str| OLDER.iter().any(|(old, new)| old == name && names.contains(new));
    names.iter().copied().filter(|name| !older(name)).collect()
}
