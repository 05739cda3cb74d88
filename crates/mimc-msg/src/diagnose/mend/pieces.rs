//! Where the bytes of a text that was made come from.

use std::ops::Range;

/// How a piece of the made text relates to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// The same bytes.
    Copied,
    /// Other bytes that mean what the source means: an escape that was read, a quote of another sort.
    Replaced,
    /// Something that the source does not say, so that reading can go on.
    Invented,
}

#[derive(Clone, Debug)]
struct Piece {
    /// Where it begins in the made text.
    at: usize,
    length: usize,
    source: Range<usize>,
    how: How,
}

impl Piece {
    fn end(&self) -> usize {
        self.at + self.length
    }
}

/// The pieces of a text, in order and without gaps.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pieces(Vec<Piece>);

impl Pieces {
    fn end(&self) -> usize {
        self.0.last().map_or(0, Piece::end)
    }

    /// Adds a piece behind the others.
    pub(crate) fn push(&mut self, length: usize, source: Range<usize>, how: How) {
        if length == 0 {
            return;
        }
        let at = self.end();
        if let Some(last) = self.0.last_mut() {
            if how == How::Copied && last.how == How::Copied && last.source.end == source.start {
                last.length += length;
                last.source.end = source.end;
                return;
            }
        }
        self.0.push(Piece { at, length, source, how });
    }

    /// Adds a character that means so many bytes and is written with `length`.
    pub(crate) fn read(&mut self, meant: usize, length: usize, source: Range<usize>) {
        let how =
            if meant == length && source.len() == length { How::Copied } else { How::Replaced };
        self.push(meant, source, how);
    }

    /// Forgets what stands behind this byte.
    pub(crate) fn truncate(&mut self, length: usize) {
        while let Some(last) = self.0.last_mut() {
            if last.at >= length {
                self.0.pop();
                continue;
            }
            let cut = last.end().saturating_sub(length);
            last.length -= cut;
            if last.how == How::Copied {
                last.source.end -= cut;
            }
            return;
        }
    }

    /// The piece that holds a byte; behind the text, the last one.
    fn of(&self, byte: usize) -> Option<&Piece> {
        let next = self.0.partition_point(|piece| piece.at <= byte);
        self.0.get(next.saturating_sub(1))
    }

    /// The bytes of the source that these bytes come from.
    pub(crate) fn source(&self, range: Range<usize>) -> Range<usize> {
        let Some(piece) = self.of(range.start) else { return 0..0 };
        let start = match piece.how {
            _ if range.start >= piece.end() => piece.source.end,
            How::Copied => piece.source.start + (range.start - piece.at),
            How::Replaced | How::Invented => piece.source.start,
        };
        if range.is_empty() {
            return start..start;
        }
        let last = range.end - 1;
        let end = self.of(last).map_or(start, |piece| match piece.how {
            How::Copied => piece.source.end.min(piece.source.start + (last - piece.at) + 1),
            How::Replaced | How::Invented => piece.source.end,
        });
        start..end.max(start)
    }

    /// Whether the byte is of an invented piece.
    pub(crate) fn is_invented(&self, byte: usize) -> bool {
        self.of(byte).is_some_and(|piece| piece.how == How::Invented && byte < piece.end())
    }

    /// Puts an invented piece in the place of these bytes.
    pub(crate) fn splice(&mut self, range: Range<usize>, length: usize) {
        let source = self.source(range.clone());
        let all = std::mem::take(&mut self.0);
        let mut rest = Vec::new();
        for mut piece in all {
            let end = piece.end();
            if end <= range.start {
                self.0.push(piece);
                continue;
            }
            if end > range.end {
                let mut behind = piece.clone();
                let cut = range.end.saturating_sub(behind.at);
                behind.length -= cut;
                if behind.how == How::Copied {
                    behind.source.start += cut;
                }
                rest.push(behind);
            }
            if piece.at < range.start {
                let cut = end - range.start;
                piece.length -= cut;
                if piece.how == How::Copied {
                    piece.source.end -= cut;
                }
                self.0.push(piece);
            }
        }
        self.push(length, source, How::Invented);
        for piece in rest {
            self.push(piece.length, piece.source, piece.how);
        }
    }
}
