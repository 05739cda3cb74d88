//! The part of the report about what it costs to have the codec.

use std::fmt::{self, Write as _};

use super::cost::Cost;

pub(super) fn having(page: &mut String, cost: &Cost) -> fmt::Result {
    let new = cost.crates.reasons().filter(|(name, _)| !cost.serde_json.contains(name)).count();
    writeln!(
        page,
        "## The cost of having it\n\n\
         `mimc-msg` needs {} crates of others, those that only run while it compiles among them; {new} of them are \
         new to a program that has `serde_json` already.\n\n\
         | crate | comes with `serde_json` | why |\n| --- | --- | --- |",
        cost.crates.len()
    )?;
    for (name, why) in cost.crates.reasons() {
        let known = if cost.serde_json.contains(name) { "yes" } else { "" };
        writeln!(page, "| `{name}` | {known} | {why} |")?;
    }
    writeln!(
        page,
        "\nThe seconds are those of the machine that this was measured on, and only tell whether one waits.\n\n\
         | clean release build, with all that it needs | time against `serde_json` | seconds |\n| --- | --- | --- |"
    )?;
    for build in &cost.builds {
        writeln!(page, "| `{}` | {} | {:.1} |", build.name, build.ratio, build.seconds.median)?;
    }
    writeln!(
        page,
        "\n| stripped program | KiB | more than one that reads no messages |\n| --- | --- | --- |\n\
         | reads no messages | {} | |",
        cost.nothing / 1024
    )?;
    for (name, size) in cost.readers {
        let more = size.saturating_sub(cost.nothing) / 1024;
        writeln!(page, "| reads messages as `{name}` | {} | {more} |", size / 1024)?;
    }
    writeln!(
        page,
        "| `mimc`, with its schemas, manual and completions | {} | |",
        cost.program / 1024
    )
}
