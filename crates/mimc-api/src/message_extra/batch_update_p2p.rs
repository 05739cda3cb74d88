//! `POST /api/msg/p2p/extra/batchupdate/`

use std::collections::BTreeMap;

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, JSON_UTF8, Known};
use crate::ids::Sequence;
use crate::invalid::Invalid;
use crate::message_extra::updated::UpdatedExtra;

/// Sets several keys of the extra of a message between two users.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BatchUpdateP2pMessageExtra {
    /// `toAccount`: the receiver.
    pub to_account: Account,
    /// `fromAccount`: the sender.
    pub from_account: Account,
    /// `sequence`: the message.
    pub sequence: Sequence,
    /// `extraKeyMap`: the keys and their new values.
    pub extra_key_map: BTreeMap<String, String>,
}

impl BatchUpdateP2pMessageExtra {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(
        from_account: Account,
        to_account: Account,
        sequence: Sequence,
        extra_key_map: BTreeMap<String, String>,
    ) -> Self {
        Self { to_account, from_account, sequence, extra_key_map }
    }
}

impl Endpoint for BatchUpdateP2pMessageExtra {
    const NAME: &'static str = "batch-update-p2p-message-extra";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/msg/p2p/extra/batchupdate/";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.5";
    const HEADERS: &'static [(&'static str, &'static str)] = JSON_UTF8;

    type Ids = ();
    type Reply = Vec<UpdatedExtra>;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("toAccount", &self.to_account)?;
        check.account("fromAccount", &self.from_account)
    }
}
