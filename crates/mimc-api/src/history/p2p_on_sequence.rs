//! `POST /api/msg/p2p/queryOnSequence/`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, JSON_UTF8, Known};
use crate::history::page::HistoryPage;
use crate::ids::{AppId, Sequence};
use crate::invalid::Invalid;

/// Reads messages from one user to another whose numbers are in a span.
///
/// By number, messages are kept for seven days (later documents).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QueryP2pHistoryOnSequence {
    /// `appId`: the application; in the body in 2018, dropped later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_id: Option<AppId>,
    /// `toAccount`: the receiver.
    pub to_account: Account,
    /// `fromAccount`: the sender.
    pub from_account: Account,
    /// `startSeq`: from this message on.
    pub start_seq: Sequence,
    /// `stopSeq`: before this message.
    pub stop_seq: Sequence,
    /// `bizType`: only messages with this type beside them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub biz_type: Option<String>,
    /// `extra`: only messages with this extra text; one SDK sends null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

impl QueryP2pHistoryOnSequence {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(
        from_account: Account,
        to_account: Account,
        start_seq: Sequence,
        stop_seq: Sequence,
    ) -> Self {
        Self {
            app_id: None,
            to_account,
            from_account,
            start_seq,
            stop_seq,
            biz_type: None,
            extra: None,
        }
    }
}

impl Endpoint for QueryP2pHistoryOnSequence {
    const NAME: &'static str = "query-p2p-history-on-sequence";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/msg/p2p/queryOnSequence/";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.4";
    const HEADERS: &'static [(&'static str, &'static str)] = JSON_UTF8;

    type Ids = ();
    type Reply = HistoryPage<'static>;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("toAccount", &self.to_account)?;
        check.account("fromAccount", &self.from_account)?;
        check.sequences(self.start_seq, self.stop_seq)
    }
}
