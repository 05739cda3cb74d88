//! `POST /api/uctopic/update`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;
use crate::invalid::Invalid;
use crate::unlimited::model::UnlimitedTopic;

/// Changes an unlimited group; only its owner may. What is not there stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UpdateUnlimitedTopic {
    /// `topicId`: the unlimited group.
    pub topic_id: TopicId,
    /// `topicName`: the new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_name: Option<String>,
    /// `ownerAccount`: the new owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_account: Option<Account>,
    /// `extra`: a new text of the application's own, at most 10 kB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

impl UpdateUnlimitedTopic {
    /// Changes nothing yet: fill in what is to change, at least one.
    #[must_use]
    pub const fn new(topic_id: TopicId) -> Self {
        Self { topic_id, topic_name: None, owner_account: None, extra: None }
    }
}

impl Endpoint for UpdateUnlimitedTopic {
    const NAME: &'static str = "update-unlimited-topic";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/uctopic/update";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.8";

    type Ids = ();
    type Reply = Option<UnlimitedTopic>;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        if self.topic_name.is_none() && self.owner_account.is_none() && self.extra.is_none() {
            return Err(Invalid::new("topicName", "nothing is to change"));
        }
        match &self.owner_account {
            Some(owner) => check.account("ownerAccount", owner),
            None => Ok(()),
        }
    }
}
