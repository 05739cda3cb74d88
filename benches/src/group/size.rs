//! One text message of manual-v1, of 1 KiB to 1 MiB: what cost against size is measured with.

use std::rc::Rc;

use super::Group;
use crate::candidate::Candidate;
use crate::corpus::{Message, text_of};
use crate::group::decode::each;
use crate::{limit, ours, peer};

/// The names of the groups, each twice the size of the one before.
pub const NAMES: [&str; 11] = [
    "size-1k",
    "size-2k",
    "size-4k",
    "size-8k",
    "size-16k",
    "size-32k",
    "size-64k",
    "size-128k",
    "size-256k",
    "size-512k",
    "size-1m",
];

/// How many bytes the text of this one of [`NAMES`] has.
#[must_use]
pub const fn bytes(nth: usize) -> usize {
    1024 << nth
}

pub(super) fn group(name: &str, _seed: u64) -> Option<Group> {
    let nth = NAMES.iter().position(|known| *known == name)?;
    // As many as have 4 MiB together: copies, since there is only one text.
    let count = (4 << 20) / bytes(nth);
    let messages: Rc<[Message]> = vec![text_of(bytes(nth)); count].into();
    let candidates = vec![
        Candidate::new("tagged", &messages, each(peer::tagged::decode())),
        Candidate::new("visitor", &messages, each(peer::serde_visitor::decode())),
        Candidate::new("sonic", &messages, each(peer::sonic::decode())),
        Candidate::new("ours", &messages, each(ours::decode::borrowed())),
        Candidate::new("memcpy", &messages, limit::memcpy(|message: &Message| &message.bytes)),
    ];
    Some(Group::new(NAMES[nth], &messages, candidates))
}
