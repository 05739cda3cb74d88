//! `DELETE /api/contact/p2p/session?member=…`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::contact::contacts::{Contacts, check_form};
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::invalid::Invalid;

/// Takes a user out of the contact list, and answers with what is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DeleteP2pSession {
    /// `member`: the account of the user.
    pub member: Account,
}

impl DeleteP2pSession {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(member: Account) -> Self {
        Self { member }
    }
}

impl Endpoint for DeleteP2pSession {
    const NAME: &'static str = "delete-p2p-session";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/contact/p2p/session";
    const AUTH: Auth = Auth::Token;
    const INPUT: Input = Input::Query;
    const KNOWN: Known = Known::Document;
    const SECTION: &'static str = "EVIDENCE B.6";

    type Ids = ();
    type Reply = Contacts;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("member", &self.member)
    }

    fn check_reply(data: &Contacts, check: &mut Check) {
        check_form(data, false, check);
    }
}
