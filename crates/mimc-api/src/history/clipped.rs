//! The warning that part of what was asked for is kept no longer.

use std::fmt;
use std::ops::Range;

/// A warning: the server keeps only the later part of what was asked for, so only that is queried.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Clipped<T> {
    /// What there was to query.
    pub asked: Range<T>,
    /// What is queried. It ends where `asked` ends, and is empty where nothing is kept.
    pub kept: Range<T>,
}

impl<T: Copy + Ord> Clipped<T> {
    /// Cuts off what is before the beginning; None where nothing is.
    pub(super) fn cut(asked: &Range<T>, begin: T) -> Option<Self> {
        let start = begin.min(asked.end);
        (asked.start < start).then(|| Self { asked: asked.clone(), kept: start..asked.end })
    }

    /// What is not queried.
    #[must_use]
    pub const fn lost(&self) -> Range<T> {
        self.asked.start..self.kept.start
    }
}

impl<T: Copy + Ord + fmt::Display> fmt::Display for Clipped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Range { start, end } = self.lost();
        write!(f, "from {start} to before {end} the server keeps no messages any more")
    }
}
