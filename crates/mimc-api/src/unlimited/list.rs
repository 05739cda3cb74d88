//! `GET /api/uctopic/topics`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;

/// Lists the unlimited groups that the asker is in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListUnlimitedTopics {}

impl ListUnlimitedTopics {
    /// Asks for it.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl Endpoint for ListUnlimitedTopics {
    const NAME: &'static str = "list-unlimited-topics";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/uctopic/topics";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Nowhere;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.8";

    type Ids = ();
    type Reply = Vec<TopicId>;
}
