//! Candidates in turns. The machine is never quiet, so only what was measured in the same round is compared:
//! each candidate's time is divided by the baseline's of that round.

use std::time::Instant;

use crate::candidate::Failed;
use crate::group::Group;

/// One candidate's ratios to the baseline, over the rounds.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Ratios {
    /// The candidate.
    pub name: &'static str,
    /// In rising order.
    rounds: Vec<f64>,
}

impl Ratios {
    /// The ratio that so many percent of the rounds are not above.
    #[must_use]
    pub fn percentile(&self, percent: usize) -> f64 {
        self.rounds[(self.rounds.len() - 1) * percent / 100]
    }

    /// The middle one.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.percentile(50)
    }
}

/// Measures a group: one pass of each candidate to warm up, then so many rounds, each beginning with another.
///
/// # Errors
/// Where a candidate cannot do the work.
pub fn measure(group: &mut Group, rounds: usize) -> Result<Vec<Ratios>, Failed> {
    let count = group.candidates.len();
    for candidate in &mut group.candidates {
        candidate.run(group.items)?;
    }
    let mut ratios: Vec<_> = group
        .candidates
        .iter()
        .map(|candidate| Ratios { name: candidate.name, rounds: Vec::with_capacity(rounds) })
        .collect();
    let mut times = vec![0.0; count];
    for round in 0..rounds {
        for turn in 0..count {
            let at = (round + turn) % count;
            let start = Instant::now();
            group.candidates[at].run(group.items)?;
            times[at] = start.elapsed().as_secs_f64();
        }
        for (ratios, time) in ratios.iter_mut().zip(&times) {
            ratios.rounds.push(time / times[0]);
        }
    }
    for ratios in &mut ratios {
        ratios.rounds.sort_unstable_by(f64::total_cmp);
    }
    Ok(ratios)
}
