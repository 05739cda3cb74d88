//! What a message says, in one form for all that read it: the tests hold the candidates to each other with it.

use serde_json::Value;

/// What everyone who reads a message must have found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Facts {
    /// `version`.
    pub version: u32,
    /// `msgId`.
    pub id: String,
    /// `timestamp`, in milliseconds.
    pub time: u64,
    /// The kind's text; the digits of an unknown code; nothing where there is no kind.
    pub kind: String,
    /// The text, URL, account or target; the payload of other kinds.
    pub said: Said,
    /// Whether a friend request is accepted.
    pub accepted: Option<bool>,
    /// Unknown members of the message, by name; None of those who drop them.
    pub extra: Option<Vec<(String, Value)>>,
    /// Unknown members of the payload.
    pub payload_extra: Option<Vec<(String, Value)>>,
}

impl Facts {
    /// Whether the other found the same, as far as both keep it.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        let Self { version, id, time, kind, said, accepted, extra, payload_extra } = self;
        (version, id, time, kind) == (&other.version, &other.id, &other.time, &other.kind)
            && (said, accepted) == (&other.said, &other.accepted)
            && same(extra.as_ref(), other.extra.as_ref())
            && same(payload_extra.as_ref(), other.payload_extra.as_ref())
    }
}

/// The same members in any order, where both have them.
fn same(one: Option<&Vec<(String, Value)>>, other: Option<&Vec<(String, Value)>>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    one.len() == other.len() && one.iter().all(|member| other.contains(member))
}

/// A body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Said {
    /// There is none.
    Nothing,
    /// A text.
    Text(String),
    /// Bytes that are no text.
    Bytes(Vec<u8>),
    /// Other JSON.
    Json(Value),
}

impl Said {
    /// The text, or nothing.
    #[must_use]
    pub fn of(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.to_owned()))
    }
}
