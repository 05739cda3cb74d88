//! `POST /api/msg/p2t/query/`

use http::Method;
use mimc_msg::Timestamp;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, JSON_UTF8, Known};
use crate::history::page::HistoryPage;
use crate::history::window::Window;
use crate::ids::{AppId, TopicId};
use crate::invalid::Invalid;
use crate::wire;

/// Reads messages of a group, of at most 24 hours.
///
/// Messages are kept for half a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QueryP2tHistory {
    /// `appId`: the application; in the body in 2018, dropped later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_id: Option<AppId>,
    /// `account`: who asks.
    pub account: Account,
    /// `topicId`: the group.
    pub topic_id: TopicId,
    /// `utcFromTime`: from when on, in milliseconds since 1970; written as text.
    #[serde(with = "wire::millis::text")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::Millis"))]
    pub utc_from_time: Timestamp,
    /// `utcToTime`: before when; at most 24 hours later.
    #[serde(with = "wire::millis::text")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::Millis"))]
    pub utc_to_time: Timestamp,
    /// `bizType`: only messages with this type beside them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub biz_type: Option<String>,
    /// `extra`: only messages with this extra text; one SDK sends null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

impl QueryP2tHistory {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(account: Account, topic_id: TopicId, window: Window) -> Self {
        Self {
            app_id: None,
            account,
            topic_id,
            utc_from_time: window.from(),
            utc_to_time: window.to(),
            biz_type: None,
            extra: None,
        }
    }
}

impl Endpoint for QueryP2tHistory {
    const NAME: &'static str = "query-p2t-history";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/msg/p2t/query/";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "拉取群聊消息记录";
    const HEADERS: &'static [(&'static str, &'static str)] = JSON_UTF8;

    type Ids = ();
    type Reply = HistoryPage<'static>;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("account", &self.account)?;
        Window::new(self.utc_from_time, self.utc_to_time).map(|_| ())
    }
}
