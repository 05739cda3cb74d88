//! `GET /api/uctopic/onlineinfo`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;
use crate::unlimited::model::UnlimitedOnline;

/// Asks how many are online in an unlimited group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GetUnlimitedOnline {
    /// `topicId`: the unlimited group.
    pub topic_id: TopicId,
}

impl GetUnlimitedOnline {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(topic_id: TopicId) -> Self {
        Self { topic_id }
    }
}

impl Endpoint for GetUnlimitedOnline {
    const NAME: &'static str = "get-unlimited-online";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/uctopic/onlineinfo";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Headers(&["topicId"]);
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.8";

    type Ids = ();
    type Reply = UnlimitedOnline;
}
