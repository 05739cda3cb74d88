//! The order of messages.

use mimc_msg::Timestamp;

/// Where a message stands in its conversation, for those who sort messages themselves.
///
/// Sequences decide. They grow with time, and all that were seen are the server's time in milliseconds × 100,000 and five
/// digits more (`docs/evidence.md`, D): by this a message that has none stands behind the sequences of its own millisecond.
/// Where sequences have another form, they keep their order among themselves all the same.
///
/// ```
/// use mimc_conversation::Position;
/// use mimc_msg::Timestamp;
///
/// let time = Timestamp::from_millis(1_551_230_275_750)?;
/// let stored = Position::of(Some(155_123_027_575_068_001), Timestamp::MAX);
/// assert!(stored < Position::of(None, time));
/// assert!(Position::of(None, time) < Position::of(Some(155_123_027_575_100_000), time));
/// # Ok::<(), mimc_msg::TimestampOutOfRange>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(u128);

impl Position {
    const PER_MILLISECOND: u128 = 100_000;

    /// Of a message with this sequence, where it has one, and this time.
    #[must_use]
    pub fn of(sequence: Option<u64>, time: Timestamp) -> Self {
        Self(match sequence {
            Some(sequence) => sequence.into(),
            None => (u128::from(time.as_millis()) + 1) * Self::PER_MILLISECOND - 1,
        })
    }

    /// How many milliseconds it is behind another; 0 where it is before it.
    pub(crate) fn millis_behind(self, other: Self) -> u128 {
        self.0.saturating_sub(other.0) / Self::PER_MILLISECOND
    }
}
