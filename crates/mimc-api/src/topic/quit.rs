//! `DELETE /api/topic/{appId}/{topicId}/account`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::{AppId, TopicId};
use crate::topic::model::Topic;

/// Leaves a group; its owner cannot. What the owner gets:
/// [`ApiError::is_owner_cannot_quit`](crate::ApiError::is_owner_cannot_quit).
///
/// The manual answers with the group, since 2018-03-15 the answer is null.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QuitTopic {}

impl QuitTopic {
    /// Asks for it.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl Endpoint for QuitTopic {
    const NAME: &'static str = "quit-topic";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/topic/{appId}/{topicId}/account";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Nowhere;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "非群主用户退群";

    type Ids = (AppId, TopicId);
    type Reply = Option<Topic>;
}
