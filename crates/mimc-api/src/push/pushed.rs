//! What pushing answers.

use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::endpoint::Reply;
use crate::ids::PacketId;
use crate::note::Note;
use crate::wire;

/// A push that succeeded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Pushed {
    /// `packetId`: what was sent. Where the server does not name it, the push has succeeded all the same:
    /// sending again would send twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub packet_id: Option<PacketId>,
}

impl Pushed {
    /// This was sent.
    #[must_use]
    pub const fn new(packet_id: PacketId) -> Self {
        Self { packet_id: Some(packet_id) }
    }
}

impl Reply for Pushed {
    fn of_null() -> Option<Self> {
        Some(Self::default())
    }

    fn check(&self, check: &mut Check) {
        if self.packet_id.is_none() {
            check.note("", Note::PacketIdMissing);
        }
    }
}

/// A push to several that succeeded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PushedMany {
    /// `packetIds`: what was sent, an array.
    #[serde(default, deserialize_with = "wire::list::deserialize")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::ListOrNull<PacketId>"))]
    pub packet_ids: Vec<PacketId>,
}

impl PushedMany {
    /// These were sent.
    #[must_use]
    pub const fn new(packet_ids: Vec<PacketId>) -> Self {
        Self { packet_ids }
    }
}

impl Reply for PushedMany {
    fn of_null() -> Option<Self> {
        Some(Self::default())
    }

    fn check(&self, check: &mut Check) {
        if self.packet_ids.is_empty() {
            check.note("", Note::PacketIdMissing);
        }
    }
}
