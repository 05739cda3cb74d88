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

    /// Of the recall by an author and of all read notices, those that count, each with its message. No others begin or
    /// cease to count when the messages of this author change.
    ///
    /// Not all read notices are looked at, since that would be each account's for each account's message of one name. Where
    /// there are several messages, only an account that wrote all but one of them can mean a single one: so there are two
    /// authors, and it is one of them.
    pub(super) fn counting(
        &self,
        author: &Account<'static>,
    ) -> impl Iterator<Item = (&Slot, &Arc<Content>, &Arc<Content>)> {
        let slot = |recall, account: &Account<'static>| Slot {
            recall,
            disputed: false,
            sender: account.clone(),
        };
        let recall = self.receipts.get_key_value(&slot(true, author));
        let single =
            (self.total == 1).then(|| self.receipts.iter().filter(|(slot, _)| !slot.recall));
        let authors = (self.total > 1).then(|| self.authors.keys().take(2));
        let several = authors.into_iter().flatten();
        let several =
            several.filter_map(move |author| self.receipts.get_key_value(&slot(false, author)));
        let receipts = recall.into_iter().chain(single.into_iter().flatten()).chain(several);
        receipts.filter_map(|(slot, receipt)| Some((slot, receipt, self.matching(slot)?)))
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
