//! The report as Markdown.

use std::error::Error;
use std::fmt::{self, Write as _};

use super::cost::Cost;
use super::gather::{Findings, INVOCATIONS, ROUNDS};
use super::plot;
use super::target::{TARGETS, marginal};
use crate::corpus::SIZE;
use crate::group::{names, size};
use crate::tool;

/// What the candidates are called, in the order in which they are told.
const WHO: [(&str, &str); 20] = [
    (
        "tagged",
        "2a: serde_json, derived, `flatten` and an adjacently tagged enum; owned. What people write first.",
    ),
    ("flat", "2b: serde_json, derived, one flat struct with a `Value` for the body; owned."),
    ("value", "`serde_json::Value`, taken apart; owned."),
    (
        "visitor",
        "A visitor written by hand on serde_json: UTF-8 checked once by simdutf8, borrowed, unknown members kept as `RawValue`.",
    ),
    ("sonic", "The same visitor on sonic-rs, unknown members kept as `LazyValue`."),
    (
        "simd-json",
        "simd-json's borrowed value, taken apart; the message is copied, since it is parsed in place.",
    ),
    ("ours", "This codec, as the group says; borrowed, with one scratch."),
    ("ours-owned", "The same, each message made to own its texts."),
    ("simdutf8", "A limit: checks that the bytes are UTF-8."),
    ("memcpy", "A limit: copies the bytes."),
    ("tagged-vec", "`serde_json::to_vec` of the types of 2a; has no unknown members to write."),
    ("tagged-writer", "`serde_json::to_writer` of the same into a buffer that is used again."),
    ("sonic-writer", "`sonic_rs::to_writer` of the same into a buffer that is used again."),
    ("ours-vec", "This codec into a new vector for each message."),
    (
        "ours-serde",
        "`HistoryPage` by serde_json, which checks and tells less than `client::reply`.",
    ),
    ("ours-codec", "A borrowed page by serde_json, each payload by `Codec::decode_base64`."),
    (
        "standard",
        "`base64` STANDARD, `decode_slice` and `encode_slice` into a buffer that is used again.",
    ),
    (
        "base64-simd",
        "The crate of this name, into a buffer that is used again; tells no place of an error.",
    ),
    ("`ours` in `history-*`", "`mimc_api::client::reply`, then each message through a scratch."),
    ("`ours` in `base64-*`", "`Base64Forms::decode` and `encode`, which allocate what they give."),
];

/// What is compared, by the name of its crate.
const CRATES: [&str; 7] =
    ["serde_json", "sonic-rs", "simd-json", "base64", "base64-simd", "simdutf8", "gungraun"];

pub(super) fn page(findings: &Findings, cost: &Cost) -> Result<String, Box<dyn Error>> {
    let mut page = String::new();
    writeln!(
        page,
        "# How fast it is\n\n\
         Written by `cargo run --release -p mimc-benches -- report`; not to be edited. Only ratios are claimed, of \
         what was measured in the same round; times are worth nothing on another machine.\n\n\
         Each figure of time is the median of {INVOCATIONS} invocations, in parentheses their range; each invocation \
         has {ROUNDS} rounds over {SIZE} messages, or as many bytes, in rotated order, on a corpus of a seed that \
         nothing was tuned with. Lower is better, but for speeds. What the corpora are is told in \
         [corpus.rs](../src/corpus.rs), what each peer does less than the codec in its file under \
         [peer](../src/peer). The codec's report on dialect, deviations and notes, its check for duplicate names, \
         and the members that it keeps belong to what is measured. Allocations and instructions are those for one message, or one block of \
         base64; page faults those of a whole round.\n"
    )?;
    environment(&mut page)?;
    targets(&mut page, findings)?;
    writeln!(page, "## Plots\n")?;
    for name in plot::names() {
        writeln!(page, "![{name}]({name}.svg)\n")?;
    }
    writeln!(page, "![size](size.svg)\n")?;
    candidates(&mut page)?;
    for name in names() {
        group(&mut page, findings, name)?;
    }
    sizes(&mut page, findings)?;
    having(&mut page, cost)?;
    Ok(page)
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
        let Some(measured) = target.measured(findings) else { continue };
        let (work, against) = (target.work, target.against);
        let (must, aim) = (plain(target.must), plain(target.aim));
        let (figure, reached) = (measured.figure, measured.reached);
        writeln!(page, "| {work} | {against} | {must} | {aim} | {figure} | {reached} |")?;
    }
    writeln!(page)
}

/// Two decimals of a ratio; none of a count.
fn plain(figure: f64) -> String {
    if figure < 10.0 { format!("{figure:.2}") } else { format!("{figure:.0}") }
}

fn candidates(page: &mut String) -> fmt::Result {
    writeln!(page, "## Who takes part\n\n| name | what it is |\n| --- | --- |")?;
    for (name, what) in WHO {
        let ticks = if name.contains('`') { "" } else { "`" };
        writeln!(page, "| {ticks}{name}{ticks} | {what} |")?;
    }
    writeln!(page)
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
            "| `{candidate}` | {:.3} ({:.3} to {:.3}) | {allocations} | {instructions} | {} |",
            ratio.median,
            ratio.low,
            ratio.high,
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

fn having(page: &mut String, cost: &Cost) -> fmt::Result {
    let names = |crates: Vec<&String>| {
        let names: Vec<_> = crates.iter().filter_map(|one| one.split(' ').next()).collect();
        names.join(", ")
    };
    let shared = names(cost.crates.intersection(&cost.serde_json).collect());
    let more = names(cost.crates.difference(&cost.serde_json).collect());
    let (build, sonic) = (cost.build, cost.build_sonic);
    writeln!(
        page,
        "## The cost of having it\n\n\
         `mimc-msg` needs {} crates of others, those that only run while it compiles among them. A program that \
         has `serde_json` already has {shared}; what is new to it is {more}. The reason for each that we name is \
         in [dependencies.md](../../docs/dependencies.md).\n\n\
         | clean release build | time against `serde_json` alone |\n| --- | --- |\n\
         | `mimc-msg` | {:.2} ({:.2} to {:.2}) |\n| `sonic-rs` | {:.2} ({:.2} to {:.2}) |\n\n\
         | a stripped program that reads messages | KiB more than one that does not |\n| --- | --- |\n\
         | `ours` | {} |\n| `flat` | {} |\n| `tagged` | {} |",
        cost.crates.len(),
        build.median,
        build.low,
        build.high,
        sonic.median,
        sonic.low,
        sonic.high,
        cost.ours / 1024,
        cost.flat / 1024,
        cost.tagged / 1024,
    )
}
