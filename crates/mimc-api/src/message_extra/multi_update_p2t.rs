//! `POST /api/msg/p2t/extra/multiupdate`

use std::collections::BTreeMap;

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, JSON_UTF8, Known};
use crate::ids::{Sequence, TopicId};
use crate::invalid::Invalid;
use crate::message_extra::updated::UpdatedExtra;

/// Replaces the extra texts of several messages of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MultiUpdateP2tMessageExtra {
    /// `account`: who asks.
    pub account: Account,
    /// `topicId`: the group.
    pub topic_id: TopicId,
    /// `sequenceExtraMap`: the messages and their new extras.
    pub sequence_extra_map: BTreeMap<Sequence, String>,
}

impl MultiUpdateP2tMessageExtra {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(
        account: Account,
        topic_id: TopicId,
        sequence_extra_map: BTreeMap<Sequence, String>,
    ) -> Self {
        Self { account, topic_id, sequence_extra_map }
    }
}

impl Endpoint for MultiUpdateP2tMessageExtra {
    const NAME: &'static str = "multi-update-p2t-message-extra";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/msg/p2t/extra/multiupdate";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.5";
    const HEADERS: &'static [(&'static str, &'static str)] = JSON_UTF8;

    type Ids = ();
    type Reply = Vec<UpdatedExtra>;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("account", &self.account)
    }
}
