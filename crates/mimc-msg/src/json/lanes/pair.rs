//! Sixteen bytes as two words.

use super::Lanes;

#[inline]
pub(super) fn stops(bytes: [u8; 16]) -> u32 {
    both(bytes, Lanes::stops)
}

#[inline]
pub(super) fn equal(bytes: [u8; 16], byte: u8) -> u32 {
    both(bytes, |word| word.equal(byte))
}

#[inline]
pub(super) fn outside(bytes: [u8; 16], low: u8, high: u8) -> u32 {
    both(bytes, |word| word.outside(low, high))
}

#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the two halves")]
fn both(bytes: [u8; 16], bits: impl Fn([u8; 8]) -> u32) -> u32 {
    let pair = u128::from_le_bytes(bytes);
    let (first, second) = (pair as u64, (pair >> 64) as u64);
    bits(first.to_le_bytes()) | bits(second.to_le_bytes()) << 8
}
