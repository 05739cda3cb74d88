//! The program on a long file: `mimc decode --json` against the programs that people use on JSON Lines, in turns.
//!
//! The file has the messages of `manual`, one a line. Every program reads it by its name, answers each line by one
//! line of JSON, and writes that to nowhere.

mod file;
mod reader;

use std::cell::Cell;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::thread::available_parallelism;

use wait4::Wait4 as _;

use crate::candidate::Candidate;
use crate::group::Group;
use crate::measure::{Spread, Times};
use crate::tool;
use reader::Reader;

/// The name of the group.
pub const NAME: &str = "program";
/// How many messages the file has.
pub const MESSAGES: usize = 1_000_000;
/// How often each program reads it, after one time to warm up.
pub const ROUNDS: usize = 7;

/// What was measured.
#[derive(Debug)]
pub struct Program {
    readers: Vec<Reader>,
    /// Who could not take part, and why.
    missing: Vec<String>,
    times: Times,
    /// For each reader the bytes of memory that it held at most.
    peaks: Vec<u64>,
    messages: usize,
    bytes: u64,
    size: u64,
}

impl Program {
    /// Makes a file of so many messages, has everyone who is installed answer all of it, and measures so many rounds.
    ///
    /// # Errors
    /// Where the program cannot be built, or someone does not answer every line.
    pub fn measure(messages: usize, rounds: usize) -> Result<Self, Box<dyn Error>> {
        let folder = tool::temporary()?;
        let mimc = tool::built("mimc-cli", "--bin", "mimc")?;
        // A copy, which no other build replaces.
        let program = folder.path().join("mimc");
        fs::copy(mimc, &program)?;
        let (readers, missing) = reader::installed(&program, folder.path());
        let path = folder.path().join("messages.jsonl");
        file::write(&path, messages)?;
        for reader in &readers {
            answers_all(reader, &path, messages)?;
        }
        let bytes = fs::metadata(&path)?.len();
        let file: Rc<[PathBuf]> = [path].into();
        let peaks: Vec<Rc<Cell<u64>>> = readers.iter().map(|_| Rc::default()).collect();
        let candidates = readers.iter().zip(&peaks).map(|(one, peak)| timed(one, &file, peak));
        let mut group = Group::new(NAME, &file, candidates.collect());
        Ok(Self {
            times: Times::measure(&mut group, rounds)?,
            peaks: peaks.iter().map(|peak| peak.get()).collect(),
            size: fs::metadata(program)?.len(),
            readers,
            missing,
            messages,
            bytes,
        })
    }

    /// The names, and the rounds.
    pub(crate) const fn times(&self) -> &Times {
        &self.times
    }

    /// The bytes of the stripped program.
    pub(crate) const fn size(&self) -> u64 {
        self.size
    }

    /// A table, in Markdown.
    #[must_use]
    pub fn table(&self) -> String {
        let cores = available_parallelism().map_or(1, usize::from);
        let baseline = self.times.names().first().copied().unwrap_or_default();
        let mut table = format!(
            "{} messages of `manual` in {} MB of JSON Lines, {cores} cores; each program answers every line by a \
             line of JSON, into `/dev/null`. Memory is what one held at most; that of Node depends on when it \
             collects.\n\n\
             | candidate | what it is | time against `{baseline}` | memory, MB | does less |\n\
             | --- | --- | --- | --- | --- |\n",
            self.messages,
            self.bytes / 1_000_000,
        );
        for (at, reader) in self.readers.iter().enumerate() {
            let ratio = Spread::range(self.times.ratios(at, 0));
            let peak = self.peaks.get(at).copied().unwrap_or_default() / 1_000_000;
            // To a text nothing can fail to be written.
            let _ = writeln!(
                table,
                "| `{}` | {} | {ratio} | {peak} | {} |",
                reader.name, reader.what, reader.less
            );
        }
        for missing in &self.missing {
            let _ = writeln!(table, "\nNot measured: {missing}.");
        }
        table
    }
}

/// Checks that there is one line of answer for each message.
fn answers_all(reader: &Reader, path: &Path, messages: usize) -> Result<(), Box<dyn Error>> {
    let mut child = reader.command(path).stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().ok_or("no pipe")?;
    let lines = file::lines(output)?;
    let status = child.wait()?;
    if status.success() && lines == messages {
        Ok(())
    } else {
        Err(format!("{} answered {lines} of {messages} lines: {status}", reader.name).into())
    }
}

/// One run is one pass.
fn timed(reader: &Reader, file: &Rc<[PathBuf]>, peak: &Rc<Cell<u64>>) -> Candidate {
    let (reader, peak) = (reader.clone(), Rc::clone(peak));
    Candidate::new(reader.name, file, move |path| {
        let run = |mut command: Command| command.stdout(Stdio::null()).spawn()?.wait4();
        run(reader.command(path)).is_ok_and(|used| {
            peak.set(used.rusage.maxrss.max(peak.get()));
            used.status.success()
        })
    })
}
