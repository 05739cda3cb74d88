//! Lines, or one document, from a file or standard input.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;
use mimc_msg::Limits;

use crate::console::Complaints;
use crate::lines::{Line, Lines, TooLong};
use crate::output::Failure;

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
}

impl Input {
    /// The file to read, where it is not standard input.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.file.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// Hands each line to `take`: without its line end, blank ones skipped, a byte order mark at the start of the
    /// input told and skipped. A document is handed on as it is: what a mark means is said by what reads it.
    pub(crate) fn for_each(
        &self,
        stdin: &mut dyn BufRead,
        err: &Complaints<'_>,
        take: impl FnMut(Line<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Some(path) = self.path() else { return self.of_reader(stdin, err, take) };
        let file =
            File::open(path).map_err(|error| Failure::Open { path: path.to_owned(), error })?;
        self.of_reader(&mut BufReader::with_capacity(1 << 18, file), err, take)
    }

    fn of_reader(
        &self,
        reader: &mut dyn BufRead,
        err: &Complaints<'_>,
        mut take: impl FnMut(Line<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let limit = self.max_line;
        if self.document {
            let mut buffer = Vec::new();
            let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
            reader.take(bound).read_to_end(&mut buffer).map_err(Failure::Read)?;
            let text = if buffer.len() > limit { Err(TooLong { limit }) } else { Ok(&*buffer) };
            return take(Line { number: 1, text });
        }
        let mut lines = Lines::new(reader, limit);
        let mut told = false;
        loop {
            let more = lines.advance().map_err(Failure::Read)?;
            if lines.marked() && !told {
                err.tell("mimc: skipped the byte order mark at the start of the input");
                told = true;
            }
            if !more {
                return Ok(());
            }
            take(lines.line())?;
        }
    }
}
