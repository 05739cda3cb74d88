//! `GET /api/contact/`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::contact::contacts::{Contacts, check_form};
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};

/// Lists whom a user talked with in the last month, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListContacts {}

impl ListContacts {
    /// Asks for it.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl Endpoint for ListContacts {
    const NAME: &'static str = "list-contacts";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/contact/";
    const AUTH: Auth = Auth::Token;
    const INPUT: Input = Input::Nowhere;
    const KNOWN: Known = Known::Captured;
    const SECTION: &'static str = "EVIDENCE B.6";

    type Ids = ();
    type Reply = Contacts;

    fn check_reply(data: &Contacts, check: &mut Check) {
        check_form(data, false, check);
    }
}
