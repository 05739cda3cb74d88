//! The time that one history request may cover.

use mimc_msg::Timestamp;

use crate::invalid::Invalid;

/// A span of time `[from, to)` of at most 24 hours: what one history request may cover (the manual, 消息漫游:
/// utcFromTime和utcToTime的时间间隔不能超过24小时，查询状态为[utcFromTime,utcToTime)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    from: Timestamp,
    to: Timestamp,
}

impl Window {
    /// The longest span, in milliseconds: 24 hours.
    pub const LONGEST: u64 = 24 * 60 * 60 * 1000;

    /// The span from the first time to before the second.
    ///
    /// # Errors
    /// Where it is empty, reversed, or longer than 24 hours.
    pub fn new(from: Timestamp, to: Timestamp) -> Result<Self, Invalid> {
        match to.as_millis().checked_sub(from.as_millis()) {
            None | Some(0) => {
                Err(Invalid::new("utcToTime", "it must be after utcFromTime: the window is empty"))
            }
            Some(span) if span > Self::LONGEST => {
                Err(Invalid::new("utcToTime", "the window is longer than 24 hours"))
            }
            Some(_) => Ok(Self { from, to }),
        }
    }

    /// The 24 hours that begin with a time; fewer at the end of time.
    ///
    /// # Errors
    /// At the very last of all times.
    pub fn day_from(from: Timestamp) -> Result<Self, Invalid> {
        let to = Timestamp::from_millis(from.as_millis().saturating_add(Self::LONGEST));
        Self::new(from, to.unwrap_or(Timestamp::MAX))
    }

    /// The 24 hours that end before a time; fewer at the beginning of time.
    ///
    /// # Errors
    /// At time 0.
    pub fn day_until(to: Timestamp) -> Result<Self, Invalid> {
        let from = Timestamp::from_millis(to.as_millis().saturating_sub(Self::LONGEST));
        Self::new(from.unwrap_or(to), to)
    }

    /// Where it begins, `utcFromTime`.
    #[must_use]
    pub const fn from(self) -> Timestamp {
        self.from
    }

    /// Where it ends, exclusive, `utcToTime`.
    #[must_use]
    pub const fn to(self) -> Timestamp {
        self.to
    }
}
