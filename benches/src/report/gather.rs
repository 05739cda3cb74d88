//! What the children of this program find out.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::group::names;
use crate::instructions::{Counts, count, ours, peers};
use crate::measure::Spread;
use crate::program::{self, Program};
use crate::tool;

use super::effort::Effort;

/// Everything that was measured.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// For each group its candidates, in order.
    candidates: BTreeMap<&'static str, Vec<String>>,
    /// By group, candidate and the one that it is compared with: the medians of the invocations.
    ratios: BTreeMap<(&'static str, String, String), Vec<f64>>,
    /// By group and candidate: page faults in a round.
    faults: BTreeMap<(&'static str, String), u64>,
    /// By group and candidate: allocations for one message.
    allocations: BTreeMap<(String, String), f64>,
    /// By group and candidate: instructions for one message.
    instructions: Counts,
    /// What the program takes on a long file.
    program: Option<Program>,
}

impl Findings {
    /// Where only instructions were counted.
    #[cfg(test)]
    pub(super) fn of_counts(instructions: Counts) -> Self {
        Self { instructions, ..Self::default() }
    }

    /// Measures all of it. Says on standard error what it is at, since it takes a while.
    pub(super) fn gather(effort: &Effort) -> Result<Self, Box<dyn Error>> {
        let mut all = Self::default();
        // A copy: cargo replaces the program when it builds the benchmarks.
        let folder = tool::temporary()?;
        let program = folder.path().join("mimc-benches");
        fs::copy(env::current_exe()?, &program)?;
        eprintln!("allocations");
        all.allocations()?;
        eprintln!("instructions");
        all.instructions = count("ours", &ours())?;
        if effort.peers_counted {
            all.instructions.extend(count("peers", &peers())?);
        }
        // All groups once, then all again: what else the machine does falls on all of them.
        for invocation in 1..=effort.invocations {
            for name in names() {
                eprintln!("times, {invocation} of {}: {name}", effort.invocations);
                all.times(&program, name, effort.rounds)?;
            }
        }
        eprintln!("the program, on {} messages", effort.messages);
        all.run(Program::measure(effort.messages, effort.program_rounds)?);
        Ok(all)
    }

    /// Takes what the program took: each round is an invocation.
    fn run(&mut self, measured: Program) {
        let times = measured.times();
        let names: Vec<String> = times.names().iter().map(ToString::to_string).collect();
        for (of, candidate) in names.iter().enumerate() {
            for (to, other) in names.iter().enumerate() {
                let key = (program::NAME, candidate.clone(), other.clone());
                self.ratios.insert(key, times.ratios(of, to));
            }
        }
        self.candidates.insert(program::NAME, names);
        self.program = Some(measured);
    }

    fn times(
        &mut self,
        program: &Path,
        group: &'static str,
        rounds: usize,
    ) -> Result<(), Box<dyn Error>> {
        let mut child = Command::new(program);
        child.args(["times", group, &rounds.to_string()]);
        let lines = tool::stdout(&mut child)?;
        let mut candidates: Vec<String> = Vec::new();
        for line in lines.lines() {
            let [of, to, ratio, faults] = fields(line)?;
            if candidates.last().is_none_or(|last| last != of) {
                candidates.push(of.to_owned());
            }
            let key = (group, of.to_owned(), to.to_owned());
            self.ratios.entry(key).or_default().push(ratio.parse()?);
            let most = self.faults.entry((group, of.to_owned())).or_default();
            *most = faults.parse::<u64>()?.div_ceil(rounds as u64).max(*most);
        }
        self.candidates.insert(group, candidates);
        Ok(())
    }

    fn allocations(&mut self) -> Result<(), Box<dyn Error>> {
        let mut cargo = tool::cargo();
        cargo.args(["run", "--quiet", "--release", "--package=mimc-benches", "--bin=allocations"]);
        for line in tool::stdout(&mut cargo)?.lines() {
            let [group, candidate, items, count] = fields(line)?;
            let each = f64::from(count.parse::<u32>()?) / f64::from(items.parse::<u32>()?);
            self.allocations.insert((group.to_owned(), candidate.to_owned()), each);
        }
        Ok(())
    }

    /// What the program took, as a table.
    pub(super) fn program_table(&self) -> String {
        self.program.as_ref().map_or_else(String::new, Program::table)
    }

    /// The bytes of the program.
    pub(super) fn program_size(&self) -> u64 {
        self.program.as_ref().map_or(0, Program::size)
    }

    /// The candidates of a group; the first is the baseline.
    pub(super) fn candidates(&self, group: &str) -> &[String] {
        self.candidates.get(group).map_or(&[], Vec::as_slice)
    }

    /// One candidate's time as a ratio to another's: the median of the invocations and their range.
    pub(super) fn ratio(&self, group: &'static str, of: &str, to: &str) -> Option<Spread> {
        let medians = self.ratios.get(&(group, of.to_owned(), to.to_owned()))?;
        Some(Spread::range(medians.clone()))
    }

    /// The page faults in a round, at the invocation that had the most.
    pub(super) fn faults(&self, group: &'static str, candidate: &str) -> u64 {
        self.faults.get(&(group, candidate.to_owned())).copied().unwrap_or_default()
    }

    /// The allocations for one message.
    pub(super) fn allocations_of(&self, group: &str, candidate: &str) -> Option<f64> {
        self.allocations.get(&(group.to_owned(), candidate.to_owned())).copied()
    }

    /// The instructions for one message, where they were counted.
    pub(super) fn instructions(&self, group: &str, candidate: &str) -> Option<u64> {
        let mut all = self.instructions.iter();
        all.find(|((at, of), _)| *at == group && *of == candidate).map(|(_, count)| *count)
    }
}

/// The fields of a line with tabs between.
fn fields<const N: usize>(line: &str) -> Result<[&str; N], String> {
    let fields: Vec<_> = line.split('\t').collect();
    fields.try_into().map_err(|_| format!("a child printed {line:?}"))
}
