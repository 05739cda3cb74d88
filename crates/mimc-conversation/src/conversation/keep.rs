//! What is kept, and what is dropped.

use std::sync::Arc;

use mimc_msg::Timestamp;

use super::Conversation;
use super::add::actions;
use crate::content::Content;
use crate::fact::Fact;
use crate::outcome::{DropReason, Dropped, Outcome};
use crate::receipts::{Flip, Verdict};

impl Conversation {
    /// Drops what is beyond the limits.
    pub(crate) fn keep(&mut self, outcome: &mut Outcome) {
        while let Some((content, why)) = self.surplus() {
            self.drop_message(&content, why, outcome);
        }
        let limits = self.limits;
        while self.receipts.waiting.count > limits.receipts
            || self.receipts.waiting.bytes > limits.receipt_bytes
        {
            let Some(receipt) = self.receipts.waiting.first().cloned() else { return };
            self.drop_receipt(receipt, DropReason::Receipts, outcome);
        }
    }

    /// The message that must go, if one must.
    fn surplus(&self) -> Option<(Arc<Content>, DropReason)> {
        let (messages, limits) = (&self.messages, self.limits);
        let (passing, lasting) = (&messages.passing, &messages.lasting);
        let heavy = messages.bytes + self.receipts.waiting.counting > limits.bytes;
        let signal = passing.first().map(|first| (first, DropReason::Signals));
        let message = lasting.first().map(|first| (first, DropReason::Messages));
        let surplus = if passing.count > limits.signals {
            signal
        } else if lasting.count > limits.messages {
            message
        } else if heavy {
            signal.or(message)
        } else {
            None
        };
        surplus.map(|(content, why)| (content.clone(), why))
    }

    fn drop_message(&mut self, content: &Arc<Content>, why: DropReason, outcome: &mut Outcome) {
        let Some(sightings) = self.messages.remove(content) else { return };
        let mut flips = Vec::new();
        self.receipts.count(content, sightings.messages(), 0, &mut flips);
        // What is gone is neither shown again nor unmarked.
        let still = |flip: Flip| Flip { before: None, ..flip };
        outcome.actions.extend(flips.into_iter().map(still).flat_map(actions));
        self.losses.messages = self.losses.messages.saturating_add(1);
        outcome.dropped.push(Dropped { message: Fact(content.clone()), why });
    }

    fn drop_receipt(&mut self, receipt: Arc<Content>, why: DropReason, outcome: &mut Outcome) {
        self.receipts.remove(&receipt);
        self.losses.receipts = self.losses.receipts.saturating_add(1);
        outcome.dropped.push(Dropped { message: Fact(receipt), why });
    }

    /// Drops the receipts that wait for a message and are older than the window of the limits.
    ///
    /// To be called when no message of that age can come any more: when a device that was offline has got what the server
    /// kept, and the history has been read as far back as the app will read it. It is not done by itself, since a history
    /// that is read newest first has each receipt before its message.
    pub fn expire(&mut self, now: Timestamp) -> Vec<Dropped> {
        let until = now.as_millis().saturating_sub(self.limits.window);
        let idle = self.receipts.waiting.idle().filter(|receipt| receipt.millis() < until);
        let waits = idle.filter(|receipt| self.receipts.verdict(receipt) == Verdict::Waits);
        let expired: Vec<_> = waits.cloned().collect();
        let mut outcome = Outcome::default();
        for receipt in expired {
            self.drop_receipt(receipt, DropReason::Expired, &mut outcome);
        }
        outcome.dropped
    }
}
