//! The thread that reads.

use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread::Builder;

use super::writer::Orders;
use super::{Job, Next};
use crate::chunks::{Chunk, Chunks};
use crate::output::Failure;
use crate::sheet::Sheet;
use crate::source::Reader;

/// What is to be read, and who answers it.
pub(super) struct Reading {
    pub(super) chunks: Chunks<Reader>,
    /// The number of the next line.
    pub(super) next: u64,
    /// How many chunks there may be at a time.
    pub(super) most: usize,
    pub(super) give: Sender<Option<Job>>,
}

/// Starts the thread; gives what it tells the writer, and where the writer gives things back.
pub(super) fn start(reading: Reading) -> Result<Orders, Failure> {
    let (order, next) = channel();
    let (back, returned) = channel();
    let lending = Lending { reading, lent: 0, sheets: Vec::new(), order, returned };
    Builder::new().spawn(|| lending.run()).map_err(Failure::Thread)?;
    Ok(Orders { next, back })
}

/// What is lent to workers and writer, and comes back.
struct Lending {
    reading: Reading,
    /// How many chunks are not here.
    lent: usize,
    /// Those that came back, empty.
    sheets: Vec<Sheet>,
    order: Sender<Next>,
    returned: Receiver<(Chunk, Sheet)>,
}

impl Lending {
    /// Reads to the end of the input.
    fn run(mut self) {
        let end = loop {
            match self.reading.chunks.advance() {
                Ok(Some(chunk)) => {
                    if self.lend(chunk).is_none() {
                        return;
                    }
                }
                Ok(None) => break Next::Ended,
                Err(error) => break Next::Failed(error),
            }
        };
        // Fails where the writer has failed.
        let _ = self.order.send(end);
    }

    /// Gives a chunk to the workers, and waits until there is room for another; nothing where nobody waits for answers any
    /// more.
    fn lend(&mut self, chunk: Chunk) -> Option<()> {
        let long = self.reading.chunks.is_long(&chunk);
        if long {
            self.wait(0)?;
        }
        let (answers, part) = sync_channel(1);
        let first = self.reading.next;
        self.reading.next += chunk.count();
        let sheet = self.sheets.pop().unwrap_or_default();
        self.order.send(Next::Job(part)).ok()?;
        self.reading.give.send(Some(Job { chunk, first, sheet, answers })).ok()?;
        self.lent += 1;
        self.wait(if long { 0 } else { self.reading.most - 1 })
    }

    /// Waits until no more than so many chunks are not here.
    fn wait(&mut self, most: usize) -> Option<()> {
        while self.lent > most {
            let (chunk, sheet) = self.returned.recv().ok()?;
            self.reading.chunks.reuse(chunk);
            self.sheets.push(sheet);
            self.lent -= 1;
        }
        Some(())
    }
}
