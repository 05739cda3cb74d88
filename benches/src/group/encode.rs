//! Writing messages in manual-v1: `manual` from memory, `mixed` from its bytes.

use std::rc::Rc;

use mimc_msg::Envelope;

use super::Group;
use crate::candidate::Candidate;
use crate::corpus::{self, Message};
use crate::peer::encode::Sent;
use crate::{limit, ours, peer};

pub(super) const NAMES: [&str; 2] = ["encode", "transcode"];

pub(super) fn group(name: &str, seed: u64) -> Option<Group> {
    match name {
        "encode" => encode(seed),
        "transcode" => transcode(seed),
        _ => None,
    }
}

fn encode(seed: u64) -> Option<Group> {
    let messages: Rc<[Message]> = corpus::corpus("manual", seed, corpus::SIZE)?.into();
    let sent: Option<Rc<[Sent]>> = messages.iter().map(Sent::of).collect();
    let ours: Option<Rc<[Envelope<'static>]>> =
        messages.iter().map(ours::encode::envelope).collect();
    let (sent, ours) = (sent?, ours?);
    let candidates = vec![
        Candidate::new("tagged-vec", &sent, peer::encode::to_vec()),
        Candidate::new("tagged-writer", &sent, peer::encode::to_writer()),
        Candidate::new("sonic-writer", &sent, peer::encode::sonic()),
        Candidate::new("ours", &ours, ours::encode::into_buffer()),
        Candidate::new("ours-vec", &ours, ours::encode::to_vec()),
        Candidate::new("memcpy", &messages, limit::memcpy(|message: &Message| &message.bytes)),
    ];
    Some(Group::new("encode", &messages, candidates))
}

fn transcode(seed: u64) -> Option<Group> {
    let messages: Rc<[Message]> = corpus::corpus("mixed", seed, corpus::SIZE)?.into();
    let candidates = vec![
        Candidate::new("tagged", &messages, peer::encode::transcode()),
        Candidate::new("ours", &messages, ours::encode::transcode()),
    ];
    Some(Group::new("transcode", &messages, candidates))
}
