//! Recalls and read notices, and the messages that they name.

mod target;
mod waiting;

use std::collections::BTreeMap;
use std::sync::Arc;

use mimc_msg::Account;

use crate::content::{Content, Name, Role};

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
    /// By id alone, how many messages each account has sent that a receipt can name.
    ids: BTreeMap<String, BTreeMap<Account<'static>, usize>>,
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
        self.count_id(content, before, after);
        let target = self.targets.entry(name.clone()).or_default();
        if target.is_crowded(content, before, after) {
            target.set(content, after);
            return;
        }
        let matching = |target: &Target| -> Vec<_> {
            target.receipts.keys().map(|slot| target.matching(slot).cloned()).collect()
        };
        let old = matching(target);
        target.set(content, after);
        let new = matching(target);
        for (receipt, (before, after)) in target.receipts.values().zip(old.into_iter().zip(new)) {
            if before != after {
                self.waiting.remove(receipt, before.is_some());
                self.waiting.add(receipt, after.is_some());
                flips.push(Flip { receipt: receipt.clone(), before, after });
            }
        }
        if target.is_empty() {
            self.targets.remove(&name);
        }
    }

    fn count_id(&mut self, content: &Content, before: usize, after: usize) {
        let of_id = self.ids.entry(content.id().to_owned()).or_default();
        let count = of_id.entry(content.sender.clone()).or_default();
        *count = (*count + after).saturating_sub(before);
        if *count == 0 {
            of_id.remove(&content.sender);
        }
        if of_id.is_empty() {
            self.ids.remove(content.id());
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
        let Some(of_id) = self.ids.get(&name.id) else { return Verdict::Waits };
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
        target.into_iter().flat_map(move |target| {
            let receipts = target.receipts.iter();
            let about = receipts.filter(move |(slot, _)| {
                target.matching(slot).is_some_and(|matching| **matching == *message)
            });
            about.map(|(_, receipt)| receipt)
        })
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
