//! Many lines, answered by all cores.
//!
//! One thread reads chunks, some answer them, and the one that began writes the answers in the order of the chunks:
//!
//! ```text
//! reader ---- chunks ---> workers ---- sheets ---> writer
//!  ^  |                                             |  ^
//!  |  +------------ the order of the chunks --------|--+
//!  +---------- chunks that are done with -----------+
//! ```
//!
//! There are two chunks a worker and no more: the reader waits for one to come back, so memory does not grow, however slow a
//! worker is, or whoever reads the output. A line longer than a chunk is answered while there is no other one.
//!
//! Nobody waits for the reader. Where writing has failed, it may stand at an input that never comes, and the run ends all
//! the same.

mod reader;
mod writer;

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, Builder};

use super::{Answer, Desk, Work};
use crate::chunks::{Chunk, Chunks};
use crate::output::Failure;
use crate::results::Results;
use crate::sheet::Sheet;
use crate::source::Reader;
use reader::Reading;

/// A chunk, the number of its first line, an empty sheet, and where full ones go.
struct Job {
    chunk: Chunk,
    first: u64,
    sheet: Sheet,
    answers: SyncSender<Part>,
}

/// A sheet, and with the last one of a job its chunk.
type Part = (Sheet, Option<Chunk>);

/// What the writer is told by the reader.
enum Next {
    /// A job was given out: the answers come here.
    Job(Receiver<Part>),
    Ended,
    Failed(io::Error),
}

/// Jobs for whoever is free; none where a worker is to end.
type Jobs = Arc<Mutex<Receiver<Option<Job>>>>;

impl<A: Answer> Work<'_, A> {
    /// Answers the lines of the chunks that are left, of which the first has this number.
    pub(super) fn share(
        &self,
        chunks: Chunks<Reader>,
        first: u64,
        results: &mut Results<'_, '_>,
    ) -> Result<(), Failure> {
        let (give, jobs) = channel();
        let jobs: Jobs = Arc::new(Mutex::new(jobs));
        thread::scope(|scope| {
            let mut workers = 0;
            for _ in 0..self.threads.get() {
                let jobs = Arc::clone(&jobs);
                match Builder::new().spawn_scoped(scope, move || self.work(&jobs)) {
                    Ok(_) => workers += 1,
                    Err(error) if workers == 0 => return Err(Failure::Thread(error)),
                    // Those that there are do.
                    Err(_) => break,
                }
            }
            drop(jobs);
            let reading = Reading { chunks, next: first, most: 2 * workers, give: give.clone() };
            let written = reader::start(reading).and_then(|orders| writer::write(orders, results));
            for _ in 0..workers {
                // Fails where no worker is left.
                let _ = give.send(None);
            }
            written
        })
    }

    /// Answers chunks until told to end.
    fn work(&self, jobs: &Jobs) {
        let mut desk = Desk::default();
        let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        while let Ok(Some(Job { chunk, first, mut sheet, answers })) = next() {
            let full =
                |sheet: &mut Sheet| answers.send((std::mem::take(sheet), None)).map_err(drop);
            // Fails where the writer has failed: then it ends us, too.
            if self.fill(&chunk, first, &mut desk, &mut sheet, full).is_ok() {
                let _ = answers.send((sheet, Some(chunk)));
            }
        }
    }
}
