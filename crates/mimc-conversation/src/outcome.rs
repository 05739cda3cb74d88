//! What came of an event.

use crate::action::Action;
use crate::fact::Fact;
use crate::problem::Problem;

/// What came of an event, or of a merge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outcome {
    /// Whether anything was learnt. A message that was seen before in the same way teaches nothing.
    pub new: bool,
    /// What the app should do, in this order. Empty for most events.
    pub actions: Vec<Action>,
    /// Why the event has no effect, as far as is known now. Of a merge, see
    /// [`Conversation::problems`](crate::Conversation::problems).
    pub problem: Option<Problem>,
    /// What was dropped for it.
    pub dropped: Vec<Dropped>,
}

/// A message that is no longer kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dropped {
    /// The message, as it was.
    pub message: Fact,
    /// Why.
    pub why: DropReason,
}

/// Why something is no longer kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DropReason {
    /// There are more messages than the limit, and it was the first of them.
    Messages,
    /// There are more pings and pongs than the limit, and it was the first of them.
    Signals,
    /// There are more receipts than the limit.
    Receipts,
    /// It waited for its message longer than the window.
    Expired,
}

/// How many facts are no longer kept, at least. From the first on, order and repetition may matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Losses {
    /// Messages, pings and pongs.
    pub messages: u64,
    /// Receipts.
    pub receipts: u64,
}
