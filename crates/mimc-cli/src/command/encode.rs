//! `mimc encode`

use mimc_msg::Dialect;

use crate::console::Console;
use crate::fault::Fault;
use crate::input::Input;
use crate::lines::Line;
use crate::options;
use crate::output::{Failure, Outcome};
use crate::record::{Meant, Record};
use crate::sheet::Sheet;
use crate::work::Desk;
use crate::writing::{Writing, settle};

/// Write the records of `decode --json` as messages again
///
/// A dialect whose type travels outside gives lines {"bizType":"TEXT","message":"..."}.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc decode --json messages.jsonl | mimc encode
  echo '{\"ok\":true,\"kind\":\"TEXT\",\"msgId\":\"TEXT_1\",\"timestamp\":1516763973000,\"body\":{\"text\":\"hi\"}}' | mimc encode --dialect ios")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    /// The dialect to write: by default that of the record, or manual-v1 where it names none
    #[arg(long, value_parser = options::dialect(), value_name = "DIALECT")]
    dialect: Option<Dialect>,

    /// Write what the dialect can carry, and warn of the rest
    #[arg(long)]
    lossy: bool,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let writing = Writing::to(console, args.lossy);
    let answer = |Desk { buffer, .. }: &mut Desk, line: &Line<'_>, sheet: &mut Sheet| {
        let written = match meant(line) {
            Ok(Meant::Envelope(envelope, dialect)) => {
                let dialect = args.dialect.or(dialect).unwrap_or_default();
                writing.envelope(line.number, &envelope, dialect, buffer, sheet)
            }
            Ok(Meant::Foreign(bytes, beside)) => writing.foreign(&bytes, beside.as_deref(), sheet),
            Err(fault) => Err(fault),
        };
        settle(line.number, written, sheet);
    };
    let tally = args.input.answer(console, &answer)?;
    Ok(Outcome::of(tally.bad > 0))
}

fn meant(line: &Line<'_>) -> Result<Meant, Fault> {
    let text = line.text.map_err(Fault::from)?;
    let invalid = |message: String| Fault::of_line("invalid-record", message);
    if !text.trim_ascii_start().starts_with(b"{") {
        return Err(invalid("a record of `decode --json` is a JSON object on one line".to_owned()));
    }
    let record: Record<'_> = serde_json::from_slice(text).map_err(|error| {
        // Of serde_json's place, the line is always 1.
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        invalid(format!("{what} (byte {})", error.column()))
    })?;
    record.meant().map_err(invalid)
}
