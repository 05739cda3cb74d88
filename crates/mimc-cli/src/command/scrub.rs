//! `mimc scrub`

use std::fs;
use std::path::PathBuf;

use mimc_scrub::{Key, Scrub};

use crate::console::Console;
use crate::fault::Fault;
use crate::input::Input;
use crate::lines::Line;
use crate::output::{Failure, Outcome};
use crate::sheet::Sheet;
use crate::show::safe;
use crate::work::Desk;

/// Replace names, ids, texts and secrets, so that traffic can be shown in a bug report
///
/// Dialect, structure, faults, white space, spelling of numbers and escapes, layers of base64, kinds, times and documented
/// names stay as they are. A value has the same replacement everywhere: in the other lines of a run, and with --key-file in
/// other runs. Messages, requests, answers, callbacks, header lines and lines of logs are all read, broken ones too. Look
/// through the output before you show it: docs/scrub.md says what cannot be promised.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc scrub traffic.jsonl > report.jsonl
  mimc scrub --document request.txt
  head -c 32 /dev/urandom > key; mimc scrub --key-file key monday.jsonl
  echo '{\"msgId\":\"TEXT_12345\",\"msgType\":\"TEXT\",\"timestamp\":\"1516763973000\",\"payload\":\"hi\"}' | mimc scrub")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    /// Replace by the key in this file: its bytes, 16 or more that nobody can guess
    ///
    /// Without it, each run has a random key of its own. Who has the key can find what was replaced.
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,

    /// Keep the names of these members, too, separated by commas
    ///
    /// Documented names stay anyway. Others are replaced, since some programs use accounts as names.
    #[arg(long, value_delimiter = ',', value_name = "NAMES")]
    keep_names: Vec<String>,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let scrub = Scrub::new(args.key()?).keep_names(&args.keep_names);
    // What a terminal shows must not steer it.
    let (terminal, whole) = (console.terminal, args.input.document);
    let answer = |_: &mut Desk, line: &Line<'_>, sheet: &mut Sheet| {
        sheet.count(line.text.is_err());
        match line.text {
            Ok(text) if terminal => {
                let text = String::from_utf8_lossy(&scrub.document(text)).into_owned();
                text.lines().for_each(|line| sheet.line(&safe(line)));
            }
            Ok(text) => {
                sheet.out.extend(scrub.document(text));
                if !whole {
                    sheet.out.push(b'\n');
                }
            }
            Err(long) => sheet.tell(&Fault::from(long).in_line(line.number)),
        }
    };
    let tally = args.input.answer(console, &answer)?;
    Ok(Outcome::of(tally.bad > 0))
}

impl Args {
    fn key(&self) -> Result<Key, Failure> {
        let Some(path) = &self.key_file else {
            return Key::random().map_err(|error| {
                Failure::Usage(format!("no random key: {error}; --key-file has one"))
            });
        };
        let bytes = fs::read(path).map_err(|error| Failure::Open { path: path.clone(), error })?;
        // An editor may have ended the line.
        Key::new(bytes.trim_ascii_end())
            .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))
    }
}
