//! `mimc check`

use std::io::Write as _;

use mimc_msg::Scratch;
use serde::Serialize;

use crate::checking::{self, Finding, Name, NameParser, Severity};
use crate::console::Console;
use crate::input::Input;
use crate::options::Reading;
use crate::output::{Failure, Outcome};
use crate::show::{Escaping, safe};

/// Check documents against a named type
///
/// An error of a document is shown, and as warnings what is odd about it: forms that neither the
/// specification nor the official makers write, and values worth knowing of. With --strict, the forms
/// are errors.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc check --as message messages.jsonl
  mimc check --as message --strict --json --document message.json
  mimc check --as create-topic-response --document answer.json
  echo 'GET /api/topic/1/2' | mimc check --as get-topic-request")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    reading: Reading,

    /// What the documents are: message, callback, account, contact-payload, NAME-request, NAME-response
    ///
    /// `mimc endpoints` lists every NAME. An answer is checked by its body, and so is a request that has
    /// one. A request without a body is checked as its method and target, `GET /api/topic/1/2`; with
    /// --document, its headers may follow, one a line.
    #[arg(long = "as", value_parser = NameParser, value_name = "NAME", hide_possible_values = true)]
    name: Name,

    /// One JSON object a document, for machines
    #[arg(long)]
    json: bool,
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

impl<'f> FaultRecord<'f> {
    fn of(Finding { severity, fault }: &'f Finding) -> Self {
        Self {
            code: fault.code,
            severity: severity.name(),
            pointer: &fault.pointer,
            offset: fault.offset,
            length: fault.length,
            message: &fault.message,
        }
    }
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    if let (true, Some(option)) = (args.name != Name::Message, args.reading.of_messages()) {
        let name = args.name;
        return Err(Failure::Usage(format!("--{option} goes with --as message, not with {name}")));
    }
    let Console { input, out, err, .. } = console;
    let (mut documents, mut bad) = (0u64, 0u64);
    let mut scratch = Scratch::new();
    let file = match &args.input.file {
        Some(path) if path.as_os_str() != "-" => safe(&path.display().to_string()),
        _ => "-".to_owned(),
    };
    args.input.for_each(&mut **input, err, |line| {
        let findings = checking::check(args.name, &line, &args.reading, &mut scratch);
        let ok = findings.iter().all(|finding| finding.severity != Severity::Error);
        documents += 1;
        bad += u64::from(!ok);
        if args.json {
            let faults = findings.iter().map(FaultRecord::of).collect();
            let verdict = Verdict { line: line.number, ok, faults };
            let mut json = serde_json::Serializer::with_formatter(&mut *out, Escaping);
            verdict
                .serialize(&mut json)
                .map_err(|error| Failure::from(std::io::Error::from(error)))?;
            writeln!(out)?;
        } else {
            for Finding { severity, fault } in &findings {
                let (severity, number, code) = (severity.name(), line.number, fault.code);
                writeln!(out, "{file}:{number}: {severity}[{code}]: {fault}")?;
            }
        }
        Ok(())
    })?;
    out.flush()?;
    if !args.json {
        err.tell(&format!("mimc: {documents} checked, {bad} with errors"));
    }
    Ok(Outcome::of(bad > 0))
}
