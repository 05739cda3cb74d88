//! Lines, or one document, from a file or standard input.

use std::io::Read as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use clap::Args;
use mimc_msg::Limits;

use crate::console::Console;
use crate::lines::{Line, TooLong};
use crate::output::Failure;
use crate::progress::Progress;
use crate::results::Results;
use crate::sheet::{Sheet, Tally};
use crate::source::{Reader, Source};
use crate::work::{Answer, Desk, Work};

/// The limits on what stands in a line: the default ones, but for the length, of which `--max-line` is the bound.
pub(crate) const IN_A_LINE: Limits = Limits::new().bytes(usize::MAX);

/// Where messages come from.
#[derive(Args, Debug)]
pub(crate) struct Input {
    /// The file to read; standard input where it is missing or `-`
    ///
    /// Of lines, blank ones are skipped, and a byte order mark at the start is, with a word on standard error.
    pub(crate) file: Option<PathBuf>,

    /// Take the whole input as one text, as it is, instead of one a line
    #[arg(long)]
    pub(crate) document: bool,

    /// The longest line (or document) that is read, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    pub(crate) max_line: usize,

    /// How many threads answer lines: by default as many as there are cores
    ///
    /// What comes out is the same, and in the same order. Only from 1 MB of input on is there more than one.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    threads: Option<u16>,

    /// Show no progress
    ///
    /// It is shown on standard error while a file is read for more than a second, where that is a terminal and standard
    /// output is not.
    #[arg(long, short)]
    quiet: bool,
}

impl Input {
    /// The lines of a file, or of standard input where it is `-`, by one thread.
    pub(crate) fn lines_of(file: &Path, max_line: usize) -> Self {
        let (document, threads, quiet) = (false, Some(1), true);
        Self { file: Some(file.to_owned()), document, max_line, threads, quiet }
    }

    /// The file to read, where it is not standard input.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.file.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// Has each line answered, and writes the answers in their order. The lines come without their ends and without blank
    /// ones; a byte order mark at the start of the input is told and skipped. A document is handed on as it is: what a mark
    /// means is said by what reads it.
    pub(crate) fn answer(
        &self,
        console: &mut Console<'_>,
        answer: &impl Answer,
    ) -> Result<Tally, Failure> {
        let Console { input, out, err, watch, pace, .. } = console;
        let Source { reader, size } = match self.path() {
            None => input.take(),
            Some(path) => Source::file(path)
                .map_err(|error| Failure::Open { path: path.to_owned(), error })?,
        };
        let watch = watch.filter(|_| !self.quiet && !self.document);
        let progress = watch.zip(size).map(|(watch, size)| Progress::new(watch, size));
        let mut results = Results::new(out, err, progress);
        if self.document {
            self.whole(reader, answer, &mut results)?;
        } else {
            let (limit, threads) = (self.max_line, self.threads());
            Work { answer, threads, limit, pace: *pace }.run(reader, &mut results)?;
        }
        Ok(results.tally())
    }

    /// Has the whole input answered as if it were a line.
    fn whole(
        &self,
        reader: Reader,
        answer: &impl Answer,
        results: &mut Results<'_, '_>,
    ) -> Result<(), Failure> {
        let limit = self.max_line;
        let mut buffer = Vec::new();
        let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        reader.take(bound).read_to_end(&mut buffer).map_err(Failure::Read)?;
        let text = if buffer.len() > limit { Err(TooLong { limit }) } else { Ok(&*buffer) };
        let mut sheet = Sheet::default();
        answer(&mut Desk::default(), &Line { number: 1, text }, &mut sheet);
        results.take(&mut sheet)
    }

    fn threads(&self) -> NonZeroUsize {
        let given = self.threads.and_then(|given| NonZeroUsize::new(given.into()));
        given.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }
}
