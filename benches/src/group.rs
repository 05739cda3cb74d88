//! The candidates for one sort of work on one corpus.

mod base64;
mod decode;
mod encode;
mod history;
mod lines;
pub mod size;

use std::fmt;
use std::rc::Rc;

use crate::candidate::Candidate;
use crate::corpus;

/// One sort of work, and who does it; the first candidate is the baseline.
#[derive(Debug)]
#[non_exhaustive]
pub struct Group {
    /// Its name.
    pub name: &'static str,
    /// Who does it.
    pub candidates: Vec<Candidate>,
    /// How many items one pass has.
    pub items: usize,
    /// How many messages are in them: what is counted is told for each of these. For base64 the blocks.
    pub messages: usize,
}

/// The names of the groups, in the order of the report; beside them there are those of [`size`].
pub fn names() -> impl Iterator<Item = &'static str> {
    let rest = encode::NAMES.into_iter().chain(history::NAMES).chain(lines::NAMES);
    corpus::NAMES.into_iter().chain(rest).chain(base64::NAMES)
}

/// The group of this name, over a corpus of this seed.
///
/// # Errors
/// Where there is none of this name.
pub fn group(name: &str, seed: u64) -> Result<Group, NoGroup> {
    let makers =
        [decode::group, encode::group, history::group, lines::group, base64::group, size::group];
    makers.iter().find_map(|maker| maker(name, seed)).ok_or_else(|| NoGroup(name.to_owned()))
}

impl Group {
    pub(crate) fn new<T>(name: &'static str, items: &Rc<[T]>, candidates: Vec<Candidate>) -> Self {
        Self { name, candidates, items: items.len(), messages: items.len() }
    }

    /// The items hold so many messages together.
    const fn of_messages(mut self, messages: usize) -> Self {
        self.messages = messages;
        self
    }

    /// The candidate of this name.
    pub fn candidate(&mut self, name: &str) -> Option<&mut Candidate> {
        self.candidates.iter_mut().find(|candidate| candidate.name == name)
    }
}

/// There is no group of this name.
#[derive(Clone, Debug)]
pub struct NoGroup(String);

impl fmt::Display for NoGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = names().collect();
        write!(f, "no group {}; there are {}", self.0, names.join(", "))
    }
}

impl std::error::Error for NoGroup {}
