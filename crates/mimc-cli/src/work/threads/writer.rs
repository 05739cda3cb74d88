//! The thread that writes: the one that began.

use std::io;
use std::sync::mpsc::{Receiver, Sender};

use super::Next;
use crate::chunks::Chunk;
use crate::output::Failure;
use crate::results::Results;
use crate::sheet::Sheet;

/// What the reader tells, and where it gets things back.
pub(super) struct Orders {
    pub(super) next: Receiver<Next>,
    pub(super) back: Sender<(Chunk, Sheet)>,
}

/// Writes the answers to all chunks, in the order in which they were read.
pub(super) fn write(orders: Orders, results: &mut Results<'_, '_>) -> Result<(), Failure> {
    let Orders { next, back } = orders;
    loop {
        let answers = match next.recv() {
            Ok(Next::Job(answers)) => answers,
            Ok(Next::Ended) => return Ok(()),
            Ok(Next::Failed(error)) => return Err(Failure::Read(error)),
            Err(_) => return Err(stopped()),
        };
        loop {
            let (mut sheet, last) = answers.recv().map_err(|_| stopped())?;
            results.take(&mut sheet)?;
            if let Some(chunk) = last {
                results.read(chunk.read);
                // Fails where the reader is at the end of the input.
                let _ = back.send((chunk, sheet));
                break;
            }
        }
    }
}

/// The failure of a thread that ended before its work did, which none does.
fn stopped() -> Failure {
    Failure::Thread(io::Error::other("it ended too early"))
}
