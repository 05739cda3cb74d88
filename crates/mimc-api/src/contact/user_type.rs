//! What a contact is.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::word::OtherWord;

/// What a contact is: `userType`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UserType {
    /// `USER`: a user.
    User,
    /// `TOPIC`: a group.
    Topic,
    /// Something that nobody told us of.
    Other(OtherWord),
}

impl UserType {
    /// The type of any word.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        match word {
            "USER" => Self::User,
            "TOPIC" => Self::Topic,
            other => Self::Other(OtherWord::new(other)),
        }
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::User => "USER",
            Self::Topic => "TOPIC",
            Self::Other(word) => word.as_str(),
        }
    }
}

impl fmt::Display for UserType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for UserType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for UserType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|word| Self::parse(&word))
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for UserType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "UserType".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let known = ["USER", "TOPIC"];
        crate::schema::word("UserType", "What a contact is.", &known)
    }
}
