//! `mimc logdiff`

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::console::Console;
use crate::input::Input;
use crate::lines::Line;
use crate::logdiff::{Log, Logs};
use crate::output::{Failure, Outcome};
use crate::seen::{self, Defaults};
use crate::sheet::Sheet;
use crate::threads::Zone;
use crate::work::Desk;

/// Compare what two devices saw: losses, duplicates, reorders, late recalls
///
/// Each line of both files is as for `thread`, in the order in which the device saw it. A message is lost where the other
/// device saw it, or another one that says the same; it is a duplicate where it was seen again in the same way, and not once
/// live and once in the history; it is reordered, or a late recall, where it was seen behind one that is later, by sequence or
/// else by time. Exit status 1 where there is a difference.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc logdiff phone.jsonl desk.jsonl
  mimc logdiff --json phone.jsonl - < desk.jsonl")]
pub(crate) struct Args {
    /// What one device saw; standard input where it is `-`
    a: PathBuf,

    /// What the other device saw
    b: PathBuf,

    #[command(flatten)]
    defaults: Defaults,

    /// The longest line that is read, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    max_line: usize,

    /// The time zone of what is shown: UTC, +08:00, Asia/Shanghai
    #[arg(long, value_name = "ZONE", default_value = "UTC", value_parser = Zone::parse, allow_hyphen_values = true)]
    zone: Zone,

    /// One JSON object a line, for machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    if [&args.a, &args.b].into_iter().all(|file| *file == Path::new("-")) {
        let both = "both logs are standard input, which can be read once";
        return Err(Failure::Usage(both.to_owned()));
    }
    let logs = Mutex::new(Logs::default());
    let mut bad = 0;
    for (log, file) in [(Log::A, &args.a), (Log::B, &args.b)] {
        let answer = |desk: &mut Desk, line: &Line<'_>, sheet: &mut Sheet| {
            let mut logs = logs.lock().unwrap_or_else(PoisonError::into_inner);
            let mut faults = 0;
            for seen in seen::read(line, &args.defaults, &mut desk.scratch) {
                match seen {
                    Ok(seen) => logs.add(log, line.number, seen),
                    Err(fault) => {
                        faults += 1;
                        sheet.tell(&format!("{} {}", log.name(), fault.in_line(line.number)));
                    }
                }
            }
            sheet.count(faults > 0);
        };
        // The order of the lines matters here, so one thread answers them.
        bad += Input::lines_of(file, args.max_line).answer(console, &answer)?.bad;
    }
    let logs = logs.into_inner().unwrap_or_else(PoisonError::into_inner);
    let differences = logs.differences();
    let mut shown = Vec::new();
    for difference in &differences {
        if args.json {
            difference.json(&mut shown);
        } else {
            shown.extend_from_slice(difference.text(&args.zone).as_bytes());
            shown.push(b'\n');
        }
    }
    console.out.write_all(&shown)?;
    console.out.flush()?;
    Ok(Outcome::of(bad > 0 || !differences.is_empty()))
}
