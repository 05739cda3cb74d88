//! What some lines of input gave: output, and what standard error is to tell at which point of it.

use std::collections::BTreeMap;

use mimc_msg::Severity;

/// How many bytes a sheet takes before it is handed on: more than a chunk usually gives.
const FULL: usize = 1 << 19;

/// Output and complaints in their order, with the count of what was answered.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) out: Vec<u8>,
    told: String,
    /// How much output stands before a complaint, and where the complaint ends.
    places: Vec<(usize, usize)>,
    tally: Tally,
}

/// How many lines there were that are not blank, how many of them were bad, and what was found about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) lines: u64,
    pub(crate) bad: u64,
    pub(crate) codes: BTreeMap<(Severity, &'static str), u64>,
}

impl Sheet {
    /// Tells something on standard error, behind all output so far.
    pub(crate) fn tell(&mut self, line: &str) {
        self.told += line;
        self.places.push((self.out.len(), self.told.len()));
    }

    /// Writes text and a line end.
    pub(crate) fn line(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
        self.out.push(b'\n');
    }

    /// Writes lines that are ended.
    pub(crate) fn text(&mut self, lines: &str) {
        self.out.extend_from_slice(lines.as_bytes());
    }

    /// Counts what was found about a line.
    pub(crate) fn found(&mut self, codes: impl Iterator<Item = (Severity, &'static str)>) {
        for code in codes {
            *self.tally.codes.entry(code).or_default() += 1;
        }
    }

    /// Counts a line that was answered.
    pub(crate) fn count(&mut self, bad: bool) {
        self.tally.lines += 1;
        self.tally.bad += u64::from(bad);
    }

    /// Whether it is time to hand it on.
    pub(crate) fn is_full(&self) -> bool {
        self.out.len() + self.told.len() >= FULL
    }

    /// What it has, in order: output, and what is told behind it if anything is.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&[u8], Option<&str>)> {
        let (mut written, mut told) = (0, 0);
        let complaints = self.places.iter().map(move |&(out, end)| {
            let part = (&self.out[written..out], Some(&self.told[told..end]));
            (written, told) = (out, end);
            part
        });
        let last = self.places.last().map_or(0, |&(out, _)| out);
        complaints.chain([(&self.out[last..], None)])
    }

    /// Empties it for other lines, and gives the count.
    pub(crate) fn clear(&mut self) -> Tally {
        self.out.clear();
        // One line may have given far more than others will.
        self.out.shrink_to(2 * FULL);
        self.told.clear();
        self.places.clear();
        std::mem::take(&mut self.tally)
    }
}

impl Tally {
    /// Adds another count.
    pub(crate) fn add(&mut self, other: Self) {
        self.lines += other.lines;
        self.bad += other.bad;
        for (code, count) in other.codes {
            *self.codes.entry(code).or_default() += count;
        }
    }
}
