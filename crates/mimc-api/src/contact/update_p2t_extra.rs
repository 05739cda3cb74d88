//! `POST /api/contact/p2t/extra/update`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::contact::topic_extra::TopicContactExtra;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;

/// Replaces the extra text of a group in the contact list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UpdateP2tContactExtra {
    /// `topicId`: the group.
    pub topic_id: TopicId,
    /// `extra`: the new extra.
    pub extra: String,
}

impl UpdateP2tContactExtra {
    /// Asks with what must be there.
    #[must_use]
    pub fn new(topic_id: TopicId, extra: impl Into<String>) -> Self {
        Self { topic_id, extra: extra.into() }
    }
}

impl Endpoint for UpdateP2tContactExtra {
    const NAME: &'static str = "update-p2t-contact-extra";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/contact/p2t/extra/update";
    const AUTH: Auth = Auth::Token;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.6";

    type Ids = ();
    type Reply = TopicContactExtra;
}
