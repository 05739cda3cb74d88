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

/// The object of the second version.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Object {
    app_id: AppId,
    app_account: Account,
    #[serde(deserialize_with = "uuid_either")]
    uuid: Uuid,
    #[serde(with = "wire::number")]
    row: u32,
    #[serde(with = "wire::millis::number")]
    timestamp: Timestamp,
    #[serde(deserialize_with = "wire::list::deserialize")]
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
