//! How the types of the API look in JSON Schema, for [`schemars`]; with the feature `schemars`.
//!
//! Two contracts, as schemars has them: what is read ([`Contract::Deserialize`]) and what is written
//! ([`Contract::Serialize`]). Both name the canonical form of a scalar only: that an id is also read from a number is
//! left out, since no generator of code could do anything with it.
//!
//! [`Contract::Deserialize`]: schemars::generate::Contract::Deserialize
//! [`Contract::Serialize`]: schemars::generate::Contract::Serialize

mod composed;
mod scalars;

use schemars::{Schema, SchemaGenerator};

use serde_json::Value;

use crate::account::Account;
use crate::auth::{self, InBody};
use crate::credentials::Auth;

pub(crate) use composed::{ListOrNull, OrNull};
pub(crate) use scalars::{
    CommaList, CommaListOrEmpty, Count, EitherId, EitherMillis, EitherName, Millis, MillisNumber,
    id, visible_ascii, word,
};

/// The members of a body that are credentials, as an object; None where they travel in headers.
///
/// ```
/// use mimc_api::{Auth, schema};
///
/// let mut generator = schemars::SchemaGenerator::default();
/// let object = schema::credentials(Auth::App, &mut generator).expect("in the body");
/// assert!(object.pointer("/properties/appSecret").is_some());
/// assert!(object.pointer("/properties/appAccount").is_none());
/// assert!(schema::credentials(Auth::Token, &mut generator).is_none());
/// ```
#[must_use]
pub fn credentials(auth: Auth, generator: &mut SchemaGenerator) -> Option<Schema> {
    use schemars::JsonSchema as _;

    if !auth.in_body() {
        return None;
    }
    let account = generator.subschema_for::<Account>();
    let mut schema = InBody::json_schema(generator);
    if let Some(Value::Object(members)) = schema.get_mut("properties") {
        members.remove("appAccount");
        if auth == Auth::AppForAccount {
            members.insert("appAccount".to_owned(), account.into());
        }
    }
    schema.insert("required".to_owned(), auth::body_members(auth).into());
    Some(schema)
}
