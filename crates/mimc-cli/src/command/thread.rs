//! `mimc thread`

use std::io::Write as _;
use std::sync::{Mutex, PoisonError};

use crate::console::Console;
use crate::input::Input;
use crate::lines::Line;
use crate::output::{Failure, Outcome};
use crate::seen::{self, Defaults};
use crate::sheet::Sheet;
use crate::threads::{Threads, Zone};
use crate::work::Desk;

/// Show conversations as people read them, from what devices saw of them
///
/// Each line is a record of `decode --json` to which `fromAccount` and `toAccount` (or `topicId`) were added, and where they
/// are known `sequence` and `packetId`; or a message of the history or of a callback; or an answer with a page of history. The
/// lines may come in any order and say everything many times: what is shown is the same. Recalled messages stand between ~~
/// and ~~. What waits for something is marked with `?`, what has no effect with `!`.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc thread --zone Asia/Shanghai history.jsonl
  mimc thread --json history.jsonl
  mimc decode --json messages.jsonl | mimc thread --from ada --to bo")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    defaults: Defaults,

    /// Whose view is taken: which pings wait depends on it, and in a group none does without it
    #[arg(long, value_name = "ACCOUNT")]
    me: Option<String>,

    /// The time zone of what is shown: UTC, +08:00, Asia/Shanghai
    #[arg(long, value_name = "ZONE", default_value = "UTC", value_parser = Zone::parse, allow_hyphen_values = true)]
    zone: Zone,

    /// One JSON object a line, for machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    // In which order threads add does not matter: that is what a conversation promises.
    let threads = Mutex::new(Threads::new(args.me.as_deref()));
    let answer = |desk: &mut Desk, line: &Line<'_>, sheet: &mut Sheet| {
        let seen = seen::read(line, &args.defaults, &mut desk.scratch);
        let mut threads = threads.lock().unwrap_or_else(PoisonError::into_inner);
        let added = seen.into_iter().map(|seen| seen.and_then(|seen| threads.add(&seen)));
        let faults: Vec<_> = added.filter_map(Result::err).collect();
        sheet.count(!faults.is_empty());
        for fault in faults {
            sheet.tell(&fault.in_line(line.number));
        }
    };
    let tally = args.input.answer(console, &answer)?;
    let threads = threads.into_inner().unwrap_or_else(PoisonError::into_inner);
    let shown = if args.json { threads.json() } else { threads.text(&args.zone) };
    console.out.write_all(&shown)?;
    console.out.flush()?;
    Ok(Outcome::of(tally.bad > 0))
}
