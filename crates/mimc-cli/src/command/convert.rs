//! `mimc convert`

use mimc_msg::{Dialect, Message, Scratch};

use crate::console::Console;
use crate::fault::Fault;
use crate::input::Input;
use crate::options::{self, Reading};
use crate::output::{Failure, Outcome};
use crate::reading::{self, Content};
use crate::writing::Writing;

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
    let (mut writing, input) = Writing::new(console, args.lossy);
    let mut scratch = Scratch::new();
    args.input.for_each(input, writing.err, |line| {
        let content = Content::of(&line, &args.reading);
        let read = reading::read(&content, &args.reading, &mut scratch);
        let written = match read {
            Ok(Message::Envelope(decoded)) if decoded.dialect.is_none() => {
                let names: Vec<_> = decoded.fits.iter().map(Dialect::name).collect();
                Err(Fault::of_line(
                    "ambiguous",
                    format!(
                        "{} fit and read it differently: pin one with --dialect",
                        names.join(", ")
                    ),
                ))
            }
            Ok(Message::Envelope(decoded)) => {
                writing.envelope(line.number, &decoded.envelope, args.to)?
            }
            Ok(Message::Foreign(foreign)) => {
                // Whole, and what travelled beside it too.
                let beside = content.as_ref().map_or("", |content| content.beside(&args.reading));
                let framed = args.to.is_type_outside() || !beside.is_empty();
                let beside = framed.then_some(beside);
                writing.foreign(foreign.bytes, beside)?
            }
            Ok(_) => Ok(()),
            Err(fault) => Err(fault),
        };
        writing.settle(line.number, written)
    })?;
    writing.finish()
}
