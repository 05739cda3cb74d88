//! The file: written message by message, since what measures should hold little memory.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write as _};
use std::path::Path;

use crate::corpus::{HELD_OUT, messages};

/// Writes so many messages of `manual`, one a line.
pub(super) fn write(path: &Path, count: usize) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for message in messages("manual", HELD_OUT).into_iter().flatten().take(count) {
        file.write_all(&message.bytes)?;
        file.write_all(b"\n")?;
    }
    file.flush()
}

/// How many lines there are to read.
pub(super) fn lines(mut text: impl Read) -> io::Result<usize> {
    let mut buffer = vec![0; 1 << 16];
    let mut lines = 0;
    loop {
        match text.read(&mut buffer)? {
            0 => return Ok(lines),
            read => lines += memchr::memchr_iter(b'\n', &buffer[..read]).count(),
        }
    }
}
