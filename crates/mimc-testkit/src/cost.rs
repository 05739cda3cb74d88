//! What a reading costs in time.

use std::time::{Duration, Instant};

/// Linear is 16, and a few times that where names are sorted or memory is slower than caches; the square is 256.
const AT_MOST: u32 = 64;

/// Whether the second, 16 times the first, takes at most so many times as long: in one of some attempts, since
/// the machine has other things to do.
pub fn grows_linearly(small: impl Fn(), large: impl Fn()) -> bool {
    (0..5).any(|_| fastest(&large) <= fastest(&small) * AT_MOST + Duration::from_micros(50))
}

fn fastest(run: impl Fn()) -> Duration {
    let times = (0..5).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}
