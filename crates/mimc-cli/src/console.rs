//! What a run reads and writes: the standard streams, or buffers in memory.

use std::cell::RefCell;
use std::fmt;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal as _, Write};

/// Where results go: in large pieces, since the small ones of JSON would each cost a call that is looked up.
pub(crate) type Output<'c> = BufWriter<Box<dyn Write + 'c>>;

/// Standard input, output and error, or what stands in for them.
pub struct Console<'c> {
    pub(crate) input: Box<dyn BufRead + 'c>,
    pub(crate) out: Output<'c>,
    pub(crate) err: Complaints<'c>,
    /// Whether a terminal shows the output: then nothing goes out that could steer it.
    pub(crate) terminal: bool,
}

impl Console<'static> {
    /// The standard streams of the process.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            input: Box::new(BufReader::with_capacity(1 << 18, io::stdin())),
            out: BufWriter::with_capacity(1 << 16, Box::new(io::stdout().lock())),
            err: Complaints(RefCell::new(Box::new(io::stderr()))),
            terminal: io::stdout().is_terminal(),
        }
    }
}

impl<'c> Console<'c> {
    /// An input, an output and a place for diagnostics, none of them a terminal.
    pub fn new(input: impl BufRead + 'c, out: impl Write + 'c, err: impl Write + 'c) -> Self {
        Self {
            input: Box::new(input),
            out: BufWriter::new(Box::new(out)),
            err: Complaints(RefCell::new(Box::new(err))),
            terminal: false,
        }
    }

    /// The same, as if a terminal showed the output.
    #[must_use]
    pub fn on_terminal(self) -> Self {
        Self { terminal: true, ..self }
    }
}

impl fmt::Debug for Console<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Console").field("terminal", &self.terminal).finish_non_exhaustive()
    }
}

/// Standard error, a line at a time.
pub(crate) struct Complaints<'c>(RefCell<Box<dyn Write + 'c>>);

impl Complaints<'_> {
    /// Writes a line; where nobody listens, nobody is missed.
    pub(crate) fn tell(&self, line: &str) {
        let _ = writeln!(self.0.borrow_mut(), "{line}");
    }
}
