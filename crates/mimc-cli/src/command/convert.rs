//! `mimc convert`

use mimc_msg::{Dialect, Message};

use crate::console::Console;
use crate::fault::Fault;
use crate::input::Input;
use crate::lines::Line;
use crate::options::{self, Reading};
use crate::output::{Failure, Outcome};
use crate::reading::{self, Content};
use crate::sheet::Sheet;
use crate::work::Desk;
use crate::writing::{Writing, settle};

/// Rewrite messages in another dialect
///
/// A dialect whose type travels outside gives lines {"bizType":"TEXT","message":"..."}. What the
/// dialect cannot carry is an error, or with --lossy a warning.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc convert --to android-a2 messages.jsonl
  mimc convert --framed --to manual-v1 --lossy traffic.jsonl")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    reading: Reading,

    /// The dialect to write
    #[arg(long, value_parser = options::dialect(), value_name = "DIALECT")]
    to: Dialect,

    /// Write what the dialect can carry, and warn of the rest
    #[arg(long)]
    lossy: bool,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let writing = Writing::to(console, args.lossy);
    let answer = |Desk { scratch, buffer }: &mut Desk, line: &Line<'_>, sheet: &mut Sheet| {
        let content = Content::of(line, &args.reading);
        let written = match reading::read(&content, &args.reading, scratch) {
            Ok(Message::Envelope(decoded)) if decoded.dialect.is_none() => {
                let names: Vec<_> = decoded.fits.iter().map(Dialect::name).collect();
                let names = names.join(", ");
                let told = format!("{names} fit and read it differently: pin one with --dialect");
                Err(Fault::of_line("ambiguous", told))
            }
            Ok(Message::Envelope(decoded)) => {
                writing.envelope(line.number, &decoded.envelope, args.to, buffer, sheet)
            }
            Ok(Message::Foreign(foreign)) => {
                // Whole, and what travelled beside it too.
                let beside = content.as_ref().map_or("", |content| content.beside(&args.reading));
                let framed = args.to.is_type_outside() || !beside.is_empty();
                writing.foreign(foreign.bytes, framed.then_some(beside), sheet)
            }
            Ok(_) => Ok(()),
            Err(fault) => Err(fault),
        };
        settle(line.number, written, sheet);
    };
    let tally = args.input.answer(console, &answer)?;
    Ok(Outcome::of(tally.bad > 0))
}
