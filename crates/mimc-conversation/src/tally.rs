//! How many messages of an id each account has sent.

use std::collections::BTreeMap;

use mimc_msg::Account;

use crate::content::Content;

/// By id, how many messages each account has sent that bear it, where it has sent any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally(BTreeMap<String, BTreeMap<Account<'static>, usize>>);

impl Tally {
    /// Takes note of how many messages have a content.
    pub(crate) fn count(&mut self, content: &Content, before: usize, after: usize) {
        let of_id = self.0.entry(content.id().to_owned()).or_default();
        let count = of_id.entry(content.sender.clone()).or_default();
        *count = (*count + after).saturating_sub(before);
        if *count == 0 {
            of_id.remove(&content.sender);
        }
        if of_id.is_empty() {
            self.0.remove(content.id());
        }
    }

    /// The accounts that have sent messages of an id, and how many each.
    pub(crate) fn of(&self, id: &str) -> Option<&BTreeMap<Account<'static>, usize>> {
        self.0.get(id)
    }
}
