//! Conversations that are put together from lines, whatever the order of the lines.

mod json;
mod text;

use std::collections::BTreeMap;

use mimc_conversation::{Address, Conversation, Fact, Limits};
use mimc_msg::{Account, Timestamp};

use crate::fault::Fault;
use crate::seen::{Seen, Talk};

pub(crate) use json::write_named;
pub(crate) use text::{Zone, named};

/// Every conversation that lines tell of.
#[derive(Debug, Default)]
pub(crate) struct Threads {
    talks: BTreeMap<Talk, Conversation>,
    /// The account whose view is taken.
    me: Option<String>,
}

/// Nothing of what was asked for is dropped.
const ALL: Limits = Limits::new()
    .messages(usize::MAX)
    .signals(usize::MAX)
    .receipts(usize::MAX)
    .bytes(usize::MAX)
    .receipt_bytes(usize::MAX)
    .event_bytes(usize::MAX);

impl Threads {
    /// None yet; seen by this account where it takes part, else by the first of both.
    pub(crate) fn new(me: Option<&str>) -> Self {
        Self { talks: BTreeMap::new(), me: me.map(str::to_owned) }
    }

    pub(crate) fn add(&mut self, seen: &Seen) -> Result<(), Fault> {
        let talk = seen.talk();
        let me = self.me.as_deref().unwrap_or_default();
        let conversation = self.talks.entry(talk.clone()).or_insert_with(|| {
            let (me, with) = match talk {
                Talk::Pair(one, two) if two.as_str() == me => (two, Address::Account(one)),
                Talk::Pair(one, two) => (one, Address::Account(two)),
                Talk::Group(topic) => (Account::new(me), Address::Topic(topic)),
            };
            Conversation::within(me, with, ALL)
        });
        // No ping is answered here, so the time does not matter.
        let added = conversation.add(seen.event(), Timestamp::MAX);
        added.map(|_| ()).map_err(|refused| Fault::of_line("refused", refused.to_string()))
    }

    /// Each as people read it, and an empty line between two.
    pub(crate) fn text(&self, zone: &Zone) -> Vec<u8> {
        let talks = self.talks.iter().map(|(talk, seen)| text::talk(talk, seen, zone));
        talks.collect::<Vec<_>>().join("\n").into_bytes()
    }

    /// Each message, request and problem as an object on a line.
    pub(crate) fn json(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for (talk, conversation) in &self.talks {
            json::talk(&mut out, talk, conversation);
        }
        out
    }
}

/// The pings that wait as the account sees it whose view is taken. Of a group without one, nobody can say.
fn pings(conversation: &Conversation) -> impl Iterator<Item = Fact> {
    let seen = !conversation.me().as_str().is_empty();
    let pending = seen.then(|| conversation.pending_pings(Timestamp::MAX));
    pending.into_iter().flatten().map(|pending| pending.ping)
}
