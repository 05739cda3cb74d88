//! `mimc decode`

use std::io::Write as _;

use mimc_msg::Scratch;

use crate::console::Console;
use crate::input::Input;
use crate::options::Reading;
use crate::output::{Failure, Outcome};
use crate::reading::{self, Content};
use crate::record::Record;
use crate::show;

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
    let Console { input, out, err, .. } = console;
    let mut bad = false;
    let mut scratch = Scratch::new();
    args.input.for_each(&mut **input, err, |line| {
        let content = Content::of(&line, &args.reading);
        let read = reading::read(&content, &args.reading, &mut scratch);
        bad |= read.is_err();
        match read {
            Ok(message) if args.json => {
                let beside = content.as_ref().map_or("", |content| content.beside(&args.reading));
                Record::of_message(line.number, &message, beside).write(&mut *out)
            }
            Err(fault) if args.json => Record::of_fault(line.number, &fault).write(&mut *out),
            Ok(message) => Ok(writeln!(out, "{}", show::message(&message))?),
            Err(fault) => {
                // What came before stands before it, where both go to a terminal.
                out.flush()?;
                err.tell(&fault.in_line(line.number));
                Ok(())
            }
        }
    })?;
    out.flush()?;
    Ok(Outcome::of(bad))
}
