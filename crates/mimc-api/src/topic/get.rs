//! `GET /api/topic/{appId}/{topicId}`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::{AppId, TopicId};
use crate::topic::model::Topic;

/// Asks about a group that the asker is in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GetTopic {}

impl GetTopic {
    /// Asks for it.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl Endpoint for GetTopic {
    const NAME: &'static str = "get-topic";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/topic/{appId}/{topicId}";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Nowhere;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "查询指定群信息";

    type Ids = (AppId, TopicId);
    type Reply = Topic;
}
