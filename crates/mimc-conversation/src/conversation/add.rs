//! What an event changes.

use std::sync::Arc;

use mimc_msg::{Account, Timestamp};

use super::Conversation;
use crate::action::Action;
use crate::address::Address;
use crate::content::{Content, Role};
use crate::event::Event;
use crate::fact::Fact;
use crate::outcome::Outcome;
use crate::receipts::{Flip, is_receipt};
use crate::refused::Refused;

impl Conversation {
    /// Takes note of an event, and tells what to do about it. `now` is the time at which it is seen; only whether a ping is
    /// still answered depends on it.
    ///
    /// It costs the logarithm of what is kept, and for a receipt or a message that receipts name, what was said of that one
    /// message.
    ///
    /// # Errors
    /// Where the event cannot be one of this conversation. Nothing has changed then.
    pub fn add(&mut self, event: Event<'_>, now: Timestamp) -> Result<Outcome, Refused> {
        if !self.is_ours(&event.sender, &event.to) {
            return Err(Refused::Elsewhere);
        }
        if !event.received && event.sender != self.me {
            return Err(Refused::SentByAnother);
        }
        let (envelope, sender) = (event.envelope.into_owned(), event.sender.into_owned());
        let content = Content::new(sender, envelope, event.disputed).ok_or(Refused::UnknownBody)?;
        let packet = event.packet.as_deref();
        self.fits(&content, packet)?;
        let content = Arc::new(content);
        let mut outcome = Outcome::default();
        if self.see(&content, event.sequence, packet, event.received, &mut outcome) {
            outcome.actions.extend(self.asked(std::slice::from_ref(&content), now));
        }
        outcome.problem = self.problem_of(&content, event.sequence, packet);
        self.keep(&mut outcome);
        Ok(outcome)
    }

    /// Whether a message with these ends is of this conversation.
    pub(crate) fn is_ours(&self, sender: &Account<'_>, to: &Address<'_>) -> bool {
        match (&self.with, to) {
            (Address::Topic(group), Address::Topic(topic)) => group == topic,
            (Address::Account(with), Address::Account(to)) => {
                (*sender == self.me && to == with) || (sender == with && *to == self.me)
            }
            _ => false,
        }
    }

    /// Refuses a stored fact that no event could have brought.
    pub(crate) fn may_hold(&self, content: &Content, packet: Option<&str>) -> Result<(), Refused> {
        let ours = match &self.with {
            Address::Topic(_) => true,
            Address::Account(with) => content.sender == self.me || content.sender == *with,
        };
        if ours { self.fits(content, packet) } else { Err(Refused::Elsewhere) }
    }

    /// Refuses what has too much text.
    fn fits(&self, content: &Content, packet: Option<&str>) -> Result<(), Refused> {
        let limit = self.limits.event_bytes;
        if content.len() + packet.map_or(0, str::len) > limit {
            return Err(Refused::TooLong { limit });
        }
        Ok(())
    }

    /// Adds a fact to the set; whether it is a message of which nothing was known. Nothing is dropped yet.
    pub(crate) fn see(
        &mut self,
        content: &Arc<Content>,
        sequence: Option<u64>,
        packet: Option<&str>,
        received: bool,
        outcome: &mut Outcome,
    ) -> bool {
        let mut flips = Vec::new();
        let mut fresh = false;
        if is_receipt(content) {
            outcome.new |= self.receipts.add(content, &mut flips);
        } else {
            let change = self.messages.add(content, sequence, packet, received);
            outcome.new |= change.told;
            self.receipts.count(content, change.before, change.after, &mut flips);
            fresh = change.before == 0;
        }
        outcome.actions.extend(flips.into_iter().flat_map(actions));
        fresh
    }
}

/// What a receipt that counts otherwise than before asks for.
pub(super) fn actions(flip: Flip) -> impl Iterator<Item = Action> {
    let Flip { receipt, before, after } = flip;
    let by = || receipt.sender.clone();
    let recall = receipt.role() == Role::Recall;
    let undo = before.map(Fact).map(|message| {
        if recall { Action::Restore { message } } else { Action::Unmark { message, by: by() } }
    });
    let act = after.map(Fact).map(|message| {
        if recall { Action::Delete { message } } else { Action::MarkRead { message, by: by() } }
    });
    undo.into_iter().chain(act)
}
