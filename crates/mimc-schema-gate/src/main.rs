//! `schema-gate`: compares two versions of a `schemas/` folder.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use mimc_schema_gate::{Fault, Report, Schemas, Source, compare, last_tag};

/// Tells which changes of published JSON Schemas break readers or writers.
///
/// Exit status: 0 when nothing breaks, 1 when something breaks or is undecided or when CHANGELOG.md
/// does not tell of a change, 2 when the command line is wrong or a folder cannot be read.
#[derive(Debug, Parser)]
#[command(
    version,
    override_usage = "schema-gate [--json] OLD_DIR NEW_DIR\n       \
    schema-gate [--json] --since REV [NEW_DIR]\n       \
    schema-gate [--json] --since-last-tag [NEW_DIR]"
)]
struct Arguments {
    /// Compare with `schemas/` of this git revision.
    #[arg(long, value_name = "REV", conflicts_with = "since_last_tag")]
    since: Option<String>,
    /// Compare with `schemas/` of the last tag.
    #[arg(long)]
    since_last_tag: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// The old and the new folder; with --since the new one only, which is `schemas` unless told.
    #[arg(value_name = "DIR", num_args = 0..=2)]
    folders: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(passes) => ExitCode::from(u8::from(!passes)),
        Err(error) => {
            eprint!("schema-gate: {error}");
            let mut source = error.source();
            while let Some(error) = source {
                eprint!(": {error}");
                source = error.source();
            }
            eprintln!();
            ExitCode::from(2)
        }
    }
}

type Failure = Box<dyn std::error::Error>;

fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let here = PathBuf::from(".");
    let revision = match &arguments.since {
        None if arguments.since_last_tag => match last_tag(&here)? {
            None => return Ok(nothing(arguments, "there is no tag yet")),
            tag => tag,
        },
        revision => revision.clone(),
    };
    let schemas = Path::new("schemas").to_owned();
    let (old, new) = match (revision, arguments.folders.as_slice()) {
        (Some(revision), [] | [_]) => {
            let new = arguments.folders.first().unwrap_or(&schemas);
            (Source::Revision { repository: here, revision }, new)
        }
        (None, [old, new]) => (Source::Folder(old.clone()), new),
        (Some(_), _) => return Err("with --since there is one folder at most".into()),
        (None, _) => return Err("two folders are needed, or --since".into()),
    };
    let new = read(&Source::Folder(new.clone()))?;
    let old = match (&old, Schemas::read(&old)?) {
        (_, Some(schemas)) => schemas,
        (Source::Revision { .. }, None) => {
            let why = format!("there is no schemas/index.json in {}", old.name());
            return Ok(nothing(arguments, &why));
        }
        (_, None) => return Err(missing(&old).into()),
    };
    let report = compare(&old, &new);
    print(arguments, &report)?;
    Ok(report.passes())
}

fn read(source: &Source) -> Result<Schemas, Fault> {
    Schemas::read(source)?.ok_or_else(|| missing(source))
}

fn missing(source: &Source) -> Fault {
    Fault::Missing { file: "index.json".into(), place: source.name() }
}

/// Says that there is nothing to compare with, which breaks nobody.
fn nothing(arguments: &Arguments, why: &str) -> bool {
    if arguments.json {
        println!("{}", serde_json::json!({ "passes": true, "nothing": why }));
    } else {
        println!("nothing to compare with: {why}");
    }
    true
}

fn print(arguments: &Arguments, report: &Report) -> Result<(), serde_json::Error> {
    if arguments.json {
        let mut value = serde_json::to_value(report)?;
        value["passes"] = report.passes().into();
        println!("{value:#}");
    } else {
        print!("{report}");
    }
    Ok(())
}
