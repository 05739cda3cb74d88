//! A reader whose bytes arrive in pieces.

use std::io::{self, Cursor, Read};

/// Gives bytes in pieces of these sizes, over and over; a size of 0 is an interruption. Without sizes, all at once. It panics
/// where it is asked again behind its end: a terminal would begin anew.
#[derive(Debug)]
pub struct Pieces {
    bytes: Cursor<Vec<u8>>,
    sizes: Vec<u8>,
    next: usize,
    /// What is left of the piece that has arrived.
    arrived: usize,
    ended: bool,
}

impl Pieces {
    /// A reader of bytes.
    pub fn new(bytes: &[u8], sizes: &[u8]) -> Self {
        let sizes = if sizes.iter().all(|&size| size == 0) { &[] } else { sizes };
        let bytes = Cursor::new(bytes.to_vec());
        Self { bytes, sizes: sizes.to_vec(), next: 0, arrived: 0, ended: false }
    }
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.arrived == 0 {
            self.arrived = self.sizes.get(self.next).map_or(usize::MAX, |&size| size.into());
            self.next = if self.next + 1 < self.sizes.len() { self.next + 1 } else { 0 };
            if self.arrived == 0 {
                return Err(io::ErrorKind::Interrupted.into());
            }
        }
        assert!(!self.ended, "asked again behind its end");
        let room = buffer.len().min(self.arrived);
        let read = self.bytes.read(&mut buffer[..room])?;
        self.arrived -= read;
        self.ended = read == 0;
        Ok(read)
    }
}
