//! The contact list: an array, or since its second version an object around one.

use std::fmt;

use mimc_msg::Timestamp;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::account::Account;
use crate::check::Check;
use crate::contact::model::Contact;
use crate::endpoint::Reply;
use crate::ids::{AppId, Uuid};
use crate::note::Note;
use crate::wire;

/// A contact list, newest first (EVIDENCE B.6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contacts {
    /// The contacts.
    pub contacts: Vec<Contact>,
    /// What the second version says about the list. Nothing where the list is a plain array.
    pub about: Option<AboutContacts>,
}

impl Contacts {
    /// A plain array.
    #[must_use]
    pub const fn new(contacts: Vec<Contact>) -> Self {
        Self { contacts, about: None }
    }
}

/// Checks a list, and notes it where its form is that of the other version.
pub(super) fn check_form(contacts: &Contacts, second: bool, check: &mut Check) {
    contacts.check(check);
    if contacts.about.is_some() != second {
        check.note("", Note::DataForm);
    }
}

/// What the second version of the list says beside the contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AboutContacts {
    /// `appId`: the application.
    pub app_id: AppId,
    /// `appAccount`: whose contacts.
    pub app_account: Account,
    /// `uuid`: whose contacts, as MIMC numbers them.
    pub uuid: Uuid,
    /// `row`: how many.
    pub row: u32,
    /// `timestamp`: the time of the list, in milliseconds.
    pub timestamp: Timestamp,
}

impl AboutContacts {
    /// What is said about a list.
    #[must_use]
    pub const fn new(
        app_id: AppId,
        app_account: Account,
        uuid: Uuid,
        row: u32,
        timestamp: Timestamp,
    ) -> Self {
        Self { app_id, app_account, uuid, row, timestamp }
    }
}

/// A contact list, newest first, and what the server says about it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "ContactList"))]
#[serde(rename_all = "camelCase")]
pub(super) struct Object {
    /// `appId`: the application.
    app_id: AppId,
    /// `appAccount`: whose contacts.
    app_account: Account,
    /// `uuid`: whose contacts, as MIMC numbers them.
    #[serde(deserialize_with = "uuid_either")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::EitherId"))]
    uuid: Uuid,
    /// `row`: how many.
    #[serde(with = "wire::number")]
    #[cfg_attr(feature = "schemars", schemars(with = "u32"))]
    row: u32,
    /// `timestamp`: the time of the list, in milliseconds.
    #[serde(with = "wire::millis::number")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::MillisNumber"))]
    timestamp: Timestamp,
    /// `contacts`: the contacts, newest first.
    #[serde(deserialize_with = "wire::list::deserialize")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::ListOrNull<Contact>"))]
    contacts: Vec<Contact>,
}

/// The documents have a `long` here.
fn uuid_either<'de, D: Deserializer<'de>>(from: D) -> Result<Uuid, D::Error> {
    crate::ids::read(wire::marker::ID_EITHER, from).map(Uuid::new)
}

impl Serialize for Contacts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(about) = self.about.clone() else { return self.contacts.serialize(serializer) };
        let AboutContacts { app_id, app_account, uuid, row, timestamp } = about;
        let contacts = self.contacts.clone();
        Object { app_id, app_account, uuid, row, timestamp, contacts }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Contacts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ContactsVisitor)
    }
}

struct ContactsVisitor;

impl<'de> Visitor<'de> for ContactsVisitor {
    type Value = Contacts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of contacts, or an object with one")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Contacts, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(items)).map(Contacts::new)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Contacts, A::Error> {
        let Object { app_id, app_account, uuid, row, timestamp, contacts } =
            Object::deserialize(MapAccessDeserializer::new(members))?;
        let about = AboutContacts { app_id, app_account, uuid, row, timestamp };
        Ok(Contacts { contacts, about: Some(about) })
    }
}

/// The plain array; the second version of the list says itself that it is an object.
#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Contacts {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Contacts".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<Contact>::json_schema(generator)
    }
}

impl Reply for Contacts {
    fn of_null() -> Option<Self> {
        Some(Self::default())
    }

    fn check(&self, check: &mut Check) {
        let list = if self.about.is_some() { "/contacts" } else { "" };
        for (at, contact) in self.contacts.iter().enumerate() {
            contact.check_at(&format!("{list}/{at}"), check);
        }
    }
}
