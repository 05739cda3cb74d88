//! Where the input comes from.

use std::fs::File;
use std::io::{self, Read, Seek as _};
use std::path::Path;

/// What is read. It may be moved to a thread of its own, for which nobody waits: see `work::threads`.
pub(crate) type Reader = Box<dyn Read + Send>;

/// An input, and how many bytes it has where that is known.
pub(crate) struct Source {
    pub(crate) reader: Reader,
    pub(crate) size: Option<u64>,
}

impl Source {
    /// Standard input.
    pub(crate) fn standard() -> Self {
        Self { reader: Box::new(io::stdin()), size: standard_size() }
    }

    /// The input, which is empty from then on.
    pub(crate) fn take(&mut self) -> Self {
        std::mem::replace(self, Self { reader: Box::new(io::empty()), size: None })
    }

    /// A file.
    pub(crate) fn file(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        Ok(Self { size: left(&file), reader: Box::new(file) })
    }
}

/// How many bytes are to be read, of what has a size.
fn left(mut file: &File) -> Option<u64> {
    let size = file.metadata().ok().filter(std::fs::Metadata::is_file)?.len();
    size.checked_sub(file.stream_position().ok()?)
}

/// The same of standard input, which may be a file.
#[cfg(unix)]
fn standard_size() -> Option<u64> {
    use std::os::fd::AsFd as _;
    left(&io::stdin().as_fd().try_clone_to_owned().ok()?.into())
}

#[cfg(not(unix))]
fn standard_size() -> Option<u64> {
    None
}
