//! Results to standard output, diagnostics to standard error, and what ends the program.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::PathBuf;

/// How a run ended that could do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    AllWell,
    SomeBad,
}

impl Outcome {
    pub(crate) fn of(bad: bool) -> Self {
        if bad { Self::SomeBad } else { Self::AllWell }
    }
}

/// Why a run could not go on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{}: {error}", path.display())]
    Open { path: PathBuf, error: io::Error },
    #[error("reading failed: {0}")]
    Read(io::Error),
    #[error("writing failed: {0}")]
    Write(io::Error),
    #[error("nobody reads the output any more")]
    ClosedPipe,
    #[error("{0}")]
    Usage(String),
}

impl From<io::Error> for Failure {
    /// Of writing; reading names its own failures.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Write(error),
        }
    }
}

/// Standard output, in large pieces.
pub(crate) type Output = BufWriter<StdoutLock<'static>>;

/// Opens standard output for results.
pub(crate) fn open() -> Output {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// A line on standard error; where nobody listens, nobody is missed.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
