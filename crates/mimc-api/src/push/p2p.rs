//! `POST /api/push/p2p/`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::content::{self, Content, MsgType};
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::invalid::Invalid;
use crate::push::pushed::Pushed;
use crate::wire;

/// Pushes a message to a user, in the name of any user.
///
/// `msg`, `msgType` and `bizType` come from a [`Content`] and cannot be set apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PushP2p {
    /// `fromAccount`: the sender.
    pub from_account: Account,
    /// `fromResource`: the sender's device; some clients leave it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_resource: Option<String>,
    /// `toAccount`: the receiver.
    pub to_account: Account,
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

impl PushP2p {
    /// Pushes this.
    #[must_use]
    pub fn new(from_account: Account, to_account: Account, content: Content) -> Self {
        let Content { msg, msg_type, biz_type } = content;
        let (from_resource, is_store) = (None, None);
        Self { from_account, from_resource, to_account, msg, msg_type, biz_type, is_store }
    }

    /// What is pushed.
    #[must_use]
    pub fn content(&self) -> Content {
        let Self { msg, msg_type, biz_type, .. } = self.clone();
        Content { msg, msg_type, biz_type }
    }
}

impl Endpoint for PushP2p {
    const NAME: &'static str = "push-p2p";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/push/p2p/";
    const AUTH: Auth = Auth::App;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "推送单聊信息";

    type Ids = ();
    type Reply = Pushed;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("fromAccount", &self.from_account)?;
        check.account("toAccount", &self.to_account)?;
        content::check(&self.msg, self.msg_type)
    }
}
