//! Large pieces of any reader, each of whole lines; memory is bounded by the longest line that is wanted.

use std::io::{self, Read};

use crate::lines::Lines;

/// The byte order mark in UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Lines as they were read together, with their ends.
#[derive(Debug)]
pub struct Chunk {
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    limit: usize,
    /// Whether it stands for one line above the limit, whose bytes were not kept.
    cut: bool,
    /// How many bytes were read for it.
    pub(crate) read: usize,
}

impl Chunk {
    /// Its lines, of which the first has this number.
    #[must_use]
    pub fn lines(&self, first: u64) -> Lines<'_> {
        Lines::new(self.bytes(), self.cut, self.limit, first)
    }

    /// How many lines it has, blank ones included.
    #[must_use]
    pub fn count(&self) -> u64 {
        let ends = memchr::memchr_iter(b'\n', self.bytes()).count() as u64;
        ends + u64::from(self.cut || !self.bytes().ends_with(b"\n"))
    }

    fn bytes(&self) -> &[u8] {
        &self.buffer[self.start..self.end]
    }
}

/// Reads lines, as many at a time as have arrived and have room. A byte order mark at the start is skipped.
#[derive(Debug)]
pub struct Chunks<R> {
    reader: R,
    limit: usize,
    size: usize,
    /// What was read and not given out stands from `start` to `end`; before `searched`, no line ends.
    buffer: Vec<u8>,
    start: usize,
    searched: usize,
    end: usize,
    /// How many bytes were read since the last chunk.
    read: usize,
    /// Whether the line that is being read is above the limit: its bytes are not kept.
    cut: bool,
    /// Whether there was a byte order mark; nothing before that is known.
    marked: Option<bool>,
    ended: bool,
    spare: Vec<Vec<u8>>,
}

impl<R: Read> Chunks<R> {
    /// Chunks of at most this size, but for a longer line that is within the limit.
    pub fn new(reader: R, limit: usize, size: usize) -> Self {
        // Room for the mark.
        let size = size.max(MARK.len());
        let buffer = vec![0; size];
        Self {
            reader,
            limit,
            size,
            buffer,
            start: 0,
            searched: 0,
            end: 0,
            read: 0,
            cut: false,
            marked: None,
            ended: false,
            spare: Vec::new(),
        }
    }

    /// Goes to the next lines, and waits for more only where there is no whole line yet; `None` at the end of the input.
    ///
    /// # Errors
    ///
    /// That of the reader.
    pub fn advance(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            if let Some(chunk) = self.whole() {
                return Ok(Some(chunk));
            }
            if !self.more()? {
                return Ok(self.last());
            }
        }
    }

    /// Takes back a chunk that is done with, so that its memory is used again.
    pub fn reuse(&mut self, chunk: Chunk) {
        if chunk.cut {
            return;
        }
        let mut buffer = chunk.buffer;
        buffer.truncate(self.size);
        buffer.shrink_to(self.size);
        self.spare.push(buffer);
    }

    /// Whether a byte order mark at the start of the input was skipped.
    pub fn marked(&self) -> bool {
        self.marked == Some(true)
    }

    /// Whether the chunk has one line that is longer than chunks are.
    pub fn is_long(&self, chunk: &Chunk) -> bool {
        chunk.buffer.len() > self.size
    }

    /// How many bytes are allocated: at most those of a chunk, or of a line at the limit and its end, and those of the
    /// chunks that were taken back.
    pub fn allocated(&self) -> usize {
        self.spare.iter().map(Vec::capacity).sum::<usize>() + self.buffer.capacity()
    }

    /// The whole lines that were read.
    fn whole(&mut self) -> Option<Chunk> {
        if !self.knows_mark(false) {
            return None;
        }
        let new = &self.buffer[self.searched..self.end];
        if self.cut {
            let end = memchr::memchr(b'\n', new).map(|at| self.searched + at + 1);
            self.start = end.unwrap_or(self.end);
            self.searched = self.start;
            return end.map(|_| self.stand_in());
        }
        match memchr::memrchr(b'\n', new) {
            Some(at) => Some(self.up_to(self.searched + at + 1)),
            None => {
                self.searched = self.end;
                None
            }
        }
    }

    /// The last line, which has no end.
    fn last(&mut self) -> Option<Chunk> {
        self.knows_mark(true);
        if self.cut {
            return Some(self.stand_in());
        }
        (self.start < self.end).then(|| self.up_to(self.end))
    }

    /// Skips the mark, once it is known to be one; it counts to no limit.
    fn knows_mark(&mut self, ended: bool) -> bool {
        if self.marked.is_none() {
            let held = &self.buffer[..self.end];
            if held.len() < MARK.len() && MARK.starts_with(held) && !ended {
                return false;
            }
            let marked = held.starts_with(MARK);
            self.marked = Some(marked);
            self.start = if marked { MARK.len() } else { 0 };
            self.searched = self.start;
        }
        true
    }

    /// Gives the bytes up to here, and begins another buffer with the rest.
    fn up_to(&mut self, end: usize) -> Chunk {
        let rest = &self.buffer[end..self.end];
        let (kept, room) = (rest.len(), self.size.max(rest.len()));
        // Memory that is new is zero as it comes, and takes no room until it is written to.
        let mut buffer = self.spare.pop().unwrap_or_else(|| vec![0; room]);
        buffer.reserve_exact(room.saturating_sub(buffer.len()));
        buffer.resize(room, 0);
        buffer[..kept].copy_from_slice(rest);
        let full = std::mem::replace(&mut self.buffer, buffer);
        let (start, limit, read) = (self.start, self.limit, std::mem::take(&mut self.read));
        (self.start, self.searched, self.end) = (0, kept, kept);
        Chunk { buffer: full, start, end, limit, cut: false, read }
    }

    /// What is given for a line above the limit.
    fn stand_in(&mut self) -> Chunk {
        self.cut = false;
        let read = std::mem::take(&mut self.read);
        Chunk { buffer: Vec::new(), start: 0, end: 0, limit: self.limit, cut: true, read }
    }

    /// Reads what has arrived; `false` at the end of the input, after which the reader is not asked again, since a terminal
    /// would begin anew.
    fn more(&mut self) -> io::Result<bool> {
        if self.end == self.buffer.len() {
            self.make_room();
        }
        while !self.ended {
            match self.reader.read(&mut self.buffer[self.end..]) {
                Ok(0) => self.ended = true,
                Ok(read) => {
                    self.end += read;
                    self.read += read;
                    return Ok(true);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }

    /// Moves the line that is being read to the start of the buffer; or doubles the buffer, but not beyond a line at the
    /// limit and its end; or gives that line up.
    fn make_room(&mut self) {
        let most = self.limit.saturating_add(2).max(self.size);
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
        } else if self.buffer.len() < most {
            let more = self.buffer.len().min(most - self.buffer.len());
            self.buffer.reserve_exact(more);
            self.buffer.resize(self.buffer.len() + more, 0);
        } else {
            self.cut = true;
            self.end = 0;
        }
        self.searched = self.end;
        self.start = 0;
    }
}
