//! Instruction counts: the same in every run, so that a change of two percent is one. gungraun takes them under
//! valgrind (`benches/instructions.rs`); here is what is counted, and how its output is read.

use std::collections::BTreeMap;
use std::error::Error;

use serde_json::Value;

use crate::corpus::HELD_OUT;
use crate::group::{Group, group, size};

/// One candidate of one group.
pub type Work = (&'static str, &'static str);

/// Instructions for one message, by work.
pub type Counts = BTreeMap<Work, u64>;

/// What there are budgets for.
const OURS: [Work; 26] = [
    ("mixed", "ours"),
    ("mixed", "ours-owned"),
    ("manual", "ours"),
    ("example", "ours"),
    ("ping", "ours"),
    ("text-ascii", "ours"),
    ("text-cjk", "ours"),
    ("text-1k", "ours"),
    ("text-escapes", "ours"),
    ("text-unicode", "ours"),
    ("file", "ours"),
    ("receipt", "ours"),
    ("friend", "ours"),
    ("custom", "ours"),
    ("encode", "ours"),
    ("encode", "ours-vec"),
    ("transcode", "ours"),
    ("history-20", "ours"),
    ("history-100", "ours"),
    ("history-100", "ours-serde"),
    ("history-100", "ours-codec"),
    ("lines", "ours"),
    ("base64-decode-1k", "ours"),
    ("base64-decode-1m", "ours"),
    ("base64-encode-1k", "ours"),
    ("base64-encode-1m", "ours"),
];

/// What they are compared with in the report.
const PEERS: [Work; 18] = [
    ("mixed", "tagged"),
    ("mixed", "flat"),
    ("mixed", "value"),
    ("mixed", "visitor"),
    ("mixed", "sonic"),
    ("mixed", "simd-json"),
    ("manual", "tagged"),
    ("manual", "flat"),
    ("manual", "visitor"),
    ("manual", "sonic"),
    ("encode", "tagged-vec"),
    ("encode", "tagged-writer"),
    ("encode", "sonic-writer"),
    ("transcode", "tagged"),
    ("history-100", "tagged"),
    ("history-100", "visitor"),
    ("lines", "tagged"),
    ("lines", "visitor"),
];

/// What there are budgets for, sizes of texts among it.
#[must_use]
pub fn ours() -> Vec<Work> {
    let sizes = size::NAMES.into_iter().map(|name| (name, "ours"));
    OURS.into_iter().chain(sizes).collect()
}

/// What they are compared with in the report, sizes of texts among it.
#[must_use]
pub fn peers() -> Vec<Work> {
    let sizes = size::NAMES
        .into_iter()
        .flat_map(|name| ["tagged", "visitor", "sonic"].map(|peer| (name, peer)));
    PEERS.into_iter().chain(sizes).collect()
}

/// A candidate that is ready to be counted.
#[derive(Debug)]
pub struct Prepared {
    group: Group,
    name: &'static str,
}

/// Makes the corpus, and has the candidate work on some of it, so that buffers have their size.
///
/// # Errors
/// Where there is no such work, or it cannot be done.
pub fn prepare((name, candidate): Work) -> Result<Prepared, Box<dyn Error>> {
    let mut prepared = Prepared { group: group(name, HELD_OUT)?, name: candidate };
    let warm = prepared.group.items.min(100);
    prepared.run(warm)?;
    Ok(prepared)
}

impl Prepared {
    /// One pass.
    ///
    /// # Errors
    /// Where the work cannot be done.
    pub fn pass(&mut self) -> Result<(), Box<dyn Error>> {
        self.run(self.group.items)
    }

    fn run(&mut self, items: usize) -> Result<(), Box<dyn Error>> {
        let candidate = self.group.candidate(self.name);
        candidate.ok_or_else(|| format!("no candidate {}", self.name))?.run(items)?;
        Ok(())
    }
}

/// Counts all of [`ours`] or [`peers`], as the name of the benchmark says.
///
/// # Errors
/// Where there is no valgrind or gungraun does not run.
pub fn count(benchmark: &str, works: &[Work]) -> Result<Counts, Box<dyn Error>> {
    let mut cargo = crate::tool::cargo();
    cargo.args(["bench", "--quiet", "--package=mimc-benches", "--bench=instructions", "--"]);
    cargo.args([&format!("*::{benchmark}::*"), "--output-format=json"]);
    cargo.env("GUNGRAUN_RUNNER", crate::tool::gungraun_runner()?);
    let mut counts = Counts::new();
    for line in crate::tool::stdout(&mut cargo)?.lines() {
        let summary: Value = serde_json::from_str(line)?;
        let (nth, total) = read(&summary).ok_or("gungraun's output has another form")?;
        let work = *works.get(nth).ok_or("gungraun counted something else")?;
        counts.insert(work, total / u64::try_from(group(work.0, HELD_OUT)?.messages)?);
    }
    if counts.len() == works.len() { Ok(counts) } else { Err("gungraun counted too little".into()) }
}

/// Which of the works it is, and the instructions of a pass.
fn read(summary: &Value) -> Option<(usize, u64)> {
    let nth = summary["id"].as_str()?.rsplit('_').next()?.parse().ok()?;
    let counted = &summary["profiles"][0]["data"]["total"]["metrics"]["Ir"]["values"];
    // Beside the count of the last run, where there was one.
    let total = counted["new"].as_u64().or_else(|| counted["both"][0].as_u64());
    Some((nth, total?))
}
