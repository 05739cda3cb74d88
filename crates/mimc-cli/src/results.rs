//! Where the answers to lines go, in the order of the lines.

use std::io::Write as _;

use crate::complaints::Complaints;
use crate::console::Output;
use crate::output::Failure;
use crate::progress::Progress;
use crate::sheet::{Sheet, Tally};

/// Standard output and error, and how far the run is.
pub(crate) struct Results<'r, 'c> {
    out: &'r mut Output<'c>,
    err: &'r Complaints<'c>,
    progress: Option<Progress>,
    tally: Tally,
}

impl<'r, 'c> Results<'r, 'c> {
    pub(crate) fn new(
        out: &'r mut Output<'c>,
        err: &'r Complaints<'c>,
        progress: Option<Progress>,
    ) -> Self {
        Self { out, err, progress, tally: Tally::default() }
    }

    /// Tells something that belongs to no line.
    pub(crate) fn tell(&self, line: &str) {
        self.err.tell(line);
    }

    /// Writes what a sheet has, all of it at once, and empties it; what is told on standard error comes behind the output
    /// before it, where both go to a terminal.
    pub(crate) fn take(&mut self, sheet: &mut Sheet) -> Result<(), Failure> {
        for (output, told) in sheet.parts() {
            self.out.write_all(output)?;
            if let Some(line) = told {
                self.out.flush()?;
                self.err.tell(line);
            }
        }
        self.out.flush()?;
        self.tally.add(sheet.clear());
        Ok(())
    }

    /// Tells how far the run is, where that is to be seen: these bytes of the input are done, too.
    pub(crate) fn read(&mut self, bytes: usize) {
        if let Some(progress) = &mut self.progress {
            progress.read(bytes, self.err);
        }
    }

    /// The count of all lines.
    pub(crate) fn tally(self) -> Tally {
        self.tally
    }
}
