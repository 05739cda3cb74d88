//! The report: everything is measured, by this program as a child of itself, and written as a page with plots.

mod cost;
mod crates;
mod effort;
mod gather;
mod having;
mod page;
mod plot;
mod svg;
mod target;
mod who;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use crate::tool;
use effort::Folder;
pub use effort::{Effort, FULL, QUICK};
use gather::Findings;

/// Measures everything and writes the report.
///
/// # Errors
/// Where something cannot be measured or written.
pub fn write(effort: &Effort) -> Result<(), Box<dyn Error>> {
    let findings = Findings::gather(effort)?;
    let cost = cost::measure(effort, findings.program_size())?;
    let folder = match effort.folder {
        Folder::Committed => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/report")),
        Folder::Built => tool::target("report-quick")?,
    };
    // What an earlier one had and this one has not would stay.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let plots = plot::all(&findings);
    for (name, svg) in &plots {
        fs::write(folder.join(format!("{name}.svg")), svg)?;
    }
    let names: Vec<_> = plots.iter().map(|(name, _)| *name).collect();
    fs::write(folder.join("README.md"), page::page(&findings, &cost, effort, &names)?)?;
    eprintln!("written to {}", folder.display());
    Ok(())
}
