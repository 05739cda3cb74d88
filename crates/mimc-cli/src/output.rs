//! How a run ends.

use std::io;
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
    #[error("a thread failed: {0}; --threads 1 needs no other")]
    Thread(io::Error),
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
