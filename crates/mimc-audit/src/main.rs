//! `audit`: holds the workspace to what is written down about it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mimc_audit::{
    Api, Fault, LIBRARIES, Metadata, check_dependencies, check_entry_points, check_rust_version,
    entry_points, metadata, newer_syntax, public_api,
};

/// Holds the workspace to what is written down about it: all of it, unless a part is named.
///
/// Exit status: 0 when all is well, 1 when something is not, 2 when a check cannot be made.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    part: Option<Part>,
}

#[derive(Debug, Subcommand)]
enum Part {
    /// docs/public-api has the public API of each library.
    Api {
        /// Write it instead.
        #[arg(long)]
        write: bool,
    },
    /// docs/entry-points.md has each entry point of docs/public-api.
    EntryPoints,
    /// docs/dependencies.md has each direct dependency.
    Dependencies,
    /// No source and no dependency of a published crate needs a newer Rust.
    RustVersion,
}

fn main() -> ExitCode {
    match run(Arguments::parse().part.as_ref()) {
        Ok(findings) => {
            for finding in &findings {
                println!("{finding}");
            }
            ExitCode::from(u8::from(!findings.is_empty()))
        }
        Err(fault) => {
            eprint!("audit: {fault}");
            if let Some(source) = std::error::Error::source(&fault) {
                eprint!(": {source}");
            }
            eprintln!();
            ExitCode::from(2)
        }
    }
}

fn run(part: Option<&Part>) -> Result<Vec<String>, Fault> {
    let root = Path::new(".");
    let metadata = metadata(root)?;
    let mut findings = Vec::new();
    if let None | Some(Part::Api { .. }) = part {
        let write = matches!(part, Some(Part::Api { write: true }));
        for library in LIBRARIES {
            findings.extend(api(root, &metadata, library, write)?);
        }
    }
    if let None | Some(Part::EntryPoints) = part {
        let mut points = BTreeSet::new();
        for library in LIBRARIES {
            points.extend(entry_points(&read(&snapshot(root, library))?));
        }
        findings.extend(check_entry_points(root, &points)?);
    }
    if let None | Some(Part::Dependencies) = part {
        findings.extend(check_dependencies(root, &metadata)?);
    }
    if let None | Some(Part::RustVersion) = part {
        findings.extend(check_rust_version(&metadata));
        for folder in ["crates", "fuzz"] {
            sources(&root.join(folder), &mut findings)?;
        }
    }
    Ok(findings)
}

fn snapshot(root: &Path, library: &str) -> PathBuf {
    root.join(format!("docs/public-api/{library}.txt"))
}

fn api(root: &Path, metadata: &Metadata, library: &str, write: bool) -> Result<Vec<String>, Fault> {
    let lines = match public_api(root, metadata, library)? {
        Api::Lines(lines) => lines,
        Api::OtherFormat { written, read } => {
            println!(
                "skipped: the API of {library}: this rustdoc writes format {written}, and {read} is read here"
            );
            return Ok(Vec::new());
        }
        _ => return Ok(Vec::new()),
    };
    let path = snapshot(root, library);
    if write {
        std::fs::write(&path, lines)
            .map_err(|source| Fault::File { file: path.display().to_string(), source })?;
        return Ok(Vec::new());
    }
    let committed = read(&path)?;
    Ok(changes(library, &committed, &lines))
}

fn changes(library: &str, committed: &str, lines: &str) -> Vec<String> {
    let (old, new): (BTreeSet<_>, BTreeSet<_>) =
        (committed.lines().collect(), lines.lines().collect());
    let gone = old.difference(&new).map(|line| format!("{library}: gone: {line}"));
    let added = new.difference(&old).map(|line| format!("{library}: new: {line}"));
    let mut changes: Vec<_> = gone.chain(added).collect();
    if !changes.is_empty() {
        changes.push(format!(
            "docs/public-api/{library}.txt is out of date: say it in CHANGELOG.md, then `audit api --write`"
        ));
    }
    changes
}

fn sources(folder: &Path, findings: &mut Vec<String>) -> Result<(), Fault> {
    let fault = |source| Fault::File { file: folder.display().to_string(), source };
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.is_dir() && !path.ends_with("target") {
            sources(&path, findings)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.display().to_string();
            let lines = newer_syntax(&read(&path)?)
                .map_err(|error| Fault::Document { what: name.clone(), source: error.into() })?;
            findings.extend(lines.iter().map(|(line, why)| format!("{name}:{line}: {why}")));
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, Fault> {
    std::fs::read_to_string(path)
        .map_err(|source| Fault::File { file: path.display().to_string(), source })
}
