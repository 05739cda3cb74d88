//! `DELETE /api/uctopic`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;

/// Dismisses an unlimited group; only its owner may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DismissUnlimitedTopic {
    /// `topicId`: the unlimited group.
    pub topic_id: TopicId,
}

impl DismissUnlimitedTopic {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(topic_id: TopicId) -> Self {
        Self { topic_id }
    }
}

impl Endpoint for DismissUnlimitedTopic {
    const NAME: &'static str = "dismiss-unlimited-topic";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/uctopic";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Headers(&["topicId"]);
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.8";

    type Ids = ();
    type Reply = ();
}
