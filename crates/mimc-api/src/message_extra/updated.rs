//! What updating extras answers, for each message.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::endpoint::Reply;
use crate::ids::Sequence;

/// What became of the extra of one message. All members are text (EVIDENCE B.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UpdatedExtra {
    /// `updateCode`: `200` where it was updated.
    pub update_code: String,
    /// `updateMsg`: what the server says to it.
    pub update_msg: String,
    /// `fromAccount`: the sender of the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_account: Option<Account>,
    /// `toAccount`: the receiver of the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_account: Option<Account>,
    /// `sequence`: the message.
    pub sequence: Sequence,
    /// `extra`: its extra now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

impl UpdatedExtra {
    /// What became of a message's extra.
    #[must_use]
    pub fn new(
        update_code: impl Into<String>,
        update_msg: impl Into<String>,
        sequence: Sequence,
    ) -> Self {
        Self {
            update_code: update_code.into(),
            update_msg: update_msg.into(),
            from_account: None,
            to_account: None,
            sequence,
            extra: None,
        }
    }

    /// Whether it was updated.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.update_code == "200"
    }
}

impl Reply for Vec<UpdatedExtra> {
    fn of_null() -> Option<Self> {
        Some(Self::new())
    }
}
