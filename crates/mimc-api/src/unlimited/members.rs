//! `GET /api/uctopic/userlist`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::ids::{TopicId, Uuid};
use crate::unlimited::members_page::UnlimitedMembers;

/// Lists the members of an unlimited group, page by page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListUnlimitedMembers {
    /// `topicId`: the unlimited group.
    pub topic_id: TopicId,
    /// `startUuid`: where the page begins: 0 at first, then what the last page says.
    pub start_uuid: Uuid,
}

impl ListUnlimitedMembers {
    /// Asks with what must be there.
    #[must_use]
    pub const fn new(topic_id: TopicId, start_uuid: Uuid) -> Self {
        Self { topic_id, start_uuid }
    }
}

impl ListUnlimitedMembers {
    /// Asks for the first page.
    #[must_use]
    pub const fn first(topic_id: TopicId) -> Self {
        Self::new(topic_id, Uuid::new(0))
    }

    /// Asks for the page behind this one; None behind the last.
    #[must_use]
    pub fn next(&self, page: &UnlimitedMembers) -> Option<Self> {
        let start = page.start_uuid.filter(|_| !page.is_end)?;
        Some(Self::new(self.topic_id, start))
    }
}

impl Endpoint for ListUnlimitedMembers {
    const NAME: &'static str = "list-unlimited-members";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/uctopic/userlist";
    const AUTH: Auth = Auth::TokenOrApp;
    const INPUT: Input = Input::Headers(&["topicId", "startUuid"]);
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "EVIDENCE B.8";

    type Ids = ();
    type Reply = UnlimitedMembers;
}
