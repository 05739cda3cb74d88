//! What a callback is about.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::word::OtherWord;

/// What a callback is about: its `msgType`, which has nothing to do with a message's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CallbackType {
    /// `NORMAL_MSG`: a message between two users.
    NormalMsg,
    /// `OFFLINE_MSG`: a message to a user who is offline.
    OfflineMsg,
    /// `NORMAL_TOPIC_MSG`: a message to a group.
    NormalTopicMsg,
    /// `OFFLINE_TOPIC_MSG`: a message to members of a group who are offline.
    OfflineTopicMsg,
    /// `UCTOPIC_MSG`: a message to an unlimited group (one implementation; its members were not seen).
    UctopicMsg,
    /// Something that nobody told us of.
    Other(OtherWord),
}

impl CallbackType {
    /// The type of any word.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        match word {
            "NORMAL_MSG" => Self::NormalMsg,
            "OFFLINE_MSG" => Self::OfflineMsg,
            "NORMAL_TOPIC_MSG" => Self::NormalTopicMsg,
            "OFFLINE_TOPIC_MSG" => Self::OfflineTopicMsg,
            "UCTOPIC_MSG" => Self::UctopicMsg,
            other => Self::Other(OtherWord::new(other)),
        }
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NormalMsg => "NORMAL_MSG",
            Self::OfflineMsg => "OFFLINE_MSG",
            Self::NormalTopicMsg => "NORMAL_TOPIC_MSG",
            Self::OfflineTopicMsg => "OFFLINE_TOPIC_MSG",
            Self::UctopicMsg => "UCTOPIC_MSG",
            Self::Other(word) => word.as_str(),
        }
    }
}

impl fmt::Display for CallbackType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CallbackType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CallbackType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|word| Self::parse(&word))
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for CallbackType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CallbackType".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let known =
            ["NORMAL_MSG", "OFFLINE_MSG", "NORMAL_TOPIC_MSG", "OFFLINE_TOPIC_MSG", "UCTOPIC_MSG"];
        crate::schema::word(
            "CallbackType",
            "What a callback is about; it has nothing to do with a message's own msgType.",
            &known,
        )
    }
}
