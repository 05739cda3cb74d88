//! Reading messages: each corpus is a group.

use std::rc::Rc;

use super::Group;
use crate::candidate::Candidate;
use crate::corpus::{self, Message};
use crate::{limit, ours, peer};

pub(super) fn group(name: &str, seed: u64) -> Option<Group> {
    let name = corpus::NAMES.into_iter().find(|known| *known == name)?;
    let messages: Rc<[Message]> = corpus::corpus(name, seed, corpus::SIZE)?.into();
    Some(Group::new(name, &messages, candidates(&messages)))
}

fn candidates(messages: &Rc<[Message]>) -> Vec<Candidate> {
    vec![
        Candidate::new("tagged", messages, each(peer::tagged::decode())),
        Candidate::new("flat", messages, each(peer::flat::decode())),
        Candidate::new("value", messages, each(peer::dom::decode())),
        Candidate::new("visitor", messages, each(peer::serde_visitor::decode())),
        Candidate::new("sonic", messages, each(peer::sonic::decode())),
        Candidate::new("simd-json", messages, each(peer::simd::decode())),
        Candidate::new("ours", messages, each(ours::decode::borrowed())),
        Candidate::new("ours-owned", messages, each(ours::decode::owned())),
        Candidate::new("simdutf8", messages, limit::utf8(|message: &Message| &message.bytes)),
        Candidate::new("memcpy", messages, limit::memcpy(|message: &Message| &message.bytes)),
    ]
}

/// Has the work done on a message.
pub(super) fn each(mut work: impl FnMut(&[u8], &str) -> bool) -> impl FnMut(&Message) -> bool {
    move |message| work(&message.bytes, &message.biz_type)
}
