//! `DELETE /api/topic/{appId}/{topicId}/accounts?accounts=…`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::{AppId, TopicId};
use crate::invalid::Invalid;
use crate::topic::model::Topic;
use crate::wire;

/// Removes members from a group; only its owner may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct KickMembers {
    /// `accounts`: who is to go, in one text with commas between.
    #[serde(with = "wire::comma_list")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::CommaList"))]
    pub accounts: Vec<Account>,
}

impl KickMembers {
    /// Removes these.
    #[must_use]
    pub const fn new(accounts: Vec<Account>) -> Self {
        Self { accounts }
    }
}

impl Endpoint for KickMembers {
    const NAME: &'static str = "kick-members";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/topic/{appId}/{topicId}/accounts";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Query;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "群主踢用户退群";
    const BARE_QUERY: Option<&'static str> = Some("accounts");

    type Ids = (AppId, TopicId);
    type Reply = Topic;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.not_empty("accounts", &self.accounts)?;
        check.accounts("accounts", &self.accounts)
    }
}
