//! `PUT /api/topic/{appId}/{topicId}`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::{AppId, TopicId, Uuid};
use crate::invalid::Invalid;
use crate::topic::model::Topic;

/// Changes a group; only its owner may. What is not there stays as it is.
///
/// The manual's own body has `topicId` and names the new owner by `ownerUuid`; since 2018-03-08 the
/// owner is named by account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UpdateTopic {
    /// `topicId`: the group again; it must be that of the path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_id: Option<TopicId>,
    /// `ownerUuid`: the new owner, as MIMC numbers them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_uuid: Option<Uuid>,
    /// `ownerAccount`: the new owner, as the application names them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_account: Option<Account>,
    /// `topicName`: the new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_name: Option<String>,
    /// `bulletin`: the new bulletin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bulletin: Option<String>,
    /// `extra`: a new text of the application's own (later documents).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

impl UpdateTopic {
    /// Changes nothing yet: fill in what is to change.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            topic_id: None,
            owner_uuid: None,
            owner_account: None,
            topic_name: None,
            bulletin: None,
            extra: None,
        }
    }
}

impl Endpoint for UpdateTopic {
    const NAME: &'static str = "update-topic";
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/topic/{appId}/{topicId}";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "群主更新群信息";

    type Ids = (AppId, TopicId);
    type Reply = Topic;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        let Self { owner_uuid, owner_account, topic_name, bulletin, extra, .. } = self;
        match (owner_uuid, owner_account) {
            (Some(_), Some(_)) => Err(Invalid::new("ownerUuid", "`ownerAccount` names one too")),
            (None, Some(owner)) => check.account("ownerAccount", owner),
            (None, None) if topic_name.is_none() && bulletin.is_none() && extra.is_none() => {
                Err(Invalid::new("topicName", "nothing is to change"))
            }
            (_, None) => Ok(()),
        }
    }

    fn check_ids(&self, (_, topic): &Self::Ids) -> Result<(), Invalid> {
        match self.topic_id {
            Some(id) if id != *topic => Err(Invalid::new("topicId", "the path has another group")),
            _ => Ok(()),
        }
    }
}
