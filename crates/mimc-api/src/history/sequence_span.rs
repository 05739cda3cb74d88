//! The message numbers that one history request by number covers.

use std::ops::Range;

use mimc_msg::Timestamp;

use crate::check::Check;
use crate::history::clipped::Clipped;
use crate::history::retention::Retention;
use crate::ids::Sequence;
use crate::invalid::Invalid;

/// A span of message numbers `[start, stop)` that is not empty: what one history request by number covers
/// (EVIDENCE B.4, D). No longest span is documented.
///
/// ```
/// use mimc_api::Account;
/// use mimc_api::history::{QueryP2pHistoryOnSequence, Retention, SequenceSpan};
/// use mimc_msg::Timestamp;
///
/// let from = Timestamp::from_millis(1_551_230_000_000)?;
/// let now = Timestamp::from_millis(1_551_240_000_000)?;
/// let asked = SequenceSpan::of_times(from..now)?;
/// let (kept, clipped) = asked.keep_within(Retention::SEQUENCE, now);
/// assert_eq!((kept, clipped), (Some(asked), None));
/// if let Some(span) = kept {
///     let (to, from) = (Account::new("bo"), Account::new("ada"));
///     let _query = QueryP2pHistoryOnSequence::new(from, to, span.start(), span.stop());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SequenceSpan {
    start: Sequence,
    stop: Sequence,
}

impl SequenceSpan {
    /// How many numbers a millisecond has: a number is the time in milliseconds and five digits more.
    ///
    /// This was observed (EVIDENCE D); no document says it.
    pub const PER_MILLISECOND: u64 = 100_000;

    /// A span of numbers.
    ///
    /// # Errors
    /// Where it is empty or reversed.
    pub fn new(span: Range<Sequence>) -> Result<Self, Invalid> {
        Check::default().sequences(span.start, span.end)?;
        Ok(Self { start: span.start, stop: span.end })
    }

    /// The numbers of a range of time, as [observed](Self::PER_MILLISECOND).
    ///
    /// # Errors
    /// Where it is empty or reversed, or so late (after the year 7800) that numbers of 64 bits have ended.
    pub fn of_times(range: Range<Timestamp>) -> Result<Self, Invalid> {
        Self::new(first(range.start)..first(range.end))
    }

    /// Where it begins, `startSeq`.
    #[must_use]
    pub const fn start(self) -> Sequence {
        self.start
    }

    /// Where it ends, exclusive, `stopSeq`.
    #[must_use]
    pub const fn stop(self) -> Sequence {
        self.stop
    }

    /// What is kept now of the span, as [observed](Self::PER_MILLISECOND): None where nothing is. Beside it
    /// the warning, where something was cut off.
    #[must_use]
    pub fn keep_within(
        self,
        retention: Retention,
        now: Timestamp,
    ) -> (Option<Self>, Option<Clipped<Sequence>>) {
        match Clipped::cut(&(self.start..self.stop), first(retention.begin(now))) {
            None => (Some(self), None),
            Some(clipped) => (Self::new(clipped.kept.clone()).ok(), Some(clipped)),
        }
    }
}

/// The first number of a millisecond; the greatest of all where there is none so late.
const fn first(time: Timestamp) -> Sequence {
    Sequence::new(time.as_millis().saturating_mul(SequenceSpan::PER_MILLISECOND))
}
