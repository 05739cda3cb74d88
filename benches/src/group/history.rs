//! Pages of history, as many as have the messages of a corpus.

use std::rc::Rc;

use super::Group;
use crate::candidate::Candidate;
use crate::corpus::{SIZE, page};
use crate::{limit, ours, peer};

pub(super) const NAMES: [&str; 2] = ["history-20", "history-100"];

pub(super) fn group(name: &str, seed: u64) -> Option<Group> {
    let name = NAMES.into_iter().find(|known| *known == name)?;
    let messages = if name == "history-20" { 20 } else { 100 };
    let count = u64::try_from(SIZE / messages).ok()?;
    let pages: Rc<[Vec<u8>]> = (0..count).map(|nth| page(seed + nth, messages)).collect();
    let candidates = vec![
        Candidate::new("tagged", &pages, peer::history::tagged()),
        Candidate::new("visitor", &pages, peer::history::visitor()),
        Candidate::new("ours", &pages, ours::history::pages()),
        Candidate::new("ours-serde", &pages, ours::history::by_serde()),
        Candidate::new("ours-codec", &pages, peer::history::codec()),
        Candidate::new("simdutf8", &pages, limit::utf8(|page: &Vec<u8>| page)),
        Candidate::new("memcpy", &pages, limit::memcpy(|page: &Vec<u8>| page)),
    ];
    Some(Group::new(name, &pages, candidates).of_messages(SIZE))
}
