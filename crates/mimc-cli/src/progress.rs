//! How far a long run is, in a line on the terminal that goes when the run ends.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use terminal_size::{Width, terminal_size};

use crate::complaints::Complaints;

/// How progress is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Watch {
    /// How wide the terminal is.
    columns: usize,
    /// How long a run is before it is a long one.
    first: Duration,
    /// How long a line stands.
    each: Duration,
}

impl Watch {
    /// On standard error, where it is a terminal that can write over a line.
    pub(crate) fn of_terminal() -> Option<Self> {
        if !io::stderr().is_terminal()
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb")
        {
            return None;
        }
        let columns = terminal_size().map_or(80, |(Width(columns), _)| columns);
        Some(Self {
            columns: columns.into(),
            first: Duration::from_secs(1),
            each: Duration::from_millis(100),
        })
    }

    /// At each opportunity.
    pub(crate) fn always(columns: usize) -> Self {
        Self { columns, first: Duration::ZERO, each: Duration::ZERO }
    }
}

/// How many bytes of how many are done, since when.
#[derive(Debug)]
pub(crate) struct Progress {
    watch: Watch,
    size: u64,
    done: u64,
    began: Instant,
    /// When the next line is due.
    due: Instant,
}

impl Progress {
    /// Nothing of an input of this size.
    pub(crate) fn new(watch: Watch, size: u64) -> Self {
        let began = Instant::now();
        Self { watch, size, done: 0, began, due: began + watch.first }
    }

    /// More bytes are done.
    pub(crate) fn read(&mut self, bytes: usize, err: &Complaints<'_>) {
        self.done += bytes as u64;
        let now = Instant::now();
        if now >= self.due {
            self.due = now + self.watch.each;
            err.pass(&line(self.done, self.size, now - self.began, self.watch.columns));
        }
    }
}

/// The line: share, bar, bytes, rate, and the time that is left. The bar gives way where the terminal is narrow, then the
/// rest.
fn line(done: u64, size: u64, passed: Duration, columns: usize) -> String {
    // A file may grow while it is read.
    let size = size.max(done).max(1);
    let millis = passed.as_millis().max(1);
    let per = |dividend: u128, divisor: u128| u64::try_from(dividend / divisor).unwrap_or(u64::MAX);
    let share = |whole: u64| per(u128::from(done) * u128::from(whole), size.into());
    let rate = per(u128::from(done) * 1000, millis);
    let left = (u128::from(size - done) * millis).div_ceil(u128::from(done.max(1)) * 1000);
    let left = u64::try_from(left).unwrap_or(u64::MAX);
    let percent = format!("{:>3} %", share(100));
    let (bytes, left) = (format!("{} of {}", bytes(done), bytes(size)), time(left));
    let words = format!("{percent}  {bytes}  {}/s  {left} left", self::bytes(rate));
    // The last column stays free: behind it, some terminals begin another line.
    let room = columns.saturating_sub(1);
    let bar = room.saturating_sub(words.len() + 4).min(30);
    if bar >= 10 {
        let full = usize::try_from(share(bar as u64)).unwrap_or(bar);
        let (full, empty) = ("#".repeat(full), "-".repeat(bar - full));
        return words.replacen(&percent, &format!("{percent}  [{full}{empty}]"), 1);
    }
    let fits = [words, percent].into_iter().find(|line| line.len() <= room);
    fits.unwrap_or_default()
}

/// Bytes as people read them: `207.1 MB`.
fn bytes(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["kB", "MB", "GB", "TB", "PB"];
    if bytes < 1000 {
        return format!("{bytes} B");
    }
    let (mut tenths, mut unit) = (bytes / 100, 0);
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths /= 1000;
        unit += 1;
    }
    format!("{}.{} {}", tenths / 10, tenths % 10, UNITS[unit])
}

/// Seconds as people read them: `1:05`, `2:00:00`.
fn time(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_far_the_run_is() {
        let line = |columns| line(93_200_000, 207_137_239, Duration::from_millis(207), columns);
        assert_eq!(
            line(80),
            " 44 %  [###########---------------]  93.2 MB of 207.1 MB  450.2 MB/s  0:01 left"
        );
        assert_eq!(line(50), " 44 %  93.2 MB of 207.1 MB  450.2 MB/s  0:01 left");
        assert_eq!(line(49), " 44 %");
        assert_eq!(line(5), "");
    }

    #[test]
    fn a_line_fits_at_any_width() {
        for columns in 0..200 {
            for (done, size) in [(0, 0), (0, 1), (1, 1), (2, 1), (5, 10), (1, u64::MAX)] {
                for passed in [Duration::ZERO, Duration::from_secs(100_000)] {
                    let line = line(done, size, passed, columns);
                    assert!(line.len() <= columns.saturating_sub(1), "{columns}: {line}");
                }
            }
        }
    }

    #[test]
    fn bytes_and_times_are_for_people() {
        let told = [0, 999, 1000, 999_999, 1_000_000, 2_560_000_000, u64::MAX].map(bytes);
        let expected = ["0 B", "999 B", "1.0 kB", "999.9 kB", "1.0 MB", "2.5 GB", "18446.7 PB"];
        assert_eq!(told, expected);
        let told = [0, 59, 61, 3599, 7265].map(time);
        assert_eq!(told, ["0:00", "0:59", "1:01", "59:59", "2:01:05"]);
    }
}
