//! Recalls and read notices, and the messages that they name.

mod target;
mod waiting;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::content::{Content, Name, Role};
use crate::tally::Tally;

pub(crate) use target::{Slot, Target};
use waiting::Waiting;

/// What the bookkeeping of a receipt costs in memory beside its text, roughly.
const COST: usize = 1024;

/// What a receipt comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It counts: it names one message, and its sender may do so.
    Counts,
    /// Nothing is known that it could name.
    Waits,
    Ambiguous(usize),
    NotAuthor,
    NotReceiver,
    KindMismatch,
    Disputed,
}

/// A receipt that counts for another message than before, or for none.
pub(crate) struct Flip {
    pub(crate) receipt: Arc<Content>,
    pub(crate) before: Option<Arc<Content>>,
    pub(crate) after: Option<Arc<Content>>,
}

/// By name, how many messages bear it, and the receipts that give it: of each account the earliest recall and the earliest
/// read notice, since further ones say nothing new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Receipts {
    targets: BTreeMap<Name, Target>,
    /// Of all that a receipt can name, whatever its kind.
    ids: Tally,
    pub(crate) waiting: Waiting,
}

impl Receipts {
    /// Keeps a receipt, unless an earlier one of its account says the same.
    pub(crate) fn add(&mut self, receipt: &Arc<Content>, flips: &mut Vec<Flip>) -> bool {
        let (Some(name), Some(slot)) = (receipt.target(), Slot::of(receipt)) else { return false };
        let target = self.targets.entry(name).or_default();
        let old = target.receipts.get(&slot);
        if old.is_some_and(|old| old <= receipt) {
            return false;
        }
        let message = target.matching(&slot).cloned();
        if let Some(old) = old {
            self.waiting.remove(old, message.is_some());
        }
        self.waiting.add(receipt, message.is_some());
        if old.is_none() && message.is_some() {
            flips.push(Flip { receipt: receipt.clone(), before: None, after: message });
        }
        target.receipts.insert(slot, receipt.clone());
        true
    }

    /// Forgets a receipt.
    pub(crate) fn remove(&mut self, receipt: &Arc<Content>) {
        let (Some(name), Some(slot)) = (receipt.target(), Slot::of(receipt)) else { return };
        let Some(target) = self.targets.get_mut(&name) else { return };
        let matched = target.matching(&slot).is_some();
        if target.receipts.remove(&slot).is_some() {
            self.waiting.remove(receipt, matched);
        }
        if target.is_empty() {
            self.targets.remove(&name);
        }
    }

    /// Takes note of how many messages have a content; which receipts that changes is told.
    pub(crate) fn count(
        &mut self,
        content: &Arc<Content>,
        before: usize,
        after: usize,
        flips: &mut Vec<Flip>,
    ) {
        let Some(name) = content.name() else { return };
        if before == after {
            return;
        }
        self.ids.count(content, before, after);
        let target = self.targets.entry(name.clone()).or_default();
        let counting = |target: &Target| -> BTreeMap<Slot, Arc<Content>> {
            let counting = target.counting(&content.sender);
            counting.map(|(slot, _, message)| (slot.clone(), message.clone())).collect()
        };
        let old = counting(target);
        target.set(content, after);
        let new = counting(target);
        for slot in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
            let (before, after) = (old.get(slot).cloned(), new.get(slot).cloned());
            let Some(receipt) = target.receipts.get(slot).filter(|_| before != after) else {
                continue;
            };
            self.waiting.remove(receipt, before.is_some());
            self.waiting.add(receipt, after.is_some());
            flips.push(Flip { receipt: receipt.clone(), before, after });
        }
        if target.is_empty() {
            self.targets.remove(&name);
        }
    }

    /// What a receipt comes to, as far as is known.
    pub(crate) fn verdict(&self, receipt: &Content) -> Verdict {
        let (Some(name), Some(slot)) = (receipt.target(), Slot::of(receipt)) else {
            return Verdict::Waits;
        };
        if slot.disputed {
            return Verdict::Disputed;
        }
        let named = self.targets.get(&name).map_or(0, |target| target.named(&slot));
        match named {
            0 => {}
            1 => return Verdict::Counts,
            several => return Verdict::Ambiguous(several),
        }
        // Nothing of this kind that it may name: is there anything of this id?
        let Some(of_id) = self.ids.of(&name.id) else { return Verdict::Waits };
        let own = of_id.contains_key(&slot.sender);
        let others = of_id.len() > usize::from(own);
        match (slot.recall, own, others) {
            (true, true, _) | (false, _, true) => Verdict::KindMismatch,
            (true, false, _) => Verdict::NotAuthor,
            (false, _, false) => Verdict::NotReceiver,
        }
    }

    /// The recall and the read notices that count for a message.
    pub(crate) fn about(&self, message: &Content) -> impl Iterator<Item = &Arc<Content>> {
        let target = message.name().and_then(|name| self.targets.get(&name));
        let counting = target.into_iter().flat_map(|target| target.counting(&message.sender));
        let about = counting.filter(|(.., named)| ***named == *message);
        about.map(|(_, receipt, _)| receipt)
    }

    /// Every receipt that is kept.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<Content>> {
        self.targets.values().flat_map(|target| target.receipts.values())
    }
}

/// Whether a content is a receipt.
pub(crate) fn is_receipt(content: &Content) -> bool {
    matches!(content.role(), Role::Recall | Role::Read)
}

/// What a receipt takes in memory, roughly: its target and sender stand in indexes, too.
fn cost(receipt: &Content) -> usize {
    COST + receipt.weight() + receipt.len() + 4 * receipt.sender.as_str().len()
}
