//! Ids as MIMC gives them: numbers of 64 bits without a sign.

mod packet;

use std::fmt;
use std::str::FromStr;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::marker;

pub use packet::PacketId;

/// Defines an id: a `u64` of its own type.
macro_rules! id {
    ($(#[doc = $doc:literal])* $name:ident, $marker:expr) => {
        $(#[doc = $doc])*
        ///
        /// Read from a number or a canonical decimal string, written as a string: it does not fit a
        /// JavaScript number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);
        impl $name {
            /// The id of this number.
            #[must_use]
            pub const fn new(id: u64) -> Self { Self(id) }

            /// The number.
            #[must_use]
            pub const fn get(self) -> u64 { self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> { canonical(text).map(Self) }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read($marker, deserializer).map(Self)
            }
        }
        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::schema::id(stringify!($name), concat!($($doc),*))
            }
        }
    };
}

id! {
    /// An application, as Xiaomi's open platform registered it: `appId`.
    AppId, marker::ID
}
id! {
    /// A group: `topicId`. Also an unlimited group.
    TopicId, marker::ID
}
id! {
    /// A user, as MIMC numbers them: `uuid`, made from the application and the account, globally unique.
    Uuid, marker::ID
}
id! {
    /// The other side of a contact: the `uuid` of a user, or the `topicId` of a group.
    PeerId, marker::ID
}
id! {
    /// The number of a stored message: `sequence`. Messages are put in order and told apart by it
    /// (the manual, 消息漫游); compare it as a number, never as text.
    Sequence, marker::SEQUENCE
}

/// Reads an id from a number or its decimal text.
pub(crate) fn read<'de, D: Deserializer<'de>>(
    marker: &'static str,
    deserializer: D,
) -> Result<u64, D::Error> {
    deserializer.deserialize_newtype_struct(marker, IdVisitor)
}

/// The number of a decimal text without sign and leading zeros.
pub(crate) fn canonical(text: &str) -> Result<u64, InvalidId> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let zeros = text.len() > 1 && text.starts_with('0');
    text.parse().ok().filter(|_| digits && !zeros).ok_or(InvalidId)
}

/// A text that is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is an integer from 0 to 2^64 - 1, without leading zeros")]
#[non_exhaustive]
pub struct InvalidId;

struct IdVisitor;

impl<'de> Visitor<'de> for IdVisitor {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id: an integer from 0 to 2^64 - 1, or its decimal text")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<u64, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_u64<E: Error>(self, id: u64) -> Result<u64, E> {
        Ok(id)
    }

    fn visit_i64<E: Error>(self, id: i64) -> Result<u64, E> {
        Err(E::invalid_value(Unexpected::Signed(id), &self))
    }

    fn visit_f64<E: Error>(self, id: f64) -> Result<u64, E> {
        Err(E::invalid_value(Unexpected::Float(id), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<u64, E> {
        canonical(text).map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}
