//! `POST /api/msg/p2t/extra/update/v2/`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, JSON_UTF8, Known};
use crate::ids::{Sequence, TopicId};
use crate::invalid::Invalid;
use crate::message_extra::updated::UpdatedExtra;

/// Sets one key of the extra of a message of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UpdateP2tMessageExtraV2 {
    /// `account`: who asks.
    pub account: Account,
    /// `topicId`: the group.
    pub topic_id: TopicId,
    /// `sequence`: the message.
    pub sequence: Sequence,
    /// `extraKey`: the key.
    pub extra_key: String,
    /// `extraValue`: its new value.
    pub extra_value: String,
}

impl UpdateP2tMessageExtraV2 {
    /// Asks with what must be there.
    #[must_use]
    pub fn new(
        account: Account,
        topic_id: TopicId,
        sequence: Sequence,
        extra_key: impl Into<String>,
        extra_value: impl Into<String>,
    ) -> Self {
        Self {
            account,
            topic_id,
            sequence,
            extra_key: extra_key.into(),
            extra_value: extra_value.into(),
        }
    }
}

impl Endpoint for UpdateP2tMessageExtraV2 {
    const NAME: &'static str = "update-p2t-message-extra-v2";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/msg/p2t/extra/update/v2/";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.5";
    const HEADERS: &'static [(&'static str, &'static str)] = JSON_UTF8;

    type Ids = ();
    type Reply = Vec<UpdatedExtra>;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("account", &self.account)
    }
}
