//! Base64 of any bytes.

use std::rc::Rc;

use super::Group;
use crate::candidate::Candidate;
use crate::corpus::{Block, blocks};
use crate::{limit, ours, peer};

pub(super) const NAMES: [&str; 6] = [
    "base64-decode-1k",
    "base64-decode-64k",
    "base64-decode-1m",
    "base64-encode-1k",
    "base64-encode-64k",
    "base64-encode-1m",
];

pub(super) fn group(name: &str, seed: u64) -> Option<Group> {
    let name = NAMES.into_iter().find(|known| *known == name)?;
    let size = match name.rsplit('-').next()? {
        "1k" => 1 << 10,
        "64k" => 1 << 16,
        _ => 1 << 20,
    };
    // As many as have 4 MiB together.
    let blocks: Rc<[Block]> = blocks(seed, (4 << 20) / size, size).into();
    let candidates = if name.starts_with("base64-decode") {
        vec![
            Candidate::new("standard", &blocks, peer::base64::standard_decode()),
            Candidate::new("base64-simd", &blocks, peer::base64::simd_decode()),
            Candidate::new("ours", &blocks, ours::base64::decode()),
            Candidate::new("memcpy", &blocks, limit::memcpy(|block: &Block| block.text.as_bytes())),
        ]
    } else {
        vec![
            Candidate::new("standard", &blocks, peer::base64::standard_encode()),
            Candidate::new("base64-simd", &blocks, peer::base64::simd_encode()),
            Candidate::new("ours", &blocks, ours::base64::encode()),
            Candidate::new("memcpy", &blocks, limit::memcpy(|block: &Block| &block.bytes)),
        ]
    };
    Some(Group::new(name, &blocks, candidates))
}
