//! The candidates for one sort of work on one corpus.

use std::rc::Rc;

use crate::candidate::Candidate;
use crate::corpus::{self, Message};
use crate::{limit, ours, peer};

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
}

/// The names of the groups, in the order of the report.
pub fn names() -> impl Iterator<Item = &'static str> {
    corpus::NAMES.into_iter()
}

/// The group of this name, over a corpus of this seed; None where there is none.
#[must_use]
pub fn group(name: &str, seed: u64) -> Option<Group> {
    let name = names().find(|known| *known == name)?;
    let messages: Rc<[Message]> = corpus::corpus(name, seed, corpus::SIZE)?.into();
    Some(Group { name, items: messages.len(), candidates: decoders(&messages) })
}

fn decoders(messages: &Rc<[Message]>) -> Vec<Candidate> {
    vec![
        Candidate::new("tagged", messages, peer::tagged::decode()),
        Candidate::new("flat", messages, peer::flat::decode()),
        Candidate::new("value", messages, peer::dom::decode()),
        Candidate::new("visitor", messages, peer::serde_visitor::decode()),
        Candidate::new("sonic", messages, peer::sonic::decode()),
        Candidate::new("simd-json", messages, peer::simd::decode()),
        Candidate::new("ours", messages, ours::borrowed()),
        Candidate::new("ours-owned", messages, ours::owned()),
        Candidate::new("simdutf8", messages, limit::utf8()),
        Candidate::new("memcpy", messages, limit::memcpy()),
    ]
}
