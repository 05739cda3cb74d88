//! The messages of one name, and the receipts that give this name.

use std::collections::BTreeMap;
use std::sync::Arc;

use mimc_msg::Account;

use crate::content::{Content, Role};

/// The receipts of which one is enough.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot {
    pub(crate) recall: bool,
    pub(crate) disputed: bool,
    pub(crate) sender: Account<'static>,
}

impl Slot {
    pub(crate) fn of(receipt: &Content) -> Option<Self> {
        let recall = match receipt.role() {
            Role::Recall => true,
            Role::Read => false,
            _ => return None,
        };
        Some(Self { recall, disputed: receipt.disputed, sender: receipt.sender.clone() })
    }
}

/// The messages of one name by author, and the receipts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Target {
    authors: BTreeMap<Account<'static>, Authored>,
    total: usize,
    pub(crate) receipts: BTreeMap<Slot, Arc<Content>>,
}

/// The messages of one name and author.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Authored {
    contents: BTreeMap<Arc<Content>, usize>,
    count: usize,
}

impl Target {
    /// How many messages a receipt of this sort could mean: of its own author a recall, of all others a read notice.
    pub(super) fn named(&self, slot: &Slot) -> usize {
        let own = self.authors.get(&slot.sender).map_or(0, |authored| authored.count);
        if slot.recall { own } else { self.total - own }
    }

    /// The one message that a receipt of this sort is about.
    pub(crate) fn matching(&self, slot: &Slot) -> Option<&Arc<Content>> {
        if slot.disputed || self.named(slot) != 1 {
            return None;
        }
        let authored = if slot.recall {
            self.authors.get(&slot.sender)?
        } else {
            // Since only one message is by others, at most two accounts are looked at.
            self.authors.iter().find(|(author, _)| **author != slot.sender)?.1
        };
        authored.contents.keys().next()
    }

    /// Whether the author has so many messages of this name, before and after, that no receipt can be about one of them.
    pub(super) fn is_crowded(&self, content: &Content, before: usize, after: usize) -> bool {
        let count = self.authors.get(&content.sender).map_or(0, |authored| authored.count);
        count > 1 && (count + after).saturating_sub(before) > 1
    }

    /// Takes note of how many messages have a content.
    pub(super) fn set(&mut self, content: &Arc<Content>, messages: usize) {
        let authored = self.authors.entry(content.sender.clone()).or_default();
        let before = if messages > 0 {
            authored.contents.insert(content.clone(), messages)
        } else {
            authored.contents.remove(content)
        };
        let before = before.unwrap_or_default();
        authored.count = (authored.count + messages).saturating_sub(before);
        self.total = (self.total + messages).saturating_sub(before);
        if authored.count == 0 {
            self.authors.remove(&content.sender);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.total == 0 && self.receipts.is_empty()
    }
}
