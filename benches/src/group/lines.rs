//! JSON Lines in memory: all messages of `manual` in one text, read in chunks as a file is.

use std::hint::black_box;
use std::rc::Rc;

use super::Group;
use crate::candidate::Candidate;
use crate::corpus;
use crate::{ours, peer};

pub(super) const NAMES: [&str; 1] = ["lines"];

/// How much is read at once.
const CHUNK: usize = 1 << 20;

pub(super) fn group(name: &str, seed: u64) -> Option<Group> {
    let name = NAMES.into_iter().find(|known| *known == name)?;
    let mut text = Vec::new();
    for message in corpus::corpus("manual", seed, corpus::SIZE)? {
        text.extend_from_slice(&message.bytes);
        text.push(b'\n');
    }
    let texts: Rc<[Vec<u8>]> = [text].into();
    let candidates = vec![
        Candidate::new("tagged", &texts, by_line(peer::tagged::decode())),
        Candidate::new("flat", &texts, by_line(peer::flat::decode())),
        Candidate::new("visitor", &texts, by_line(peer::serde_visitor::decode())),
        Candidate::new("sonic", &texts, by_line(peer::sonic::decode())),
        Candidate::new("ours", &texts, by_line(ours::decode::borrowed())),
        Candidate::new("ours-str", &texts, by_text_line(ours::decode::text())),
        Candidate::new(
            "simdutf8",
            &texts,
            by_chunk(|chunk| simdutf8::basic::from_utf8(chunk).is_ok()),
        ),
        Candidate::new("memcpy", &texts, by_chunk(|_| true)),
    ];
    Some(Group::new(name, &texts, candidates).of_messages(corpus::SIZE))
}

/// The chunks of a text: each is copied, as reading does, and ends with a line.
fn by_chunk(mut work: impl FnMut(&[u8]) -> bool) -> impl FnMut(&Vec<u8>) -> bool {
    let mut buffer = Vec::new();
    move |text| {
        let mut rest = text.as_slice();
        let mut all = true;
        while !rest.is_empty() {
            let most = &rest[..rest.len().min(CHUNK)];
            let end = memchr::memrchr(b'\n', most).map_or(most.len(), |at| at + 1);
            buffer.clear();
            buffer.extend_from_slice(&rest[..end]);
            all &= work(black_box(&buffer));
            rest = &rest[end..];
        }
        all
    }
}

/// The lines of each chunk, each of which is checked to be UTF-8 by itself.
fn by_line(mut work: impl FnMut(&[u8], &str) -> bool) -> impl FnMut(&Vec<u8>) -> bool {
    by_chunk(move |chunk| lines(chunk).all(|(start, end)| work(&chunk[start..end], "")))
}

/// The lines of each chunk, which is checked to be UTF-8 as a whole.
fn by_text_line(mut work: impl FnMut(&str) -> bool) -> impl FnMut(&Vec<u8>) -> bool {
    by_chunk(move |chunk| {
        let text = simdutf8::basic::from_utf8(chunk);
        text.is_ok_and(|text| lines(chunk).all(|(start, end)| work(&text[start..end])))
    })
}

/// Where the lines of a chunk are.
fn lines(chunk: &[u8]) -> impl Iterator<Item = (usize, usize)> {
    let mut next = 0;
    memchr::memchr_iter(b'\n', chunk).map(move |end| (std::mem::replace(&mut next, end + 1), end))
}
