//! What a run reads and writes: the standard streams, or buffers in memory.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal as _, Read, Write};

use crate::complaints::Complaints;
use crate::progress::Watch;
use crate::source::Source;

/// Where results go: in large pieces, since the small ones of JSON would each cost a call that is looked up.
pub(crate) type Output<'c> = BufWriter<Box<dyn Write + 'c>>;

/// Standard input, output and error, or what stands in for them.
pub struct Console<'c> {
    pub(crate) input: Source,
    pub(crate) out: Output<'c>,
    pub(crate) err: Complaints<'c>,
    /// Whether a terminal shows the output: then nothing goes out that could steer it.
    pub(crate) terminal: bool,
    /// How progress is shown, where anybody sees it.
    pub(crate) watch: Option<Watch>,
    pub(crate) pace: Pace,
}

/// How much is read at once, and how much before other threads help.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    pub(crate) chunk: usize,
    pub(crate) alone: usize,
}

impl Pace {
    /// A chunk and its answer stay in the cache of a core, and a thread starts in less time than this is read in.
    const USUAL: Self = Self { chunk: 1 << 18, alone: 1 << 20 };
}

impl Console<'static> {
    /// The standard streams of the process.
    #[must_use]
    pub fn standard() -> Self {
        let terminal = io::stdout().is_terminal();
        Self {
            input: Source::standard(),
            out: BufWriter::with_capacity(1 << 16, Box::new(io::stdout().lock())),
            err: Complaints::new(io::stderr()),
            terminal,
            // Beside results that scroll, progress would be in their way.
            watch: if terminal { None } else { Watch::of_terminal() },
            pace: Pace::USUAL,
        }
    }
}

impl<'c> Console<'c> {
    /// An input, an output and a place for diagnostics, none of them a terminal.
    pub fn new(
        input: impl Read + Send + 'static,
        out: impl Write + 'c,
        err: impl Write + 'c,
    ) -> Self {
        Self {
            input: Source { reader: Box::new(input), size: None },
            out: BufWriter::new(Box::new(out)),
            err: Complaints::new(err),
            terminal: false,
            watch: None,
            pace: Pace::USUAL,
        }
    }

    /// The same, as if a terminal showed the output.
    #[must_use]
    pub fn on_terminal(self) -> Self {
        Self { terminal: true, ..self }
    }

    /// The same, as if a terminal of this many columns showed the diagnostics, and with an input of which the size is known:
    /// progress is shown all the time.
    #[must_use]
    pub fn watched(mut self, columns: usize, size: u64) -> Self {
        self.input.size = Some(size);
        Self { watch: Some(Watch::always(columns)), ..self }
    }

    /// The same, but reading this many bytes at once, and with all threads from the second chunk on.
    #[must_use]
    pub fn in_chunks(self, bytes: usize) -> Self {
        Self { pace: Pace { chunk: bytes, alone: 0 }, ..self }
    }
}

impl fmt::Debug for Console<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Console").field("terminal", &self.terminal).finish_non_exhaustive()
    }
}
