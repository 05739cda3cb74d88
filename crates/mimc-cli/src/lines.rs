//! The lines of a piece of the input.

/// One line: its number from 1, and its bytes without the line end, or nothing where it is too long.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Line<'c> {
    /// Its number, from 1. Blank lines count.
    pub number: u64,
    /// Its bytes.
    pub text: Result<&'c [u8], TooLong>,
}

/// A line above the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the line is longer than {limit} bytes; --max-line sets another limit")]
#[non_exhaustive]
pub struct TooLong {
    /// The limit, in bytes without the line end.
    pub limit: usize,
}

/// Lines without their ends (LF or CR LF), and without blank ones.
#[derive(Clone, Debug)]
pub struct Lines<'c> {
    rest: &'c [u8],
    limit: usize,
    /// Whether there is but one line, whose bytes were not kept.
    cut: bool,
    next: u64,
}

impl<'c> Lines<'c> {
    pub(crate) fn new(bytes: &'c [u8], cut: bool, limit: usize, first: u64) -> Self {
        Self { rest: bytes, limit, cut, next: first }
    }

    /// The number of the line behind these, once all have been taken.
    #[must_use]
    pub fn next_number(&self) -> u64 {
        self.next
    }
}

impl<'c> Iterator for Lines<'c> {
    type Item = Line<'c>;

    fn next(&mut self) -> Option<Line<'c>> {
        let too_long = Err(TooLong { limit: self.limit });
        if self.cut {
            self.cut = false;
            self.next += 1;
            return Some(Line { number: self.next - 1, text: too_long });
        }
        while !self.rest.is_empty() {
            let end = memchr::memchr(b'\n', self.rest).map_or(self.rest.len(), |at| at + 1);
            let (line, rest) = self.rest.split_at(end);
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            self.rest = rest;
            self.next += 1;
            let number = self.next - 1;
            if line.len() > self.limit {
                return Some(Line { number, text: too_long });
            }
            if !line.iter().all(u8::is_ascii_whitespace) {
                return Some(Line { number, text: Ok(line) });
            }
        }
        None
    }
}
