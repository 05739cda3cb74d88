//! Budgets of instructions: what the codec may take for one message, committed, and compared with what it takes.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use serde::{Deserialize, Serialize};

use crate::instructions::{count, ours};
use crate::tool;

/// Beside the manifest.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/budgets.json");
/// How much more than the budget is a regression, in percent.
const TOLERANCE: u64 = 2;

/// What is committed.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Budgets {
    /// What the counts depend on: with anything else they are told, and refused by nobody.
    made_with: Machine,
    /// Instructions for one message, by group and candidate.
    instructions: BTreeMap<String, u64>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Machine {
    rustc: String,
    target: String,
    /// Several libraries choose by this when they run.
    avx2: bool,
}

impl Budgets {
    fn measured() -> Result<Self, Box<dyn Error>> {
        let counts = count("ours", &ours())?;
        let named = |((group, candidate), count)| (format!("{group}/{candidate}"), count);
        Ok(Self {
            made_with: Machine {
                rustc: tool::rustc("release")?,
                target: tool::rustc("host")?,
                avx2: has_avx2(),
            },
            instructions: counts.into_iter().map(named).collect(),
        })
    }
}

#[cfg(target_arch = "x86_64")]
fn has_avx2() -> bool {
    std::arch::is_x86_feature_detected!("avx2")
}
#[cfg(not(target_arch = "x86_64"))]
const fn has_avx2() -> bool {
    false
}

/// Writes what is measured as the new budgets.
///
/// # Errors
/// Where it cannot be measured or written.
pub fn write() -> Result<(), Box<dyn Error>> {
    let mut text = serde_json::to_string_pretty(&Budgets::measured()?)?;
    text.push('\n');
    fs::write(FILE, text)?;
    Ok(())
}

/// Compares what is measured with the budgets; gives the lines to print.
///
/// # Errors
/// Where something takes more than its budget by over two percent, on the machine that the budgets are for; or
/// where it cannot be measured.
pub fn check() -> Result<String, Box<dyn Error>> {
    let budgets: Budgets = serde_json::from_str(&fs::read_to_string(FILE)?)?;
    compare(&budgets, &Budgets::measured()?)
}

fn compare(budgets: &Budgets, measured: &Budgets) -> Result<String, Box<dyn Error>> {
    let mut lines = String::new();
    let mut over = 0;
    for (name, &now) in &measured.instructions {
        let Some(&budget) = budgets.instructions.get(name) else {
            writeln!(lines, "{name:28} {now:>10}  no budget")?;
            over += 1;
            continue;
        };
        let above = now * 100 > budget * (100 + TOLERANCE);
        over += u32::from(above);
        let (sign, change) = if now < budget { ('-', budget - now) } else { ('+', now - budget) };
        let tenths = change * 1000 / budget.max(1);
        let word = if above { "  ABOVE" } else { "" };
        writeln!(lines, "{name:28} {now:>10}  {sign}{}.{} %{word}", tenths / 10, tenths % 10)?;
    }
    if over > 0 && budgets.made_with == measured.made_with {
        return Err(format!("{lines}{over} above budget, or without one").into());
    }
    if budgets.made_with != measured.made_with {
        let (theirs, ours) = (&budgets.made_with, &measured.made_with);
        writeln!(lines, "only told: the budgets are for {theirs:?}, this is {ours:?}")?;
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::{Budgets, Machine, compare};

    fn budgets(rustc: &str, count: u64) -> Budgets {
        let made_with = Machine { rustc: rustc.to_owned(), target: String::new(), avx2: true };
        Budgets { made_with, instructions: [("a/b".to_owned(), count)].into() }
    }

    #[test]
    fn two_percent_are_tolerated_and_no_more() {
        assert!(compare(&budgets("1", 1000), &budgets("1", 1020)).is_ok());
        assert!(compare(&budgets("1", 1000), &budgets("1", 1021)).is_err());
        assert!(compare(&budgets("1", 1000), &budgets("1", 500)).unwrap().contains("-50.0 %"));
    }

    #[test]
    fn another_compiler_only_tells() {
        let lines = compare(&budgets("1", 1000), &budgets("2", 2000)).unwrap();
        assert!(lines.contains("+100.0 %  ABOVE") && lines.contains("only told"), "{lines}");
    }

    #[test]
    fn what_has_no_budget_is_a_finding() {
        let mut none = budgets("1", 1000);
        none.instructions.clear();
        assert!(compare(&none, &budgets("1", 1000)).is_err());
    }
}
