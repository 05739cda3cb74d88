//! How long the server keeps messages.

use std::time::Duration;

use mimc_msg::Timestamp;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How long the server keeps messages for one way to ask for them.
///
/// ```
/// use std::time::Duration;
/// use mimc_api::history::Retention;
///
/// let month = Retention::new(Duration::from_secs(30 * 24 * 60 * 60));
/// assert!(month.as_duration() < Retention::TIME.as_duration());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Retention(Duration);

impl Retention {
    /// By time: half a year (the manual, 消息漫游: 消息漫游为用户保存最近半年的历史消息). The longest half-year,
    /// 184 days, so that nothing is skipped that may still be there.
    pub const TIME: Self = Self(DAY.saturating_mul(184));

    /// By number: seven days (EVIDENCE D, from later documents).
    pub const SEQUENCE: Self = Self(DAY.saturating_mul(7));

    /// As long as this.
    #[must_use]
    pub const fn new(kept: Duration) -> Self {
        Self(kept)
    }

    /// How long that is.
    #[must_use]
    pub const fn as_duration(self) -> Duration {
        self.0
    }

    /// The earliest time of which messages are still kept; 1970 where everything is.
    #[must_use]
    pub fn begin(self, now: Timestamp) -> Timestamp {
        let millis = u64::try_from(self.0.as_nanos().div_ceil(1_000_000)).unwrap_or(u64::MAX);
        Timestamp::from_millis(now.as_millis().saturating_sub(millis)).unwrap_or(now)
    }
}
