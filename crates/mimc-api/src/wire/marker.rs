//! Names by which a type of ours tells the reader of bodies what it is about to read.
//!
//! Types pass them to `deserialize_newtype_struct`; other deserializers take no notice of them.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Visitor};

/// An id of 64 bits. The server writes a string.
pub(crate) const ID: &str = "mimc:id";
/// An id of 64 bits that the server also writes as a number.
pub(crate) const ID_EITHER: &str = "mimc:id-either";
/// The number of a message. The server writes a string.
pub(crate) const SEQUENCE: &str = "mimc:sequence";
/// The name of a packet. The server writes a string.
pub(crate) const PACKET: &str = "mimc:packet";
/// A small number.
pub(crate) const NUMBER: &str = "mimc:number";
/// A time, for which both forms are in use.
pub(crate) const MILLIS: &str = "mimc:millis";
/// `code` of an answer.
pub(crate) const CODE: &str = "mimc:code";
/// A list that may be null.
pub(crate) const LIST: &str = "mimc:list";
/// `messages` of a history page.
pub(crate) const MESSAGES: &str = "mimc:messages";
/// The name of a group, in a member that was called otherwise in 2017.
pub(crate) const TOPIC_NAME: &str = "mimc:topic-name";
/// `true` and `false`, which are text in a query.
pub(crate) const FLAG: &str = "mimc:flag";

/// Reads a `T`, and lets the reader of bodies have a look before.
pub(crate) fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    marker: &'static str,
    from: D,
) -> Result<T, D::Error> {
    from.deserialize_newtype_struct(marker, Marked(PhantomData))
}

struct Marked<T>(PhantomData<fn() -> T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Marked<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<T, D::Error> {
        T::deserialize(inner)
    }
}
