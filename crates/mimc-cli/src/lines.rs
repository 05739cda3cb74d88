//! Lines of any reader; memory is bounded by the longest line that is wanted.

use std::io::{self, BufRead};

/// One line: its number from 1, and its bytes without the line end, or nothing where it is too long.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Line<'b> {
    /// Its number, from 1. Blank lines count.
    pub number: u64,
    /// Its bytes.
    pub text: Result<&'b [u8], TooLong>,
}

/// A line above the limit; its bytes were not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the line is longer than {limit} bytes; --max-line sets another limit")]
#[non_exhaustive]
pub struct TooLong {
    /// The limit, in bytes without the line end.
    pub limit: usize,
}

/// Reads lines: without their ends (LF or CR LF), without blank ones, without a byte order mark at the start.
#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    limit: usize,
    /// The line with its end; empty where it is too long.
    buffer: Vec<u8>,
    number: u64,
    whole: bool,
    /// Whether there was a byte order mark; nothing before that is known.
    marked: Option<bool>,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    /// The lines of a reader, where those above the limit are told and skipped.
    pub fn new(reader: R, limit: usize) -> Self {
        let buffer = Vec::new();
        Self { reader, limit, buffer, number: 0, whole: true, marked: None, ended: false }
    }

    /// Goes to the next line that is not blank; `false` where there is none.
    ///
    /// # Errors
    ///
    /// That of the reader; after it, the line is lost.
    pub fn advance(&mut self) -> io::Result<bool> {
        while self.read()? {
            self.number += 1;
            if !self.whole || !self.content().iter().all(u8::is_ascii_whitespace) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The line that [`advance`](Self::advance) went to.
    pub fn line(&self) -> Line<'_> {
        let text = if self.whole { Ok(self.content()) } else { Err(TooLong { limit: self.limit }) };
        Line { number: self.number, text }
    }

    /// Whether a byte order mark at the start of the input was skipped.
    pub fn marked(&self) -> bool {
        self.marked == Some(true)
    }

    /// How many bytes are allocated: at most those of a line at the limit and its end.
    pub fn allocated(&self) -> usize {
        self.buffer.capacity()
    }

    fn content(&self) -> &[u8] {
        let line = self.buffer.strip_suffix(b"\n").unwrap_or(&self.buffer);
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    /// Reads the next line into the buffer; `false` at the end of the input.
    fn read(&mut self) -> io::Result<bool> {
        self.buffer.clear();
        if self.marked.is_none() {
            self.start()?;
        }
        let mut any = !self.buffer.is_empty();
        self.whole = self.buffer.len() <= self.limit;
        while self.more()? {
            any = true;
            let bytes = self.reader.fill_buf()?;
            let end = memchr::memchr(b'\n', bytes).map(|at| at + 1);
            let used = end.unwrap_or(bytes.len());
            // The line end is not counted: neither LF nor CR LF.
            self.whole = self.whole && content(&self.buffer, &bytes[..used]) <= self.limit;
            if self.whole {
                keep(&mut self.buffer, &bytes[..used], self.limit);
            } else {
                self.buffer.clear();
            }
            self.reader.consume(used);
            if end.is_some() {
                break;
            }
        }
        Ok(any)
    }

    /// Skips the byte order mark, which counts to no limit; what only begins like it is left in the buffer.
    fn start(&mut self) -> io::Result<()> {
        let mut found = 0;
        while found < MARK.len()
            && self.more()?
            && self.reader.fill_buf()?.first() == MARK.get(found)
        {
            self.reader.consume(1);
            found += 1;
        }
        let marked = found == MARK.len();
        if !marked {
            keep(&mut self.buffer, &MARK[..found], self.limit);
        }
        self.marked = Some(marked);
        Ok(())
    }

    /// Whether the reader has more, however often it is interrupted; after its end it is not asked again, since a
    /// terminal would begin anew.
    fn more(&mut self) -> io::Result<bool> {
        while !self.ended {
            match self.reader.fill_buf() {
                Ok([]) => self.ended = true,
                Ok(_) => return Ok(true),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }
}

/// The byte order mark in UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

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

/// Appends what fits; the buffer doubles as it grows, but not beyond a line at the limit and its end.
fn keep(buffer: &mut Vec<u8>, bytes: &[u8], limit: usize) {
    let needed = buffer.len() + bytes.len();
    if needed > buffer.capacity() {
        let room = buffer.capacity().saturating_mul(2).min(limit.saturating_add(2)).max(needed);
        buffer.reserve_exact(room - buffer.len());
    }
    buffer.extend_from_slice(bytes);
}
