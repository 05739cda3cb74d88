//! `POST /api/topic/{appId}/{topicId}/accounts`

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

/// Invites accounts into a group; any member may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InviteMembers {
    /// `accounts`: who is to come in, in one text with commas between.
    #[serde(with = "wire::comma_list")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::CommaList"))]
    pub accounts: Vec<Account>,
}

impl InviteMembers {
    /// Invites these.
    #[must_use]
    pub const fn new(accounts: Vec<Account>) -> Self {
        Self { accounts }
    }
}

impl Endpoint for InviteMembers {
    const NAME: &'static str = "invite-members";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/topic/{appId}/{topicId}/accounts";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "邀请用户加入群";

    type Ids = (AppId, TopicId);
    type Reply = Topic;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.not_empty("accounts", &self.accounts)?;
        check.accounts("accounts", &self.accounts)
    }
}
