//! Numbers: JSON integers, and decimal text where a client or proxy writes that (`"20"`, `"154"`).

use std::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::{Serialize, Serializer};

use super::marker;

/// A number that fits `T`, read from an integer or its decimal text; written as an integer.
pub(crate) fn deserialize<'de, T: TryFrom<i64>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    read(marker::NUMBER, deserializer)
}

pub(crate) fn read<'de, T: TryFrom<i64>, D: Deserializer<'de>>(
    marker: &'static str,
    deserializer: D,
) -> Result<T, D::Error> {
    let number = deserializer.deserialize_newtype_struct(marker, NumberVisitor)?;
    T::try_from(number)
        .map_err(|_| D::Error::invalid_value(Unexpected::Signed(number), &NumberVisitor))
}

pub(crate) fn serialize<T: Serialize, S: Serializer>(
    number: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    number.serialize(serializer)
}

/// The same for a member that may be missing or null.
pub(crate) mod option {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn deserialize<'de, T: TryFrom<i64>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<T>, D::Error> {
        struct Number<T>(T);
        impl<'de, T: TryFrom<i64>> Deserialize<'de> for Number<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                super::deserialize(deserializer).map(Self)
            }
        }
        Ok(Option::deserialize(deserializer)?.map(|Number(number)| number))
    }

    pub(crate) fn serialize<T: Serialize, S: Serializer>(
        number: &Option<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        number.serialize(serializer)
    }
}

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer in its range, or its decimal text")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<i64, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<i64, E> {
        i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<i64, E> {
        Err(E::invalid_value(Unexpected::Float(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<i64, E> {
        let number = text.parse::<i64>().ok().filter(|number| number.to_string() == text);
        number.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}
