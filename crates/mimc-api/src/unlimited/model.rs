//! An unlimited group, as the server describes it.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::endpoint::Reply;
use crate::ids::{TopicId, Uuid};
use crate::wire;

/// An unlimited group (EVIDENCE B.8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnlimitedTopic {
    /// `topicId`: the group.
    pub topic_id: TopicId,
    /// `topicName`: its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_name: Option<String>,
    /// `ownerId`: its owner, as MIMC numbers them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_id: Option<Uuid>,
    /// `ownerAccount`: its owner, as the application names them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_account: Option<Account>,
    /// `extra`: a text of the application's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

impl UnlimitedTopic {
    /// A group of which nothing else is known.
    #[must_use]
    pub const fn new(topic_id: TopicId) -> Self {
        let (topic_name, extra) = (None, None);
        Self { topic_id, topic_name, owner_id: None, owner_account: None, extra }
    }
}

impl Reply for UnlimitedTopic {}

/// The group after a change; no source shows whether it is answered.
impl Reply for Option<UnlimitedTopic> {}

/// How many are online in an unlimited group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnlimitedOnline {
    /// `topicId`: the group.
    pub topic_id: TopicId,
    /// `userCnt`: how many users.
    #[serde(with = "wire::number")]
    #[cfg_attr(feature = "schemars", schemars(with = "u32"))]
    pub user_cnt: u32,
}

impl UnlimitedOnline {
    /// So many.
    #[must_use]
    pub const fn new(topic_id: TopicId, user_cnt: u32) -> Self {
        Self { topic_id, user_cnt }
    }
}

impl Reply for UnlimitedOnline {}

/// The unlimited groups of an account; null where it is in none.
impl Reply for Vec<TopicId> {
    fn of_null() -> Option<Self> {
        Some(Self::new())
    }
}
