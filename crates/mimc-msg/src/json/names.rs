//! The names of the objects that are open, and the check that none stands twice.

use core::cmp::Ordering;

use smallvec::SmallVec;

use super::escape::chars;
use super::fault::{FaultAt, SyntaxFault};
use super::string::Span;

/// Up to this many names each is compared with each; above, they are sorted first.
const FEW: usize = 8;

/// A stack of frames, one for each open object; allocates when more than 16 names are open.
#[derive(Debug, Default)]
pub(crate) struct Names {
    spans: SmallVec<[Span; 16]>,
    /// Where the frame of the innermost object begins.
    frame: usize,
}

impl Names {
    /// Opens the frame of an object. Its mark, a span that is no name, remembers the frame below.
    #[allow(clippy::cast_possible_truncation)]
    pub(crate) fn open(&mut self) {
        self.spans.push(Span { start: self.frame as u32, end: 0, escaped: false });
        self.frame = self.spans.len();
    }

    #[inline]
    pub(crate) fn push(&mut self, name: Span) {
        self.spans.push(name);
    }

    /// How many names the innermost object has.
    #[inline]
    pub(crate) fn count(&self) -> usize {
        self.spans.len() - self.frame
    }

    /// Closes the innermost frame; fails at the second of two equal names.
    pub(crate) fn close(&mut self, text: &str) -> Result<(), FaultAt> {
        if let Some(second) = twice(&mut self.spans[self.frame..], text) {
            let offset = second.start as usize - 1;
            return Err(FaultAt::new(SyntaxFault::DuplicateMember, offset));
        }
        self.spans.truncate(self.frame);
        if let Some(mark) = self.spans.pop() {
            self.frame = mark.start as usize;
        }
        Ok(())
    }
}

/// The first name that repeats an earlier one, by place in the text.
pub(crate) fn twice(names: &mut [Span], text: &str) -> Option<Span> {
    if names.len() > FEW {
        names.sort_unstable_by(|a, b| compare(*a, *b, text).then(a.start.cmp(&b.start)));
        return names
            .windows(2)
            .filter(|pair| compare(pair[0], pair[1], text) == Ordering::Equal)
            .map(|pair| pair[1])
            .min_by_key(|second| second.start);
    }
    (1..names.len())
        .find(|&at| names[..at].iter().any(|name| equal(*name, names[at], text)))
        .map(|at| names[at])
}

#[inline]
fn equal(a: Span, b: Span, text: &str) -> bool {
    if a.escaped || b.escaped {
        return compare(a, b, text) == Ordering::Equal;
    }
    a.end - a.start == b.end - b.start && a.of(text) == b.of(text)
}

/// Orders two names by what they mean: characters compare as their UTF-8 bytes do.
fn compare(a: Span, b: Span, text: &str) -> Ordering {
    if a.escaped || b.escaped {
        return chars(a.of(text)).cmp(chars(b.of(text)));
    }
    a.of(text).cmp(b.of(text))
}
