//! What updating the extra text of a group in the contact list answers.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::check::Check;
use crate::contact::model::Contact;
use crate::endpoint::Reply;

/// The answer to an update of a group's extra text: one client models an array of texts, the documents of the
/// same call for users show a contact (EVIDENCE B.6). Either is read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TopicContactExtra {
    /// An array of texts.
    Texts(Vec<String>),
    /// The contact.
    Contact(Box<Contact>),
}

impl Serialize for TopicContactExtra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Texts(texts) => texts.serialize(serializer),
            Self::Contact(contact) => contact.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for TopicContactExtra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EitherVisitor)
    }
}

struct EitherVisitor;

impl<'de> Visitor<'de> for EitherVisitor {
    type Value = TopicContactExtra;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of strings, or a contact")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<TopicContactExtra, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(items)).map(TopicContactExtra::Texts)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<TopicContactExtra, A::Error> {
        let contact = Contact::deserialize(MapAccessDeserializer::new(members))?;
        Ok(TopicContactExtra::Contact(Box::new(contact)))
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for TopicContactExtra {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TopicContactExtra".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (texts, contact) =
            (generator.subschema_for::<Vec<String>>(), generator.subschema_for::<Contact>());
        schemars::json_schema!({ "anyOf": [texts, contact] })
    }
}

impl Reply for TopicContactExtra {
    fn of_null() -> Option<Self> {
        Some(Self::Texts(Vec::new()))
    }

    fn check(&self, check: &mut Check) {
        if let Self::Contact(contact) = self {
            contact.check_at("", check);
        }
    }
}
