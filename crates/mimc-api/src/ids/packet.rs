//! Names of packets.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::wire::marker;

/// The name of a packet that was sent: `packetId`. Unique for the sender only, and of any form (EVIDENCE D).
///
/// Also read from a number, see [`Note::IdAsNumber`](crate::Note::IdAsNumber): an error would make who pushed it
/// push again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct PacketId(String);

impl PacketId {
    /// Takes any text.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PacketId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for PacketId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(marker::PACKET, PacketVisitor)
    }
}

struct PacketVisitor;

impl<'de> Visitor<'de> for PacketVisitor {
    type Value = PacketId;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a packet, a string")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<PacketId, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_u64<E: Error>(self, id: u64) -> Result<PacketId, E> {
        Ok(PacketId(id.to_string()))
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<PacketId, E> {
        Ok(PacketId::new(id))
    }
}
