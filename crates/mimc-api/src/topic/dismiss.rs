//! `DELETE /api/topic/{appId}/{topicId}`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::{AppId, TopicId};

/// Dismisses a group; only its owner may.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DismissTopic {}

impl DismissTopic {
    /// Asks for it.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl Endpoint for DismissTopic {
    const NAME: &'static str = "dismiss-topic";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/topic/{appId}/{topicId}";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Nowhere;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "群主销毁群";
    const SUCCESS: &'static str = "success！";

    type Ids = (AppId, TopicId);
    type Reply = ();
}
