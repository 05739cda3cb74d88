//! The members whose form depends on the sender, for serde.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// `timestamp`: digits in a string, or a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    pub(super) millis: u64,
    pub(super) is_text: bool,
}

/// `msgType` or `type`: a text, or a code.
#[derive(Debug)]
pub(super) enum Type {
    Text(String),
    Code(u64),
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = Time;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("milliseconds, as a number or as text")
            }

            fn visit_u64<E: Error>(self, millis: u64) -> Result<Time, E> {
                Ok(Time { millis, is_text: false })
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Time, E> {
                let millis = text.parse().map_err(E::custom)?;
                Ok(Time { millis, is_text: true })
            }
        }

        from.deserialize_any(Reader)
    }
}

impl<'de> Deserialize<'de> for Type {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = Type;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the text or the code of a kind")
            }

            fn visit_u64<E: Error>(self, code: u64) -> Result<Type, E> {
                Ok(Type::Code(code))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Type, E> {
                Ok(Type::Text(text.to_owned()))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Type, E> {
                Ok(Type::Text(text))
            }
        }

        from.deserialize_any(Reader)
    }
}
