//! Where a message stands.

use std::sync::Arc;

use crate::content::Content;

/// The place of a message in its conversation.
///
/// Sequences decide. They grow with time, and all that were seen are the server's time in milliseconds × 100,000 and five
/// digits more (`docs/evidence.md`, D): by this a message that has none stands behind the sequences of its own millisecond.
/// Where sequences have another form, they keep their order among themselves all the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Above 64 bits only of times that no sequence reaches.
    at: u128,
    pub(crate) content: Arc<Content>,
    pub(crate) sequence: Option<u64>,
}

impl Place {
    const PER_MILLISECOND: u128 = 100_000;

    pub(crate) fn sequenced(content: &Arc<Content>, sequence: u64) -> Self {
        Self { at: sequence.into(), content: content.clone(), sequence: Some(sequence) }
    }

    pub(crate) fn timed(content: &Arc<Content>) -> Self {
        let at = u128::from(content.millis()) * Self::PER_MILLISECOND + Self::PER_MILLISECOND - 1;
        Self { at, content: content.clone(), sequence: None }
    }
}
