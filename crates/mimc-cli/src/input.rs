//! Lines, or one document, from a file or standard input; memory is bounded by the longest line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use mimc_msg::Limits;

use crate::output::{Failure, complain};

/// The limits on what stands in a line: the default ones, but for the length, of which `--max-line` is the bound.
pub(crate) const IN_A_LINE: Limits = Limits::new().bytes(usize::MAX);

/// Where messages come from.
#[derive(Args, Debug)]
pub(crate) struct Input {
    /// The file to read; standard input where it is missing or `-`
    ///
    /// Blank lines are skipped; so is a byte order mark at the start, with a word on standard error.
    pub(crate) file: Option<PathBuf>,

    /// Take the whole input as one text instead of one a line
    #[arg(long)]
    pub(crate) document: bool,

    /// The longest line (or document) that is read, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    pub(crate) max_line: usize,
}

/// One line: its number from 1, and its bytes, or nothing where it is too long.
pub(crate) struct Line<'b> {
    pub(crate) number: u64,
    pub(crate) text: Result<&'b [u8], TooLong>,
}

/// A line above the limit; its bytes were not kept.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the line is longer than {limit} bytes; --max-line sets another limit")]
pub(crate) struct TooLong {
    pub(crate) limit: usize,
}

impl Input {
    fn open(&self) -> Result<Box<dyn BufRead>, Failure> {
        let failed = |path: &Path, error| Failure::Open { path: path.to_owned(), error };
        match &self.file {
            Some(path) if path != Path::new("-") => {
                let file = File::open(path).map_err(|error| failed(path, error))?;
                Ok(Box::new(BufReader::with_capacity(1 << 18, file)))
            }
            _ => Ok(Box::new(BufReader::with_capacity(1 << 18, io::stdin()))),
        }
    }

    /// Hands each line to `take`: without its line end, blank ones skipped, a byte order mark at the
    /// start of the input told and skipped.
    pub(crate) fn for_each(
        &self,
        mut take: impl FnMut(Line<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut reader = self.open()?;
        let mut buffer = Vec::new();
        if self.document {
            let limit = self.max_line;
            let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
            reader.take(bound).read_to_end(&mut buffer).map_err(Failure::Read)?;
            let text = if buffer.len() > limit { Err(TooLong { limit }) } else { Ok(&*buffer) };
            return take(Line { number: 1, text });
        }
        let mut number = 0;
        while let Some(whole) = self.line(&mut *reader, &mut buffer)? {
            number += 1;
            let mut line = buffer.strip_suffix(b"\n").unwrap_or(&buffer);
            line = line.strip_suffix(b"\r").unwrap_or(line);
            if number == 1 {
                if let Some(rest) = line.strip_prefix("\u{feff}".as_bytes()) {
                    complain("mimc: skipped the byte order mark at the start of the input");
                    line = rest;
                }
            }
            if !whole {
                take(Line { number, text: Err(TooLong { limit: self.max_line }) })?;
            } else if !line.iter().all(u8::is_ascii_whitespace) {
                take(Line { number, text: Ok(line) })?;
            }
        }
        Ok(())
    }

    /// Reads the next line into `buffer`, its line end included; None at the end of the input, `false`
    /// where the line was above the limit and the rest of it was skipped.
    fn line(
        &self,
        reader: &mut dyn BufRead,
        buffer: &mut Vec<u8>,
    ) -> Result<Option<bool>, Failure> {
        buffer.clear();
        let mut whole = true;
        let mut any = false;
        loop {
            let bytes = match reader.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Failure::Read(error)),
            };
            if bytes.is_empty() {
                return Ok(any.then_some(whole));
            }
            any = true;
            let end = memchr::memchr(b'\n', bytes).map(|at| at + 1);
            let used = end.unwrap_or(bytes.len());
            // The line end is not counted: neither LF nor CR LF.
            whole &= buffer.len() + used <= self.max_line.saturating_add(2)
                && content(buffer, &bytes[..used]) <= self.max_line;
            if whole {
                buffer.extend_from_slice(&bytes[..used]);
            } else {
                buffer.clear();
            }
            reader.consume(used);
            if end.is_some() {
                return Ok(Some(whole));
            }
        }
    }
}

/// How long a line is without its line end.
fn content(start: &[u8], rest: &[u8]) -> usize {
    let end = match rest {
        [.., b'\r', b'\n'] => 2,
        [b'\n'] if start.ends_with(b"\r") => 2,
        // A carriage return may turn out to belong to the line end.
        [.., b'\n' | b'\r'] => 1,
        _ => 0,
    };
    start.len() + rest.len() - end
}
