//! `POST /api/topicblacklist/`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;
use crate::invalid::Invalid;

/// Shuts a user out of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AddToTopicBlacklist {
    /// `blackAccount`: who is shut out.
    pub black_account: Account,
    /// `blackTopicId`: the group.
    pub black_topic_id: TopicId,
}

impl AddToTopicBlacklist {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(black_account: Account, black_topic_id: TopicId) -> Self {
        Self { black_account, black_topic_id }
    }
}

impl Endpoint for AddToTopicBlacklist {
    const NAME: &'static str = "add-to-topic-blacklist";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/topicblacklist/";
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
