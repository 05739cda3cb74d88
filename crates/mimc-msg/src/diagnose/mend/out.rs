//! The text that mending writes.

use std::ops::Range;

use super::pieces::{How, Pieces};

/// A text with the way back to its source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Out {
    pub(crate) text: String,
    pub(crate) pieces: Pieces,
}

impl Out {
    pub(super) fn put(&mut self, text: &str, source: Range<usize>, how: How) {
        self.text.push_str(text);
        self.pieces.push(text.len(), source, how);
    }

    /// Appends text of the source as it is.
    pub(super) fn copy(&mut self, text: &str, start: usize) {
        self.put(text, start..start + text.len(), How::Copied);
    }

    /// Appends something that the source does not say, at this byte of it.
    pub(super) fn invent(&mut self, text: &str, at: usize) {
        self.put(text, at..at, How::Invented);
    }

    pub(super) fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        self.pieces.truncate(length);
    }

    /// Puts something invented in the place of these bytes.
    pub(crate) fn splice(&mut self, range: Range<usize>, text: &str) {
        self.pieces.splice(range.clone(), text.len());
        self.text.replace_range(range, text);
    }
}
