//! `POST /api/push/p2p/more`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::content::{self, Content, MsgType};
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::invalid::Invalid;
use crate::push::pushed::PushedMany;
use crate::wire;

/// Pushes a message to several users, in the name of any user.
///
/// `msg`, `msgType` and `bizType` come from a [`Content`] and cannot be set apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PushP2pMore {
    /// `fromAccount`: the sender.
    pub from_account: Account,
    /// `fromResource`: the sender's device; some clients leave it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_resource: Option<String>,
    /// `toAccounts`: the receivers; an array here.
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub to_accounts: Vec<Account>,
    /// `msg`: what is pushed: text, or base64 of bytes.
    msg: String,
    /// `msgType`: whether `msg` is text or base64. It has nothing to do with the `msgType` of a message.
    #[serde(default)]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::OrNull<MsgType>"))]
    msg_type: MsgType,
    /// `bizType`: the type that travels beside the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    biz_type: Option<String>,
    /// `isStore`: whether the message is kept in the history. Documents differ on what happens where it is
    /// left out (EVIDENCE E, row 15), so it is best set.
    #[serde(default, with = "wire::flag", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<bool>"))]
    pub is_store: Option<bool>,
}

impl PushP2pMore {
    /// Pushes this.
    #[must_use]
    pub fn new(from_account: Account, to_accounts: Vec<Account>, content: Content) -> Self {
        let Content { msg, msg_type, biz_type } = content;
        let (from_resource, is_store) = (None, None);
        Self { from_account, from_resource, to_accounts, msg, msg_type, biz_type, is_store }
    }

    /// What is pushed.
    #[must_use]
    pub fn content(&self) -> Content {
        let Self { msg, msg_type, biz_type, .. } = self.clone();
        Content { msg, msg_type, biz_type }
    }
}

impl Endpoint for PushP2pMore {
    const NAME: &'static str = "push-p2p-more";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/push/p2p/more";
    const AUTH: Auth = Auth::App;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.2";

    type Ids = ();
    type Reply = PushedMany;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("fromAccount", &self.from_account)?;
        check.not_empty("toAccounts", &self.to_accounts)?;
        check.accounts("toAccounts", &self.to_accounts)?;
        content::check(&self.msg, self.msg_type)
    }
}
