//! Words of open sets that nobody told us of.

use std::fmt;

/// A word that is none of the documented ones. Only parsing makes one, so that naming it later breaks
/// nobody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OtherWord(String);

impl OtherWord {
    pub(crate) fn new(word: &str) -> Self {
        Self(word.to_owned())
    }

    /// The word as it came.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OtherWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
