//! Where a message stands.

use std::sync::Arc;

use crate::content::Content;
use crate::position::Position;

/// The place of a message in its conversation; equal positions are told apart by content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    at: Position,
    pub(crate) content: Arc<Content>,
    pub(crate) sequence: Option<u64>,
}

impl Place {
    pub(crate) fn sequenced(content: &Arc<Content>, sequence: u64) -> Self {
        Self::new(content, Some(sequence))
    }

    pub(crate) fn timed(content: &Arc<Content>) -> Self {
        Self::new(content, None)
    }

    /// How many milliseconds it stands behind another.
    pub(crate) fn millis_behind(&self, other: &Self) -> u128 {
        self.at.millis_behind(other.at)
    }

    fn new(content: &Arc<Content>, sequence: Option<u64>) -> Self {
        let at = Position::of(sequence, content.envelope.timestamp);
        Self { at, content: content.clone(), sequence }
    }
}
