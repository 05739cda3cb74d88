//! `GET /api/blacklist/?blackAccount=…`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::blacklist::is_black::IsBlack;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::invalid::Invalid;

/// Asks whether a user is shut out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QueryBlacklist {
    /// `blackAccount`: who is shut out.
    pub black_account: Account,
}

impl QueryBlacklist {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(black_account: Account) -> Self {
        Self { black_account }
    }
}

impl Endpoint for QueryBlacklist {
    const NAME: &'static str = "query-blacklist";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/blacklist/";
    const AUTH: Auth = Auth::TokenOrAppWithId;
    const INPUT: Input = Input::Query;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.7";

    type Ids = ();
    type Reply = IsBlack;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("blackAccount", &self.black_account)
    }
}
