//! Which receipt is dropped first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mimc_msg::Account;

use super::cost;
use crate::content::{Content, Role};

/// Receipts in the order in which they are dropped: those that count for nothing of the account that has most of them, read
/// notices before recalls, the earliest first; then read notices that count. Recalls that count are never dropped: there is
/// one for a message at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Waiting {
    idle: BTreeMap<Account<'static>, BTreeSet<(bool, Arc<Content>)>>,
    /// How many each account has that count for nothing.
    loads: BTreeSet<(usize, Account<'static>)>,
    marks: BTreeSet<Arc<Content>>,
    /// How many there are that can be dropped.
    pub(crate) count: usize,
    /// What they take in memory, roughly.
    pub(crate) bytes: usize,
    /// What the recalls take that count, which goes with the messages.
    pub(crate) counting: usize,
}

impl Waiting {
    pub(super) fn add(&mut self, receipt: &Arc<Content>, counts: bool) {
        let recall = receipt.role() == Role::Recall;
        match (counts, recall) {
            (true, true) => {
                self.counting += cost(receipt);
                return;
            }
            (true, false) => {
                self.marks.insert(receipt.clone());
            }
            (false, _) => self.load(receipt, |idle| {
                idle.insert((recall, receipt.clone()));
            }),
        }
        self.count += 1;
        self.bytes += cost(receipt);
    }

    pub(super) fn remove(&mut self, receipt: &Arc<Content>, counts: bool) {
        let recall = receipt.role() == Role::Recall;
        match (counts, recall) {
            (true, true) => {
                self.counting -= cost(receipt);
                return;
            }
            (true, false) => {
                self.marks.remove(receipt);
            }
            (false, _) => self.load(receipt, |idle| {
                idle.remove(&(recall, receipt.clone()));
            }),
        }
        self.count -= 1;
        self.bytes -= cost(receipt);
    }

    fn load(
        &mut self,
        receipt: &Content,
        change: impl FnOnce(&mut BTreeSet<(bool, Arc<Content>)>),
    ) {
        let sender = &receipt.sender;
        let idle = self.idle.entry(sender.clone()).or_default();
        self.loads.remove(&(idle.len(), sender.clone()));
        change(idle);
        if idle.is_empty() {
            self.idle.remove(sender);
        } else {
            self.loads.insert((idle.len(), sender.clone()));
        }
    }

    /// The receipt that is dropped first.
    pub(crate) fn first(&self) -> Option<&Arc<Content>> {
        let loaded = self.loads.last().and_then(|(_, account)| self.idle.get(account));
        let idle = loaded.and_then(BTreeSet::first).map(|(_, receipt)| receipt);
        idle.or_else(|| self.marks.first())
    }

    /// Those that count for nothing, by account.
    pub(crate) fn idle(&self) -> impl Iterator<Item = &Arc<Content>> {
        self.idle.values().flatten().map(|(_, receipt)| receipt)
    }
}
