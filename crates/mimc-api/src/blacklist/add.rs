//! `POST /api/blacklist/`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::invalid::Invalid;

/// Shuts a user out: they can no longer send to who asks. The other way still works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AddToBlacklist {
    /// `blackAccount`: who is shut out.
    pub black_account: Account,
}

impl AddToBlacklist {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(black_account: Account) -> Self {
        Self { black_account }
    }
}

impl Endpoint for AddToBlacklist {
    const NAME: &'static str = "add-to-blacklist";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/blacklist/";
    const AUTH: Auth = Auth::TokenOrAppWithId;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.7";

    type Ids = ();
    type Reply = ();

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("blackAccount", &self.black_account)
    }
}
