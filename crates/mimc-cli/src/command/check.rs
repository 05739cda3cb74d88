//! `mimc check`

use crate::checking::{self, Finding, Name, NameParser, Severity};
use crate::console::Console;
use crate::input::Input;
use crate::json;
use crate::lines::Line;
use crate::options::Reading;
use crate::output::{Failure, Outcome};
use crate::sheet::{Sheet, Tally};
use crate::show::safe;
use crate::work::Desk;

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

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    if let (true, Some(option)) = (args.name != Name::Message, args.reading.of_messages()) {
        let name = args.name;
        return Err(Failure::Usage(format!("--{option} goes with --as message, not with {name}")));
    }
    let file = match args.input.path() {
        Some(path) => safe(&path.display().to_string()),
        None => "-".to_owned(),
    };
    let answer = |desk: &mut Desk, line: &Line<'_>, sheet: &mut Sheet| {
        let findings = checking::check(args.name, line, &args.reading, &mut desk.scratch);
        let ok = findings.iter().all(|finding| finding.severity != Severity::Error);
        sheet.count(!ok);
        if args.json {
            write_verdict(&mut sheet.out, line.number, ok, &findings);
            return;
        }
        for Finding { severity, fault } in &findings {
            let (severity, number, code) = (severity.name(), line.number, fault.code);
            sheet.line(&format!("{file}:{number}: {severity}[{code}]: {fault}"));
        }
    };
    let Tally { lines, bad } = args.input.answer(console, &answer)?;
    if !args.json {
        console.err.tell(&format!("mimc: {lines} checked, {bad} with errors"));
    }
    Ok(Outcome::of(bad > 0))
}

/// Writes the verdict on one document.
fn write_verdict(out: &mut Vec<u8>, line: u64, ok: bool, findings: &[Finding]) {
    json::put(out, "{\"line\":");
    json::number(out, line);
    json::put(out, if ok { ",\"ok\":true,\"faults\":[" } else { ",\"ok\":false,\"faults\":[" });
    for (number, Finding { severity, fault }) in findings.iter().enumerate() {
        json::member(out, if number == 0 { "{\"code\":" } else { ",{\"code\":" }, fault.code);
        json::member(out, ",\"severity\":", severity.name());
        json::member(out, ",\"pointer\":", &fault.pointer);
        json::put(out, ",\"offset\":");
        json::number(out, fault.offset as u64);
        json::put(out, ",\"length\":");
        json::number(out, fault.length as u64);
        json::member(out, ",\"message\":", &fault.message);
        json::put(out, "}");
    }
    json::put(out, "]}\n");
}
