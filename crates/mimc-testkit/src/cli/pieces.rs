//! A reader whose bytes arrive in pieces.

use std::io::{self, BufRead, Read};

/// Gives bytes in pieces of these sizes, over and over; a size of 0 is an interruption. Without sizes, all at once.
#[derive(Debug)]
pub struct Pieces<'b> {
    rest: &'b [u8],
    sizes: &'b [u8],
    next: usize,
    /// What is left of the piece that has arrived.
    arrived: usize,
}

impl<'b> Pieces<'b> {
    /// A reader of bytes.
    pub fn new(bytes: &'b [u8], sizes: &'b [u8]) -> Self {
        let sizes = if sizes.iter().all(|&size| size == 0) { &[] } else { sizes };
        Self { rest: bytes, sizes, next: 0, arrived: 0 }
    }
}

impl BufRead for Pieces<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.arrived == 0 && !self.rest.is_empty() {
            let size = match self.sizes.get(self.next) {
                Some(&size) => size.into(),
                None => self.rest.len(),
            };
            self.next = if self.next + 1 < self.sizes.len() { self.next + 1 } else { 0 };
            if size == 0 {
                return Err(io::ErrorKind::Interrupted.into());
            }
            self.arrived = size.min(self.rest.len());
        }
        Ok(&self.rest[..self.arrived])
    }

    fn consume(&mut self, used: usize) {
        self.rest = &self.rest[used..];
        self.arrived -= used;
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?;
        let length = bytes.len().min(buffer.len());
        buffer[..length].copy_from_slice(&bytes[..length]);
        self.consume(length);
        Ok(length)
    }
}
