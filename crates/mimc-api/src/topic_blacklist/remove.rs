//! `DELETE /api/topicblacklist/{topicId}/blackAccount?blackAccount=…`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;
use crate::invalid::Invalid;

/// Lets a user into a group again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RemoveFromTopicBlacklist {
    /// `blackAccount`: who is shut out.
    pub black_account: Account,
}

impl RemoveFromTopicBlacklist {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(black_account: Account) -> Self {
        Self { black_account }
    }
}

impl Endpoint for RemoveFromTopicBlacklist {
    const NAME: &'static str = "remove-from-topic-blacklist";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/topicblacklist/{topicId}/blackAccount";
    const AUTH: Auth = Auth::TokenOrAppWithId;
    const INPUT: Input = Input::Query;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.7";

    type Ids = TopicId;
    type Reply = ();

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("blackAccount", &self.black_account)
    }
}
