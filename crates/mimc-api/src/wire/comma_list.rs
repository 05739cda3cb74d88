//! Lists of accounts in one text, separated by commas: `"accounts":"ada,bo"` (the manual, 创建群).
//!
//! An empty item is refused. The empty text, null and a missing member are the empty list.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

use crate::account::Account;

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Account>, D::Error> {
    let text = Option::<String>::deserialize(from)?.unwrap_or_default();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let items = text.split(',').map(|item| match item {
        "" => Err(D::Error::custom("an item of the list is empty")),
        item => Ok(Account::new(item.to_owned())),
    });
    items.collect()
}

pub(crate) fn serialize<S: Serializer>(accounts: &[Account], to: S) -> Result<S::Ok, S::Error> {
    let accounts: Vec<&str> = accounts.iter().map(Account::as_str).collect();
    to.serialize_str(&accounts.join(","))
}
