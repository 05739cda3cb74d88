//! Answers lines: alone, and with all cores where there are many lines.

mod threads;

use std::num::NonZeroUsize;

use mimc_msg::Scratch;

use crate::chunks::{Chunk, Chunks};
use crate::console::Pace;
use crate::lines::Line;
use crate::output::Failure;
use crate::results::Results;
use crate::sheet::Sheet;
use crate::source::Reader;

/// Buffers of a thread that answers lines.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    pub(crate) scratch: Scratch,
    pub(crate) buffer: Vec<u8>,
}

/// What a command does with a line: its answer goes to the sheet.
pub(crate) trait Answer: Fn(&mut Desk, &Line<'_>, &mut Sheet) + Sync {}

impl<F: Fn(&mut Desk, &Line<'_>, &mut Sheet) + Sync> Answer for F {}

/// Lines to be answered, and the means for it.
pub(crate) struct Work<'w, A> {
    pub(crate) answer: &'w A,
    pub(crate) threads: NonZeroUsize,
    pub(crate) limit: usize,
    pub(crate) pace: Pace,
}

impl<A: Answer> Work<'_, A> {
    /// Answers all lines of an input. What has been read is answered before more is waited for.
    pub(crate) fn run(&self, reader: Reader, results: &mut Results<'_, '_>) -> Result<(), Failure> {
        let mut chunks = Chunks::new(reader, self.limit, self.pace.chunk);
        let (mut desk, mut sheet) = (Desk::default(), Sheet::default());
        let (mut number, mut read) = (1, 0);
        let mut told = false;
        loop {
            let chunk = chunks.advance().map_err(Failure::Read)?;
            if chunks.marked() && !told {
                results.tell("mimc: skipped the byte order mark at the start of the input");
                told = true;
            }
            let Some(chunk) = chunk else { return Ok(()) };
            number = self.fill(&chunk, number, &mut desk, &mut sheet, |full| results.take(full))?;
            results.take(&mut sheet)?;
            results.read(chunk.read);
            read += chunk.read;
            chunks.reuse(chunk);
            if self.threads.get() > 1 && read >= self.pace.alone {
                return self.share(chunks, number, results);
            }
        }
    }

    /// Answers the lines of a chunk, of which the first has this number; gives the number of the next one.
    fn fill<E>(
        &self,
        chunk: &Chunk,
        first: u64,
        desk: &mut Desk,
        sheet: &mut Sheet,
        mut full: impl FnMut(&mut Sheet) -> Result<(), E>,
    ) -> Result<u64, E> {
        let mut lines = chunk.lines(first);
        for line in &mut lines {
            (self.answer)(desk, &line, sheet);
            if sheet.is_full() {
                full(sheet)?;
            }
        }
        Ok(lines.next_number())
    }
}
