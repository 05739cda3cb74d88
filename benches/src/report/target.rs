//! What the codec is to reach.

use super::gather::Findings;
use crate::group::size;
use crate::program;

/// What is compared.
#[derive(Clone, Copy, Debug)]
enum Of {
    /// The time of one candidate of a group against another's.
    Time(&'static str, &'static str, &'static str),
    /// The speed of one candidate of a group as a share of another's.
    Speed(&'static str, &'static str, &'static str),
    /// Allocations for one message.
    Allocations(&'static str, &'static str),
    /// Instructions for one message.
    Instructions(&'static str, &'static str),
    /// How far the instructions for another byte are from their own mean, at worst.
    Marginal,
}

/// Something to reach.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) work: &'static str,
    pub(super) against: &'static str,
    of: Of,
    pub(super) must: f64,
    pub(super) aim: f64,
}

/// What was measured, and whether it is reached.
#[derive(Debug)]
pub(super) struct Measured {
    pub(super) figure: String,
    pub(super) reached: &'static str,
}

const fn target(work: &'static str, against: &'static str, of: Of, must: f64, aim: f64) -> Target {
    Target { work, against, of, must, aim }
}

pub(super) const TARGETS: [Target; 15] = [
    target("decode, borrowed, mixed", "2a", Of::Time("mixed", "ours", "tagged"), 0.25, 0.18),
    target("decode, borrowed, mixed", "2b", Of::Time("mixed", "ours", "flat"), 0.38, 0.28),
    target(
        "decode, borrowed, mixed",
        "sonic-rs, the same work",
        Of::Time("mixed", "ours", "sonic"),
        0.55,
        0.40,
    ),
    target("decode, owned, mixed", "2a", Of::Time("mixed", "ours-owned", "tagged"), 0.35, 0.25),
    target(
        "encode into a reused buffer",
        "`serde_json::to_vec`, derived",
        Of::Time("encode", "ours", "tagged-vec"),
        0.45,
        0.30,
    ),
    target(
        "a page of 100 of the history to envelopes, through a scratch",
        "derived page, `base64` STANDARD, 2a",
        Of::Time("history-100", "ours", "tagged"),
        0.27,
        0.20,
    ),
    target(
        "base64 of 1 MiB, decoded",
        "`base64` STANDARD, `decode_slice`",
        Of::Time("base64-decode-1m", "ours", "standard"),
        0.15,
        0.13,
    ),
    target(
        "allocations a message, plain dialects, borrowed",
        "",
        Of::Allocations("plain-dialects", "ours"),
        0.15,
        0.05,
    ),
    target(
        "allocations a message, base64 dialects, through a scratch",
        "",
        Of::Allocations("base64-dialects", "ours"),
        0.15,
        0.05,
    ),
    target("instructions a message, mixed", "", Of::Instructions("mixed", "ours"), 2600.0, 1900.0),
    target(
        "instructions for another byte, 1 KiB to 1 MiB, at worst",
        "their own mean",
        Of::Marginal,
        1.2,
        1.05,
    ),
    target(
        "JSON Lines in memory, one core: speed",
        "read and `simdutf8`",
        Of::Speed("lines", "ours-str", "simdutf8"),
        0.12,
        0.15,
    ),
    target(
        "`mimc decode --json` on a file, one core",
        "`jq -c .`",
        Of::Time(program::NAME, "mimc", "jq"),
        0.08,
        0.05,
    ),
    target(
        "the same on all cores, where they are two",
        "itself on one core",
        Of::Time(program::NAME, "mimc-all", "mimc"),
        0.62,
        0.56,
    ),
    target("decode, borrowed, manual-v1", "2a", Of::Time("manual", "ours", "tagged"), 0.25, 0.18),
];

impl Target {
    /// What was found; None where it was not measured.
    pub(super) fn measured(&self, findings: &Findings) -> Option<Measured> {
        let more_is_better = matches!(self.of, Of::Speed(..));
        let (value, figure) = match self.of {
            Of::Time(group, of, to) => {
                let ratio = findings.ratio(group, of, to)?;
                (ratio.median, ratio.to_string())
            }
            Of::Speed(group, of, to) => {
                let share = findings.ratio(group, to, of)?;
                (share.median, share.to_string())
            }
            Of::Allocations(group, of) => {
                let each = findings.allocations_of(group, of)?;
                (each, format!("{each:.3}"))
            }
            Of::Instructions(group, of) => {
                let each = findings.instructions(group, of)?;
                (f64::from(u32::try_from(each).ok()?), each.to_string())
            }
            Of::Marginal => {
                let worst = off_the_mean(&marginal(findings, "ours")?);
                (worst, format!("{worst:.2}"))
            }
        };
        let within = |limit| if more_is_better { value >= limit } else { value <= limit };
        let reached = match (within(self.must), within(self.aim)) {
            (_, true) => "aim",
            (true, _) => "must",
            _ => "no",
        };
        Some(Measured { figure, reached })
    }
}

/// For each doubling of a text's size, the instructions for each byte that was added.
pub(super) fn marginal(findings: &Findings, candidate: &str) -> Option<Vec<f64>> {
    let counts: Option<Vec<u64>> =
        size::NAMES.iter().map(|name| findings.instructions(name, candidate)).collect();
    let figure = |count: u64| u32::try_from(count).ok().map(f64::from);
    let added = |(nth, pair): (usize, &[u64])| {
        Some(
            figure(pair[1].checked_sub(pair[0])?)? / figure(u64::try_from(size::bytes(nth)).ok()?)?,
        )
    };
    counts?.windows(2).enumerate().map(added).collect()
}

/// The factor by which the worst of some figures is off their mean.
fn off_the_mean(figures: &[f64]) -> f64 {
    let count = u32::try_from(figures.len()).map_or(1.0, f64::from);
    let mean = figures.iter().sum::<f64>() / count;
    figures.iter().map(|figure| (figure / mean).max(mean / figure)).fold(1.0, f64::max)
}
