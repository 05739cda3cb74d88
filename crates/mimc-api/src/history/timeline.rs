//! The messages of many pages, in order and each once.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::history::added::Added;
use crate::history::page::{HistoryMessage, HistoryPage};
use crate::ids::Sequence;

/// The messages of one conversation: ordered by their number and each once, in whatever order and however
/// often the pages come (the manual, 消息漫游: sequence主要用来做消息的排序和去重).
///
/// One for each conversation: a number may be unique within one user only (EVIDENCE E, row 16).
///
/// ```
/// use mimc_api::history::{HistoryMessage, HistoryPage, Timeline};
/// use mimc_api::{AppId, Payload, Sequence};
/// use mimc_msg::Timestamp;
///
/// let message = |sequence| HistoryMessage::new(Sequence::new(sequence), Payload::new(b"hi"), Timestamp::MAX);
/// let mut timeline = Timeline::new();
/// let added = timeline.add(HistoryPage::new(AppId::new(1), vec![message(10), message(9)]));
/// assert_eq!(added.new, 2);
/// let added = timeline.add(HistoryPage::new(AppId::new(1), vec![message(11), message(10)]));
/// assert_eq!((added.new, added.repeated), (1, 1));
///
/// let oldest_first: Vec<u64> = timeline.iter().map(|message| message.sequence.get()).collect();
/// assert_eq!(oldest_first, [9, 10, 11]);
/// let newest = timeline.iter().rev().next();
/// assert_eq!(newest, timeline.get(Sequence::new(11)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline(BTreeMap<Sequence, HistoryMessage<'static>>);

impl Timeline {
    /// No messages.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Takes the messages of a page, and tells what came of it.
    ///
    /// A message without accounts gets those of the page, so that it stands by itself (EVIDENCE E, row 13). Of
    /// a message that comes again, what only one of the two says is taken from it (some queries leave out the
    /// extra); where they contradict each other, the first is kept as it is.
    pub fn add(&mut self, page: HistoryPage<'static>) -> Added {
        let mut added = Added { row: page.row, ..Added::default() };
        for mut message in page.messages {
            message.from_account = message.from_account.or_else(|| page.from_account.clone());
            message.to_account = message.to_account.or_else(|| page.to_account.clone());
            match self.0.entry(message.sequence) {
                Entry::Vacant(place) => {
                    place.insert(message);
                    added.new += 1;
                }
                Entry::Occupied(mut first) => {
                    let sequence = message.sequence;
                    if complete(first.get_mut(), message) {
                        added.repeated += 1;
                    } else {
                        added.conflicts.push(sequence);
                    }
                }
            }
        }
        added
    }

    /// How many messages there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The message of this number.
    #[must_use]
    pub fn get(&self, sequence: Sequence) -> Option<&HistoryMessage<'static>> {
        self.0.get(&sequence)
    }

    /// The messages, oldest first; newest first with `rev`.
    #[must_use]
    pub fn iter(
        &self,
    ) -> impl DoubleEndedIterator<Item = &HistoryMessage<'static>> + ExactSizeIterator + Clone {
        self.0.values()
    }

    /// The messages themselves, oldest first; newest first with `rev`.
    #[must_use]
    pub fn into_messages(
        self,
    ) -> impl DoubleEndedIterator<Item = HistoryMessage<'static>> + ExactSizeIterator {
        self.0.into_values()
    }
}

/// Takes over what only the copy says; false, and nothing is taken, where the two contradict each other.
fn complete(kept: &mut HistoryMessage<'static>, copy: HistoryMessage<'static>) -> bool {
    let HistoryMessage { sequence: _, payload, ts, from_account, to_account, biz_type, extra } =
        copy;
    let same = kept.payload == payload
        && kept.ts == ts
        && agree(kept.from_account.as_ref(), from_account.as_ref())
        && agree(kept.to_account.as_ref(), to_account.as_ref())
        && agree(kept.biz_type.as_ref(), biz_type.as_ref())
        && agree(kept.extra.as_ref(), extra.as_ref());
    if same {
        kept.from_account = kept.from_account.take().or(from_account);
        kept.to_account = kept.to_account.take().or(to_account);
        kept.biz_type = kept.biz_type.take().or(biz_type);
        kept.extra = kept.extra.take().or(extra);
    }
    same
}

/// Whether two do not contradict each other: what is not said agrees with anything.
fn agree<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.is_none() || other.is_none() || one == other
}
