//! The report: everything is measured, by this program as a child of itself, and written as a page with plots.

mod cost;
mod gather;
mod page;
mod plot;
mod svg;
mod target;

use std::error::Error;
use std::fs;

use gather::Findings;

/// Where the page and its plots are.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/report");

/// Measures everything and writes the report.
///
/// # Errors
/// Where something cannot be measured or written.
pub fn write() -> Result<(), Box<dyn Error>> {
    let findings = Findings::gather()?;
    let cost = cost::measure()?;
    fs::create_dir_all(FOLDER)?;
    for (name, svg) in plot::all(&findings) {
        fs::write(format!("{FOLDER}/{name}.svg"), svg)?;
    }
    fs::write(format!("{FOLDER}/README.md"), page::page(&findings, &cost)?)?;
    Ok(())
}
