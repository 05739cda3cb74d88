//! A conversation in a form that can be stored.

mod body;
mod record;

use std::sync::Arc;

use mimc_msg::Account;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::address::Address;
use crate::conversation::Conversation;
use crate::limits::Limits;
use crate::outcome::{Losses, Outcome};
use crate::refused::Refused;
use record::{Decimal, Record};

/// A [`Conversation`] in a form that serde can store, with the version of the form. What is in it is this crate's affair.
///
/// ```
/// use mimc_conversation::{Address, Conversation, Limits, State};
/// use mimc_msg::Account;
///
/// let conversation = Conversation::new(Account::new("bo"), Address::account("ada"));
/// let stored = serde_json::to_string(&conversation.state())?;
/// assert!(stored.starts_with(r#"{"version":1,"#));
/// let state: State = serde_json::from_str(&stored)?;
/// assert_eq!(Conversation::restore(state, Limits::new())?, conversation);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    version: Version,
    me: String,
    with: With,
    losses: Losses,
    facts: Vec<Record>,
}

/// The version of the form: 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Version;

impl Version {
    const NUMBER: u32 = 1;
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(Self::NUMBER)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            Self::NUMBER => Ok(Self),
            other => Err(de::Error::custom(format_args!(
                "the state has version {other}, and {} is read here",
                Self::NUMBER
            ))),
        }
    }
}

/// The other end of the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum With {
    Account(String),
    Topic(Decimal),
}

/// A stored state that no conversation has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("fact {index} of the state: {fault}")]
#[non_exhaustive]
pub struct InvalidState {
    /// Which of the facts is at fault, from 0.
    pub index: usize,
    /// What is wrong with it.
    pub fault: StateFault,
}

/// What is wrong with a stored fact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StateFault {
    /// It is no message: an empty id, a time out of range, a medium or JSON that is none.
    #[error("it is no message")]
    NoMessage,
    /// It is none of this conversation.
    #[error("{0}")]
    Refused(Refused),
}

impl Conversation {
    /// The state in a form that can be stored. The limits are not in it.
    #[must_use]
    pub fn state(&self) -> State {
        let messages = self.messages.iter();
        let messages = messages.map(|(content, seen)| Record::new(content, Some(seen)));
        let receipts = self.receipts.iter().map(|receipt| Record::new(receipt, None));
        State {
            version: Version,
            me: self.me.as_str().to_owned(),
            with: match &self.with {
                Address::Account(account) => With::Account(account.as_str().to_owned()),
                Address::Topic(topic) => With::Topic(Decimal(*topic)),
            },
            losses: self.losses,
            facts: messages.chain(receipts).collect(),
        }
    }

    /// The conversation of a stored state, within limits. What is beyond them is dropped, and counted in
    /// [`Self::losses`].
    ///
    /// Whatever is in the state, the conversation that comes out is one that events could have made.
    ///
    /// # Errors
    /// Where a fact of the state is none.
    pub fn restore(state: State, limits: Limits) -> Result<Self, InvalidState> {
        let with = match state.with {
            With::Account(account) => Address::account(account),
            With::Topic(Decimal(topic)) => Address::Topic(topic),
        };
        let mut conversation = Self::within(Account::new(state.me), with, limits);
        conversation.losses = state.losses;
        let mut outcome = Outcome::default();
        for (index, record) in state.facts.into_iter().enumerate() {
            let invalid = |fault| InvalidState { index, fault };
            let (content, seen) = record.read().ok_or(invalid(StateFault::NoMessage))?;
            let content = Arc::new(content);
            // What another account has sent was received, whatever the document says.
            let received = seen.received || content.sender != conversation.me;
            for (sequence, packet) in seen.each() {
                conversation
                    .may_hold(&content, packet)
                    .map_err(|refused| invalid(StateFault::Refused(refused)))?;
                conversation.see(&content, sequence, packet, received, &mut outcome);
            }
            // The app has done what there was to do.
            outcome.actions.clear();
        }
        conversation.keep(&mut outcome);
        Ok(conversation)
    }
}
