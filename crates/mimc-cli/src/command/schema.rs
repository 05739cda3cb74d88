//! `mimc schema`

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use mimc_schema::Drift;
use serde::Serialize;

use crate::console::{Console, Output};
use crate::output::{Failure, Outcome};
use crate::show;

/// Print and write the JSON Schema and OpenAPI documents of messages and of the HTTP API
///
/// NAME-request, NAME-response, message and callback are also the names that `mimc check --as` takes; a dialect
/// has its own. With `.strict` behind it, a name is that of the closed document for those who write; without, of
/// the open one for those who read. known-message is for generators of code.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc schema list
  mimc schema show message
  mimc schema show create-topic-request.strict
  mimc schema show openapi > openapi.json
  mimc schema write schemas
  mimc schema write --check schemas")]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List the documents: name, what it is for, file
    List {
        /// One JSON object a document, for machines
        #[arg(long)]
        json: bool,
    },
    /// Print a document
    Show {
        /// The name of the document, such as message.strict, or openapi, or index
        name: String,
    },
    /// Write all documents into a folder; files that are not generated stay as they are
    Write {
        /// Write nothing: say what would change, and exit with 1 if anything would
        #[arg(long)]
        check: bool,
        /// The folder, such as schemas
        folder: PathBuf,
    },
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let out = &mut console.out;
    match &args.action {
        Action::List { json } => list(*json, out),
        Action::Show { name } => print(name, out),
        Action::Write { check: true, folder } => check(folder, out),
        Action::Write { check: false, folder } => write(folder),
    }
}

/// A document for machines; also a row of the table.
#[derive(Serialize)]
struct Record {
    name: String,
    contract: &'static str,
    path: String,
}

fn records() -> Vec<Record> {
    let documents = mimc_schema::documents().into_iter().map(|document| Record {
        contract: document.usage.name(),
        path: document.path(),
        name: document.name,
    });
    let others = [("openapi", "codegen"), ("index", "read")];
    let others = others.map(|(name, contract)| Record {
        name: name.to_owned(),
        contract,
        path: format!("{name}.json"),
    });
    documents.chain(others).collect()
}

fn list(json: bool, out: &mut Output<'_>) -> Result<Outcome, Failure> {
    let records = records();
    if json {
        for record in &records {
            let json = serde_json::to_string(record).map_err(std::io::Error::from)?;
            writeln!(out, "{json}")?;
        }
    } else {
        let rows = records.iter().map(|record| [&*record.name, record.contract, &*record.path]);
        let table: Vec<_> = std::iter::once(["NAME", "FOR", "FILE"]).chain(rows).collect();
        for line in show::columns(&table) {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()?;
    Ok(Outcome::AllWell)
}

fn print(name: &str, out: &mut Output<'_>) -> Result<Outcome, Failure> {
    let Some(file) = mimc_schema::files().into_iter().find(|file| file.name == name) else {
        return Err(Failure::Usage(format!(
            "there is no document {name}; `mimc schema list` has all names"
        )));
    };
    out.write_all(file.text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::AllWell)
}

fn write(folder: &Path) -> Result<Outcome, Failure> {
    mimc_schema::write(folder).map_err(|error| Failure::Open { path: folder.to_owned(), error })?;
    Ok(Outcome::AllWell)
}

fn check(folder: &Path, out: &mut Output<'_>) -> Result<Outcome, Failure> {
    let drifts: Vec<Drift> = mimc_schema::check(folder)
        .map_err(|error| Failure::Open { path: folder.to_owned(), error })?;
    for drift in &drifts {
        writeln!(
            out,
            "{}: {}",
            drift.word(),
            show::safe(&folder.join(drift.path()).to_string_lossy())
        )?;
    }
    out.flush()?;
    Ok(Outcome::of(!drifts.is_empty()))
}
