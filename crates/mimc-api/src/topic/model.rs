//! A group, as the server describes it.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::endpoint::Reply;
use crate::ids::{AppId, TopicId, Uuid};
use crate::wire;

/// A group and its members (the manual, 群聊消息).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Topic {
    /// `appId`: the application. Real answers have it, the manual does not (EVIDENCE B.3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_id: Option<AppId>,
    /// `topicInfo`: the group itself.
    pub topic_info: TopicInfo,
    /// `members`: who is in it, the owner included.
    #[serde(deserialize_with = "wire::list::deserialize")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::ListOrNull<Member>"))]
    pub members: Vec<Member>,
}

impl Topic {
    /// A group with these members.
    #[must_use]
    pub const fn new(topic_info: TopicInfo, members: Vec<Member>) -> Self {
        Self { app_id: None, topic_info, members }
    }
}

impl Reply for Topic {}

/// A group, without its members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TopicInfo {
    /// `topicId`: the group.
    pub topic_id: TopicId,
    /// `ownerUuid`: its owner, as MIMC numbers them.
    pub owner_uuid: Uuid,
    /// `ownerAccount`: its owner, as the application names them. Absent in 2017.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_account: Option<Account>,
    /// `topicName`: its name; `name` in 2017.
    #[serde(alias = "name", deserialize_with = "wire::topic_name::deserialize")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub topic_name: String,
    /// `bulletin`: what is posted in it. The manual has `""` where nothing is, real answers null.
    pub bulletin: Option<String>,
    /// `extra`: a text of the application's own (later documents).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

impl TopicInfo {
    /// A group without a bulletin.
    #[must_use]
    pub fn new(
        topic_id: TopicId,
        owner_uuid: Uuid,
        owner_account: Account,
        topic_name: impl Into<String>,
    ) -> Self {
        Self {
            topic_id,
            owner_uuid,
            owner_account: Some(owner_account),
            topic_name: topic_name.into(),
            bulletin: None,
            extra: None,
        }
    }
}

/// One in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Member {
    /// `uuid`: the member, as MIMC numbers them.
    pub uuid: Uuid,
    /// `account`: the member, as the application names them.
    pub account: Account,
}

impl Member {
    /// A member.
    #[must_use]
    pub const fn new(uuid: Uuid, account: Account) -> Self {
        Self { uuid, account }
    }
}

/// Groups: null where an account is in none.
impl Reply for Vec<TopicInfo> {
    fn of_null() -> Option<Self> {
        Some(Self::new())
    }
}

/// The group that was left, or null since 2018-03-15 (EVIDENCE C).
impl Reply for Option<Topic> {}
