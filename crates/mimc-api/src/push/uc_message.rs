//! `POST /api/push/ucs/singleMsgPush/`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::content::Content;
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;
use crate::invalid::Invalid;
use crate::push::pushed::Pushed;

/// Pushes a text to an unlimited group, in the name of any user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PushUcMessage {
    /// `fromAccount`: the sender.
    pub from_account: Account,
    /// `fromResource`: the sender's device; some clients leave it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_resource: Option<String>,
    /// `topicId`: the unlimited group.
    pub topic_id: TopicId,
    /// `message`: the text. Not `msg`, as elsewhere.
    message: String,
}

impl PushUcMessage {
    /// Pushes this.
    ///
    /// # Errors
    /// Where it is not text alone: no base64 and no type can travel beside it.
    pub fn new(
        from_account: Account,
        topic_id: TopicId,
        message: Content,
    ) -> Result<Self, Invalid> {
        let message = message.into_text()?;
        Ok(Self { from_account, from_resource: None, topic_id, message })
    }

    /// What is pushed.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl Endpoint for PushUcMessage {
    const NAME: &'static str = "push-uc-message";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/push/ucs/singleMsgPush/";
    const AUTH: Auth = Auth::App;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.2";

    type Ids = ();
    type Reply = Pushed;

    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        check.account("fromAccount", &self.from_account)
    }
}
