//! `POST /api/topic/{appId}`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::AppId;
use crate::invalid::Invalid;
use crate::topic::model::Topic;
use crate::wire;

/// Creates a group, whose owner is who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CreateTopic {
    /// `topicName`: the name of the group.
    pub topic_name: String,
    /// `accounts`: the other members, in one text with commas between. Left out where there are
    /// none.
    #[serde(default, with = "wire::comma_list", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::CommaListOrEmpty"))]
    pub accounts: Vec<Account>,
    /// `extra`: a text of the application's own (later documents).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

impl CreateTopic {
    /// A group of this name with these members and who asks.
    #[must_use]
    pub fn new(topic_name: impl Into<String>, accounts: Vec<Account>) -> Self {
        Self { topic_name: topic_name.into(), accounts, extra: None }
    }
}

impl Endpoint for CreateTopic {
    const NAME: &'static str = "create-topic";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/topic/{appId}";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Captured;
    const SECTION: &'static str = "创建群";

    type Ids = AppId;
    type Reply = Topic;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.accounts("accounts", &self.accounts)
    }
}
