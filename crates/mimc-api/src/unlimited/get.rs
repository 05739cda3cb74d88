//! `GET /api/uctopic/topic/`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;
use crate::unlimited::model::UnlimitedTopic;

/// Asks about an unlimited group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GetUnlimitedTopic {
    /// `topicId`: the unlimited group.
    pub topic_id: TopicId,
}

impl GetUnlimitedTopic {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(topic_id: TopicId) -> Self {
        Self { topic_id }
    }
}

impl Endpoint for GetUnlimitedTopic {
    const NAME: &'static str = "get-unlimited-topic";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/uctopic/topic/";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Headers(&["topicId"]);
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.8";

    type Ids = ();
    type Reply = UnlimitedTopic;
}
