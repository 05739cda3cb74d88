//! `GET /api/contact/v2?msgExtraFlag=…`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::contact::contacts::{Contacts, check_form};
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::wire;

/// Lists whom a user talked with, with the extra of the last messages if asked; the second version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListContactsV2 {
    /// `msgExtraFlag`: whether each last message comes with its extra.
    #[serde(default, with = "wire::flag", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<bool>"))]
    pub msg_extra_flag: Option<bool>,
}

impl ListContactsV2 {
    /// Asks for it.
    #[must_use]
    pub const fn new() -> Self {
        Self { msg_extra_flag: None }
    }
}

impl Endpoint for ListContactsV2 {
    const NAME: &'static str = "list-contacts-v2";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/contact/v2";
    const AUTH: Auth = Auth::Token;
    const INPUT: Input = Input::Query;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.6";

    type Ids = ();
    type Reply = Contacts;

    #[cfg(feature = "schemars")]
    fn reply_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<super::contacts::Object>()
    }

    fn check_reply(data: &Contacts, check: &mut Check) {
        check_form(data, true, check);
    }
}
