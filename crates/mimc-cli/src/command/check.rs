//! `mimc check`

use std::io::Write as _;

use clap::ValueEnum;
use mimc_msg::Scratch;
use serde::Serialize;

use crate::input::{Input, Line};
use crate::options::Reading;
use crate::output::{self, Failure, Outcome, complain};
use crate::reading::{Content, Fault};
use crate::show::{Escaping, safe};

/// Check documents against a named type
///
/// An error of a message is shown, and as warnings its deviations: what its dialect's own makers do
/// not write. With --strict they are errors.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc check --as message messages.jsonl
  mimc check --as message --strict --json --document message.json")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    reading: Reading,

    /// What the documents should be
    #[arg(long = "as", value_enum, value_name = "NAME")]
    name: Name,

    /// One JSON object a document, for machines
    #[arg(long)]
    json: bool,
}

/// A type that documents can be checked against.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Name {
    /// A message of any official dialect
    Message,
}

/// The verdict on one document.
#[derive(Serialize)]
struct Verdict<'f> {
    line: u64,
    ok: bool,
    faults: Vec<FaultRecord<'f>>,
}

#[derive(Serialize)]
struct FaultRecord<'f> {
    code: &'f str,
    severity: &'f str,
    pointer: &'f str,
    offset: usize,
    length: usize,
    message: &'f str,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let Name::Message = args.name;
    let mut out = output::open();
    let (mut documents, mut bad) = (0u64, 0u64);
    let mut scratch = Scratch::new();
    let file = match &args.input.file {
        Some(path) if path.as_os_str() != "-" => safe(&path.display().to_string()),
        _ => "-".to_owned(),
    };
    args.input.for_each(|line| {
        let (error, warnings) = verdict(&line, args, &mut scratch);
        documents += 1;
        bad += u64::from(error.is_some());
        let faults = error.iter().map(|fault| ("error", fault));
        let faults = faults.chain(warnings.iter().map(|fault| ("warning", fault)));
        if args.json {
            let faults = faults.map(|(severity, fault)| record(severity, fault)).collect();
            let verdict = Verdict { line: line.number, ok: error.is_none(), faults };
            let mut json = serde_json::Serializer::with_formatter(&mut out, Escaping);
            verdict
                .serialize(&mut json)
                .map_err(|error| Failure::from(std::io::Error::from(error)))?;
            writeln!(out)?;
        } else {
            for (severity, fault) in faults {
                let (number, code) = (line.number, fault.code);
                writeln!(out, "{file}:{number}: {severity}[{code}]: {fault}")?;
            }
        }
        Ok(())
    })?;
    out.flush()?;
    if !args.json {
        complain(&format!("mimc: {documents} checked, {bad} with errors"));
    }
    Ok(Outcome::of(bad > 0))
}

/// The error of a document, if it has one, and its warnings.
fn verdict(line: &Line<'_>, args: &Args, scratch: &mut Scratch) -> (Option<Fault>, Vec<Fault>) {
    let content = match Content::of(line, &args.reading) {
        Ok(content) => content,
        Err(fault) => return (Some(fault), Vec::new()),
    };
    let error = content.read(&args.reading, scratch).err();
    let warnings = if error.is_none() { content.deviations(&args.reading) } else { Vec::new() };
    (error, warnings)
}

fn record<'f>(severity: &'f str, fault: &'f Fault) -> FaultRecord<'f> {
    FaultRecord {
        code: fault.code,
        severity,
        pointer: &fault.pointer,
        offset: fault.offset,
        length: fault.length,
        message: &fault.message,
    }
}
