//! When a message was made, in milliseconds since 1970.

use std::fmt;
use std::time::{Duration, SystemTime};

/// A time in milliseconds since 1970-01-01T00:00:00Z: 0 to 2^63 - 1, as a Java `long` holds it.
///
/// On the wire a string (the manual, iOS, Web) or a number (Android, Java); the dialect says which.
///
/// ```
/// use std::time::SystemTime;
/// use mimc_msg::Timestamp;
///
/// let time = Timestamp::from_millis(1_516_763_973_000)?;
/// assert_eq!(Timestamp::try_from(SystemTime::try_from(time)?)?, time);
/// # Ok::<(), mimc_msg::TimestampOutOfRange>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(u64);

impl Timestamp {
    /// The latest time: 2^63 - 1.
    pub const MAX: Self = Self(i64::MAX.unsigned_abs());

    /// A time in milliseconds since 1970.
    ///
    /// # Errors
    /// Above 2^63 - 1.
    pub const fn from_millis(millis: u64) -> Result<Self, TimestampOutOfRange> {
        if millis > Self::MAX.0 { Err(TimestampOutOfRange) } else { Ok(Self(millis)) }
    }

    /// The milliseconds since 1970.
    #[must_use]
    pub const fn as_millis(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<SystemTime> for Timestamp {
    type Error = TimestampOutOfRange;

    /// Whole milliseconds; what is below them is cut off.
    fn try_from(time: SystemTime) -> Result<Self, TimestampOutOfRange> {
        let since = time.duration_since(SystemTime::UNIX_EPOCH).map_err(|_| TimestampOutOfRange)?;
        u64::try_from(since.as_millis())
            .map_err(|_| TimestampOutOfRange)
            .and_then(Self::from_millis)
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = TimestampOutOfRange;

    /// Fails only where the platform's clock does not reach so far.
    fn try_from(time: Timestamp) -> Result<Self, TimestampOutOfRange> {
        Self::UNIX_EPOCH.checked_add(Duration::from_millis(time.0)).ok_or(TimestampOutOfRange)
    }
}

/// A time before 1970, above 2^63 - 1 milliseconds, or beyond the platform's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the time is before 1970 or too late to be told in milliseconds")]
#[non_exhaustive]
pub struct TimestampOutOfRange;
