//! Where numbers stand, and from which to which they go.

use super::read::Read;
use super::{answers, requests};

/// A member that is a number.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) pointer: &'static str,
    /// The range, both ends within.
    pub(crate) range: (i128, i128),
    /// The document around it, with `#` in its place.
    pub(super) document: &'static str,
    pub(super) read: fn(&str, &str) -> Read,
}

/// An id: a u64 (EVIDENCE E, row 5). So is a sequence (row 16).
pub(super) const ID: (i128, i128) = (0, 18_446_744_073_709_551_615);
/// A time in milliseconds (RULES 3).
pub(super) const TIME: (i128, i128) = (0, 9_223_372_036_854_775_807);
/// A small number without a sign, of 32 bits.
pub(super) const SMALL: (i128, i128) = (0, 4_294_967_295);
/// A number of messages: at least one.
pub(super) const COUNT: (i128, i128) = (1, 4_294_967_295);
/// The code of an answer: 32 bits with a sign.
pub(super) const CODE: (i128, i128) = (-2_147_483_648, 2_147_483_647);

pub(crate) fn all() -> impl Iterator<Item = &'static Member> {
    answers::MEMBERS.iter().chain(requests::MEMBERS)
}

impl Member {
    /// Reads a document with this value: what it means, or the code and the byte of the value at which it is refused.
    /// The place is seen to be exact: for a value the whole of it, for syntax a byte of it.
    #[track_caller]
    pub(crate) fn read(&self, value: &str) -> Result<String, (&'static str, usize)> {
        let start = self.document.find('#').expect("a place");
        let document = self.document.replacen('#', value, 1);
        (self.read)(&document, self.pointer).map_err(|(code, place)| {
            let offset = place.offset.checked_sub(start).expect("not before the value");
            if matches!(code, "invalid-value" | "wrong-type" | "missing-member") {
                let found = (&*place.pointer, place.offset, place.length);
                assert_eq!(found, (self.pointer, start, value.len()), "{document}");
            } else {
                assert!(offset <= value.len(), "{document}");
                assert_eq!(place.pointer, self.pointer, "{document}");
            }
            (code, offset)
        })
    }

    /// What reading a whole number gives: itself where it is in range; else its place.
    pub(crate) fn expected(&self, whole: Option<i128>) -> Result<String, (&'static str, usize)> {
        let fits = |whole: &i128| (self.range.0..=self.range.1).contains(whole);
        whole.filter(fits).map(|whole| whole.to_string()).ok_or(("invalid-value", 0))
    }
}
