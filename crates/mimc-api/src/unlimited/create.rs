//! `POST /api/uctopic`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::Uuid;
use crate::unlimited::model::UnlimitedTopic;

/// Creates an unlimited group, which anybody may join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CreateUnlimitedTopic {
    /// `topicName`: the name of the group.
    pub topic_name: String,
    /// `extra`: a text of the application's own, at most 10 kB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
    /// `ownerUuid`: the owner; one SDK sends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_uuid: Option<Uuid>,
}

impl CreateUnlimitedTopic {
    /// Asks with what must be there.
    #[must_use]
    pub fn new(topic_name: impl Into<String>) -> Self {
        Self { topic_name: topic_name.into(), extra: None, owner_uuid: None }
    }
}

impl Endpoint for CreateUnlimitedTopic {
    const NAME: &'static str = "create-unlimited-topic";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/uctopic";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.8";

    type Ids = ();
    type Reply = UnlimitedTopic;
}
