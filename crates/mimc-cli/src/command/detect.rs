//! `mimc detect`

use std::io::Write as _;
use std::sync::{Mutex, PoisonError};

use crate::console::Console;
use crate::detecting::{Table, explain, write_evidence};
use crate::input::Input;
use crate::json;
use crate::lines::Line;
use crate::options::Reading;
use crate::output::{Failure, Outcome};
use crate::reading::Content;
use crate::record;
use crate::sheet::Sheet;
use crate::work::Desk;

/// Tell which dialect messages are written in, and why
///
/// Of one message: what was read from which member, what deviates, and what speaks against the dialects that nearly fit. Of
/// several: a table of the dialects, with the kinds in each.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc detect traffic.jsonl
  mimc detect --framed --each samples/traffic.jsonl
  echo '{\"version\":0,\"msgId\":\"a1B2c-1\",\"timestamp\":1545379200000,\"payload\":\"aGk=\"}' | mimc detect --biz-type TEXT")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    reading: Reading,

    /// Explain each message, however many there are
    #[arg(long, conflicts_with = "table")]
    each: bool,

    /// Give the table, also of one message
    #[arg(long)]
    table: bool,

    /// For machines: one JSON object a message; with --table, one for the table
    #[arg(long)]
    json: bool,
}

/// What is known once all messages were seen.
#[derive(Default)]
struct Seen {
    table: Table,
    /// The explanation of the first message, as long as it is the only one.
    first: Option<(u64, String)>,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let seen = Mutex::new(Seen::default());
    let answer = |desk: &mut Desk, line: &Line<'_>, sheet: &mut Sheet| {
        let content = Content::of(line, &args.reading);
        let found = match &content {
            Ok(content) => content.evidence(&args.reading).map(|found| (content, found)),
            Err(fault) => Err(fault.clone()),
        };
        sheet.count(found.is_err());
        let text = line.text.unwrap_or_default();
        let mut kind = |content: &Content<'_>| content.kind(&args.reading, &mut desk.scratch);
        if args.json && !args.table {
            match &found {
                Ok((content, evidence)) => {
                    write_evidence(&mut sheet.out, line.number, &kind(content), evidence, text);
                }
                Err(fault) => record::write_fault(&mut sheet.out, line.number, fault),
            }
            return;
        }
        match &found {
            Ok((_, evidence)) if args.each => {
                sheet.line(&format!("line {}: {}", line.number, explain(evidence, text)));
            }
            Ok(_) => {}
            Err(fault) => sheet.tell(&fault.in_line(line.number)),
        }
        if args.each {
            return;
        }
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Ok((content, evidence)) = &found {
            if seen.first.as_ref().is_none_or(|(number, _)| line.number < *number) {
                seen.first = Some((line.number, explain(evidence, text)));
            }
            seen.table.count(evidence, kind(content));
        } else if let Err(fault) = &found {
            seen.table.refuse(fault.code);
        }
    };
    let tally = args.input.answer(console, &answer)?;
    let Seen { table, first } = seen.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut last = Vec::new();
    match first {
        _ if args.each || args.json && !args.table => {}
        _ if args.json => table.write(&mut last),
        Some((_, explanation)) if tally.lines == 1 && !args.table => {
            json::put(&mut last, &explanation);
            last.push(b'\n');
        }
        None if tally.lines == 1 && !args.table => {}
        _ => json::put(&mut last, &table.show()),
    }
    console.out.write_all(&last)?;
    console.out.flush()?;
    Ok(Outcome::of(tally.bad > 0))
}
