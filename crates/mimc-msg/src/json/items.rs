//! How many items the open lists may still have.

use super::MAX_DEPTH;

/// A count for each level that may be open; those of objects are not used.
pub(crate) struct Items {
    limit: u32,
    left: [u32; MAX_DEPTH],
}

impl Items {
    pub(crate) fn new(limit: u32) -> Self {
        Self { limit, left: [0; MAX_DEPTH] }
    }

    /// Opens a list, the one of this level.
    #[inline]
    pub(crate) fn open(&mut self, level: usize) {
        self.left[level % MAX_DEPTH] = self.limit;
    }

    /// Counts an item of the list of this level; `false` where that is one too many.
    #[inline]
    pub(crate) fn count(&mut self, level: usize) -> bool {
        let left = &mut self.left[level % MAX_DEPTH];
        let may = *left > 0;
        *left = left.saturating_sub(1);
        may
    }
}
