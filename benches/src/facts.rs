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
