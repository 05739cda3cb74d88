//! The report as Markdown.

use std::error::Error;
use std::fmt::{self, Write as _};

use super::cost::Cost;
use super::effort::{Effort, Folder};
use super::gather::Findings;
use super::having::having;
use super::target::{TARGETS, marginal};
use super::who::candidates;
use crate::corpus::SIZE;
use crate::group::{names, size};
use crate::tool;

/// What is compared, by the name of its crate.
const CRATES: [&str; 7] =
    ["serde_json", "sonic-rs", "simd-json", "base64", "base64-simd", "simdutf8", "gungraun"];

pub(super) fn page(
    findings: &Findings,
    cost: &Cost,
    effort: &Effort,
    plots: &[&str],
) -> Result<String, Box<dyn Error>> {
    let mut page = String::from("# How fast it is\n\n");
    how(&mut page, effort)?;
    environment(&mut page)?;
    targets(&mut page, findings)?;
    writeln!(page, "## Plots\n")?;
    for name in plots {
        writeln!(page, "![{name}]({name}.svg)\n")?;
    }
    candidates(&mut page)?;
    for name in names() {
        group(&mut page, findings, name)?;
    }
    writeln!(page, "## program\n\n{}", findings.program_table())?;
    sizes(&mut page, findings)?;
    having(&mut page, cost)?;
    Ok(page)
}

/// How it was measured.
fn how(page: &mut String, effort: &Effort) -> fmt::Result {
    if matches!(effort.folder, Folder::Built) {
        writeln!(
            page,
            "**A quick run, to see that everything works: too little was measured for any figure to mean something.**\n"
        )?;
    }
    let Effort { invocations, rounds, program_rounds, .. } = effort;
    writeln!(
        page,
        "Written by `cargo run --release -p mimc-benches -- report`; not to be edited. Only ratios are claimed, of \
         what was measured in the same round; times are worth nothing on another machine.\n\n\
         Each figure of time is the median of {invocations} invocations, in parentheses their range; each invocation \
         has {rounds} rounds over {SIZE} messages, or as many bytes, in rotated order, on a corpus of a seed that \
         nothing was tuned with. For `program` each of {program_rounds} rounds is an invocation. Lower is better, but \
         for speeds. What the corpora are is told in [corpus.rs](../src/corpus.rs). The codec's report on dialect, \
         deviations and notes, its check for duplicate names, and the members that it keeps belong to what is \
         measured. Allocations and instructions are those for one message, or one block of base64; page faults those \
         of a whole round.\n"
    )
}

fn environment(page: &mut String) -> Result<(), Box<dyn Error>> {
    let versions: Vec<_> =
        CRATES.iter().filter_map(|name| Some(format!("{name} {}", tool::version(name)?))).collect();
    writeln!(
        page,
        "Measured with Rust {} for {}, profile `release` (thin LTO, one codegen unit), no `target-cpu`; {}.\n",
        tool::rustc("release")?,
        tool::rustc("host")?,
        versions.join(", "),
    )?;
    Ok(())
}

fn targets(page: &mut String, findings: &Findings) -> fmt::Result {
    writeln!(page, "## Targets\n\n| work | against | must | aim | measured | reached |")?;
    writeln!(page, "| --- | --- | --- | --- | --- | --- |")?;
    for target in &TARGETS {
        let (work, against) = (target.work, target.against);
        let (must, aim) = (plain(target.must), plain(target.aim));
        let measured = target.measured(findings);
        let (figure, reached) =
            measured.map_or(("not measured".into(), ""), |found| (found.figure, found.reached));
        writeln!(page, "| {work} | {against} | {must} | {aim} | {figure} | {reached} |")?;
    }
    writeln!(page)
}

/// Two decimals of a ratio; none of a count.
fn plain(figure: f64) -> String {
    if figure < 10.0 { format!("{figure:.2}") } else { format!("{figure:.0}") }
}

fn group(page: &mut String, findings: &Findings, name: &'static str) -> fmt::Result {
    let candidates = findings.candidates(name);
    let Some(baseline) = candidates.first() else { return Ok(()) };
    writeln!(
        page,
        "## {name}\n\n| candidate | time against `{baseline}` | allocations | instructions | page faults |\n\
         | --- | --- | --- | --- | --- |"
    )?;
    for candidate in candidates {
        let Some(ratio) = findings.ratio(name, candidate, baseline) else { continue };
        let allocations = findings
            .allocations_of(name, candidate)
            .map_or_else(String::new, |each| format!("{each:.2}"));
        let instructions = findings
            .instructions(name, candidate)
            .map_or_else(String::new, |each| each.to_string());
        writeln!(
            page,
            "| `{candidate}` | {ratio} | {allocations} | {instructions} | {} |",
            findings.faults(name, candidate),
        )?;
    }
    writeln!(page)
}

fn sizes(page: &mut String, findings: &Findings) -> fmt::Result {
    let who = ["ours", "visitor", "sonic", "tagged"];
    let marginals: Vec<_> =
        who.iter().map(|one| marginal(findings, one).unwrap_or_default()).collect();
    writeln!(
        page,
        "## size\n\nInstructions for each byte that a text message grows by, from one size to twice it.\n\n\
         | from | {} |\n| --- | --- | --- | --- | --- |",
        who.map(|one| format!("`{one}`")).join(" | ")
    )?;
    for (nth, name) in size::NAMES.iter().take(size::NAMES.len() - 1).enumerate() {
        let cells: Vec<_> = marginals
            .iter()
            .map(|one| one.get(nth).map_or_else(String::new, |each| format!("{each:.3}")))
            .collect();
        writeln!(page, "| {} | {} |", name.trim_start_matches("size-"), cells.join(" | "))?;
    }
    writeln!(page)
}
