//! Standard error.

use std::cell::{Cell, RefCell};
use std::io::Write;

/// Standard error, a line at a time, and below the lines a passing one.
pub(crate) struct Complaints<'c> {
    to: RefCell<Box<dyn Write + 'c>>,
    /// How many columns the passing line has.
    passing: Cell<usize>,
}

impl<'c> Complaints<'c> {
    pub(crate) fn new(to: impl Write + 'c) -> Self {
        Self { to: RefCell::new(Box::new(to)), passing: Cell::new(0) }
    }

    /// Writes a line, in one piece since standard error has no buffer; where nobody listens, nobody is missed.
    pub(crate) fn tell(&self, line: &str) {
        self.clear();
        let _ = self.to.borrow_mut().write_all(format!("{line}\n").as_bytes());
    }

    /// Shows a line of ASCII in the place of the passing one. Spaces wipe out what stood there, so that no code is needed
    /// that steers a terminal.
    pub(crate) fn pass(&self, line: &str) {
        let left = self.passing.replace(line.len()).saturating_sub(line.len());
        let text = format!("\r{line}{}", " ".repeat(left));
        let _ = self.to.borrow_mut().write_all(text.as_bytes());
    }

    /// Wipes out the passing line.
    pub(crate) fn clear(&self) {
        if self.passing.get() > 0 {
            self.pass("");
            self.pass("");
        }
    }
}
