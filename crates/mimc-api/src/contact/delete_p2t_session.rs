//! `DELETE /api/contact/p2t/session?topicId=…`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::contact::contacts::{Contacts, check_form};
use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::TopicId;

/// Takes a group out of the contact list, and answers with what is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DeleteP2tSession {
    /// `topicId`: the group.
    pub topic_id: TopicId,
}

impl DeleteP2tSession {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(topic_id: TopicId) -> Self {
        Self { topic_id }
    }
}

impl Endpoint for DeleteP2tSession {
    const NAME: &'static str = "delete-p2t-session";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/contact/p2t/session";
    const AUTH: Auth = Auth::Token;
    const INPUT: Input = Input::Query;
    const KNOWN: Known = Known::Document;
    const SECTION: &'static str = "EVIDENCE B.6";

    type Ids = ();
    type Reply = Contacts;

    fn check_reply(data: &Contacts, check: &mut Check) {
        check_form(data, false, check);
    }
}
