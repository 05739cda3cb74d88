//! A page of the members of an unlimited group.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::endpoint::Reply;
use crate::ids::{AppId, TopicId, Uuid};
use crate::wire;

/// A page of the members of an unlimited group (EVIDENCE B.8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnlimitedMembers {
    /// `topicId`: the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_id: Option<TopicId>,
    /// `members`: those on this page.
    #[serde(deserialize_with = "wire::list::deserialize")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::schema::ListOrNull<UnlimitedMember>")
    )]
    pub members: Vec<UnlimitedMember>,
    /// `memberNum`: how many members.
    #[serde(with = "wire::number")]
    #[cfg_attr(feature = "schemars", schemars(with = "u32"))]
    pub member_num: u32,
    /// `isEnd`: whether this is the last page.
    pub is_end: bool,
    /// `startUuid`: where the next page begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_uuid: Option<Uuid>,
}

impl UnlimitedMembers {
    /// The last page, with these members.
    #[must_use]
    pub const fn new(topic_id: TopicId, members: Vec<UnlimitedMember>, member_num: u32) -> Self {
        Self { topic_id: Some(topic_id), members, member_num, is_end: true, start_uuid: None }
    }
}

impl Reply for UnlimitedMembers {}

/// A member of an unlimited group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnlimitedMember {
    /// `appId`: the application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_id: Option<AppId>,
    /// `uuid`: the member, as MIMC numbers them.
    pub uuid: Uuid,
    /// `appAccout`: the member, as the application names them. The server really writes it without the `n`. Read
    /// in both spellings, see [`UnlimitedMembers`].
    #[serde(rename = "appAccout", alias = "appAccount")]
    pub account: Account,
}

impl UnlimitedMember {
    /// A member.
    #[must_use]
    pub const fn new(uuid: Uuid, account: Account) -> Self {
        Self { app_id: None, uuid, account }
    }
}
