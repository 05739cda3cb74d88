//! `GET /api/topic/{appId}/account`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::AppId;
use crate::topic::model::TopicInfo;

/// Lists the groups that the asker is in, without their members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListTopics {}

impl ListTopics {
    /// Asks for it.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl Endpoint for ListTopics {
    const NAME: &'static str = "list-topics";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/topic/{appId}/account";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Nowhere;
    const KNOWN: Known = Known::Captured;
    const SECTION: &'static str = "查询所属群信息";

    type Ids = AppId;
    type Reply = Vec<TopicInfo>;
}
