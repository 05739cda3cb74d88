//! Bytes and their base64.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::dice::Dice;

/// Bytes and their base64.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Block {
    /// Any bytes.
    pub bytes: Vec<u8>,
    /// Their base64.
    pub text: String,
}

/// So many blocks of so many bytes each.
#[must_use]
pub fn blocks(seed: u64, count: usize, bytes: usize) -> Vec<Block> {
    let mut dice = Dice::new(seed);
    let block = |_| {
        let bytes: Vec<u8> = (0..bytes).map(|_| dice.roll().to_le_bytes()[0]).collect();
        Block { text: BASE64_STANDARD.encode(&bytes), bytes }
    };
    (0..count).map(block).collect()
}
