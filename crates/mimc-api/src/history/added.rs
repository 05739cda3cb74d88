//! What came of adding a page of history.

use crate::ids::Sequence;

/// What came of adding a page to a [`Timeline`](crate::history::Timeline).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "it tells of conflicts, and whether messages are missing"]
#[non_exhaustive]
pub struct Added {
    /// How many messages were not there before.
    pub new: usize,
    /// How many were there already.
    pub repeated: usize,
    /// The numbers of those that contradict the message that was there already, and were not taken.
    pub conflicts: Vec<Sequence>,
    /// `row`: how many messages the page says that it has (the manual: 表示返回的消息条数).
    pub row: Option<u32>,
}

impl Added {
    /// How many messages the page had.
    #[must_use]
    pub fn messages(&self) -> usize {
        self.new + self.repeated + self.conflicts.len()
    }

    /// Whether `row` is there and another number: the page may have lost messages on its way.
    #[must_use]
    pub fn row_differs(&self) -> bool {
        self.row.is_some_and(|row| usize::try_from(row) != Ok(self.messages()))
    }
}
