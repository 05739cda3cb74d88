//! `mimc decode`

use crate::console::Console;
use crate::input::Input;
use crate::lines::Line;
use crate::options::Reading;
use crate::output::{Failure, Outcome};
use crate::reading::{self, Content};
use crate::record;
use crate::sheet::Sheet;
use crate::show;
use crate::work::Desk;

/// Decode messages of any dialect, one line each
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc decode messages.jsonl
  mimc decode --base64 --biz-type TEXT payloads.txt
  echo '{\"version\":0,\"msgId\":\"AF7T1-2\",\"msgType\":103,\"timestamp\":1531738530000,\"content\":\"aGk=\"}' | mimc decode --json")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    reading: Reading,

    /// One JSON object a line, for machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let answer = |desk: &mut Desk, line: &Line<'_>, sheet: &mut Sheet| {
        let content = Content::of(line, &args.reading);
        let read = reading::read(&content, &args.reading, &mut desk.scratch);
        sheet.count(read.is_err());
        match &read {
            Ok(message) if args.json => {
                let beside = content.as_ref().map_or("", |content| content.beside(&args.reading));
                record::write_message(&mut sheet.out, line.number, message, beside);
            }
            Err(fault) if args.json => record::write_fault(&mut sheet.out, line.number, fault),
            Ok(message) => sheet.line(&show::message(message)),
            Err(fault) => sheet.tell(&fault.in_line(line.number)),
        }
    };
    let tally = args.input.answer(console, &answer)?;
    Ok(Outcome::of(tally.bad > 0))
}
