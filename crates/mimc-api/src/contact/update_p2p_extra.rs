//! `POST /api/contact/p2p/extra/update`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::contact::model::Contact;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::invalid::Invalid;

/// Replaces the extra text of a user in the contact list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UpdateP2pContactExtra {
    /// `account`: the account of the user.
    pub account: Account,
    /// `extra`: the new extra.
    pub extra: String,
}

impl UpdateP2pContactExtra {
    /// Asks with what must be there.
    #[must_use]
    pub fn new(account: Account, extra: impl Into<String>) -> Self {
        Self { account, extra: extra.into() }
    }
}

impl Endpoint for UpdateP2pContactExtra {
    const NAME: &'static str = "update-p2p-contact-extra";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/contact/p2p/extra/update";
    const AUTH: Auth = Auth::Token;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.6";

    type Ids = ();
    type Reply = Contact;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("account", &self.account)
    }
}
