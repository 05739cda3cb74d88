//! Messages to measure with: made by a seed, and written by hand here, so that they owe nothing to the codec.
//!
//! The shares are guesses at a busy application that has users on every SDK: `mixed` says which.

mod block;
mod body;
mod custom;
mod dialect;
mod draft;
mod message;
mod page;
mod text;

use std::iter;

use crate::dice::Dice;

pub use block::{Block, blocks};
pub use message::Message;
pub use page::page;

/// The seed that the codec may be tuned with.
pub const TUNING: u64 = 1;
/// The seed that figures are reported of. No one looks at it while tuning.
pub const HELD_OUT: u64 = 20_180_203;
/// How many messages a corpus has: fewer flatter the fast candidates, since the machine learns them by heart.
pub const SIZE: usize = 20_000;

/// The corpora, by name.
///
/// * `mixed`: all kinds, all dialects;
/// * `manual`: manual-v1 alone, of which the figures of peers are best known;
/// * `plain-dialects`, `base64-dialects`: the dialects with such bodies, as they are in `mixed`;
/// * one name for each sort of message, all of manual-v1 with its members in order.
pub const NAMES: [&str; 15] = [
    "mixed",
    "manual",
    "plain-dialects",
    "base64-dialects",
    "example",
    "ping",
    "text-ascii",
    "text-cjk",
    "text-1k",
    "text-escapes",
    "text-unicode",
    "file",
    "receipt",
    "friend",
    "custom",
];

/// So many messages of this corpus, one behind the other in memory; None where there is none of this name.
#[must_use]
pub fn corpus(name: &str, seed: u64, size: usize) -> Option<Vec<Message>> {
    Some(Message::in_a_row(&messages(name, seed)?.take(size).collect::<Vec<_>>()))
}

/// The messages of this corpus, without end; None where there is none of this name.
#[must_use]
pub fn messages(name: &str, seed: u64) -> Option<impl Iterator<Item = Message>> {
    let one = message::maker(name)?;
    let mut dice = Dice::new(seed);
    Some(iter::repeat_with(move || one(&mut dice)))
}

/// One text message of manual-v1 whose text has so many bytes: what cost against size is measured with.
#[must_use]
pub fn text_of(bytes: usize) -> Message {
    message::text_of(&mut Dice::new(TUNING), bytes)
}
