//! `POST /api/msg/p2t/queryOnCount/v2/`

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use http::Method;
use mimc_msg::Timestamp;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, JSON_UTF8, Known};
use crate::history::page::HistoryPage;
use crate::ids::{AppId, TopicId};
use crate::invalid::Invalid;
use crate::wire;

/// Reads the last so many messages of a group before a time, chosen by their extra.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QueryP2tHistoryOnCountV2 {
    /// `appId`: the application; in the body in 2018, dropped later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_id: Option<AppId>,
    /// `account`: who asks.
    pub account: Account,
    /// `topicId`: the group.
    pub topic_id: TopicId,
    /// `utcToTime`: before when, in milliseconds since 1970; written as text.
    #[serde(with = "wire::millis::text")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::Millis"))]
    pub utc_to_time: Timestamp,
    /// `count`: how many messages. No greatest number is documented.
    #[serde(deserialize_with = "wire::count::deserialize")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::Count"))]
    pub count: NonZeroU32,
    /// `extraFilterMap`: only messages whose extra has these values under these keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_filter_map: Option<BTreeMap<String, String>>,
    /// `getAllExtra`: whether each message comes with all of its extra.
    #[serde(default, with = "wire::flag", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<bool>"))]
    pub get_all_extra: Option<bool>,
    /// `bizType`: only messages with this type beside them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub biz_type: Option<String>,
    /// `extra`: only messages with this extra text; one SDK sends null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

impl QueryP2tHistoryOnCountV2 {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(
        account: Account,
        topic_id: TopicId,
        utc_to_time: Timestamp,
        count: NonZeroU32,
    ) -> Self {
        Self {
            app_id: None,
            account,
            topic_id,
            utc_to_time,
            count,
            extra_filter_map: None,
            get_all_extra: None,
            biz_type: None,
            extra: None,
        }
    }
}

impl Endpoint for QueryP2tHistoryOnCountV2 {
    const NAME: &'static str = "query-p2t-history-on-count-v2";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/msg/p2t/queryOnCount/v2/";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.4";
    const HEADERS: &'static [(&'static str, &'static str)] = JSON_UTF8;

    type Ids = ();
    type Reply = HistoryPage<'static>;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("account", &self.account)
    }
}
