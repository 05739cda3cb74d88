//! Candidates in turns. The machine is never quiet, so only what was measured in the same round is compared:
//! one candidate's time is divided by another's of that round.

use std::fmt;
use std::time::Instant;

use crate::candidate::Failed;
use crate::faults;
use crate::group::Group;

/// The times of all candidates of a group, round by round.
#[derive(Clone, Debug)]
pub struct Times {
    names: Vec<&'static str>,
    /// For each round the seconds of each candidate.
    rounds: Vec<Vec<f64>>,
    /// For each candidate the page faults of all rounds.
    faults: Vec<u64>,
}

/// The middle of some figures, and how far they are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Spread {
    /// The figure that a quarter is below, or the least.
    pub low: f64,
    /// The middle one.
    pub median: f64,
    /// The figure that a quarter is above, or the greatest.
    pub high: f64,
}

impl Spread {
    /// The middle half of some figures; of none, zeros.
    #[must_use]
    pub fn quartiles(figures: Vec<f64>) -> Self {
        Self::of(figures, |count| (count / 4, count - count / 4))
    }

    /// All of some figures; of none, zeros.
    #[must_use]
    pub fn range(figures: Vec<f64>) -> Self {
        Self::of(figures, |count| (0, count))
    }

    fn of(mut figures: Vec<f64>, ends: impl Fn(usize) -> (usize, usize)) -> Self {
        figures.sort_unstable_by(f64::total_cmp);
        let last = figures.len().saturating_sub(1);
        let (low, high) = ends(last);
        let at = |at: usize| figures.get(at).copied().unwrap_or_default();
        Self {
            low: at(low),
            median: f64::midpoint(at(last / 2), at(last.div_ceil(2))),
            high: at(high),
        }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { low, median, high } = self;
        write!(f, "{median:.3} ({low:.3} to {high:.3})")
    }
}

impl Times {
    /// Measures a group: one pass of each candidate to warm up, then so many rounds, each beginning with another.
    ///
    /// # Errors
    /// Where a candidate cannot do the work.
    pub fn measure(group: &mut Group, rounds: usize) -> Result<Self, Failed> {
        let count = group.candidates.len();
        for candidate in &mut group.candidates {
            candidate.run(group.items)?;
        }
        let mut times = Self {
            names: group.candidates.iter().map(|candidate| candidate.name).collect(),
            rounds: Vec::with_capacity(rounds),
            faults: vec![0; count],
        };
        for round in 0..rounds {
            let mut seconds = vec![0.0; count];
            for turn in 0..count {
                let at = (round + turn) % count;
                let before = faults::so_far();
                let start = Instant::now();
                group.candidates[at].run(group.items)?;
                seconds[at] = start.elapsed().as_secs_f64();
                times.faults[at] += faults::so_far() - before;
            }
            times.rounds.push(seconds);
        }
        Ok(times)
    }

    /// The candidates.
    #[must_use]
    pub fn names(&self) -> &[&'static str] {
        &self.names
    }

    /// One candidate's time as a ratio to another's, over the rounds.
    #[must_use]
    pub fn ratio(&self, of: usize, to: usize) -> Spread {
        Spread::quartiles(self.ratios(of, to))
    }

    /// One candidate's time as a ratio to another's, of each round.
    #[must_use]
    pub fn ratios(&self, of: usize, to: usize) -> Vec<f64> {
        self.rounds.iter().map(|round| round[of] / round[to]).collect()
    }

    /// The page faults of one candidate in all rounds: where there are many, its time is the kernel's too.
    #[must_use]
    pub fn faults(&self, of: usize) -> u64 {
        self.faults[of]
    }
}
