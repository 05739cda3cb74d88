//! Sixteen bytes as two words.

use super::Lanes;

impl Lanes for [u8; 16] {
    #[inline]
    fn stops(self) -> u32 {
        both(self, Lanes::stops)
    }

    #[inline]
    fn equal(self, byte: u8) -> u32 {
        both(self, |word| word.equal(byte))
    }

    #[inline]
    fn outside(self, low: u8, high: u8) -> u32 {
        both(self, |word| word.outside(low, high))
    }
}

#[inline]
fn both(bytes: [u8; 16], bits: impl Fn([u8; 8]) -> u32) -> u32 {
    let [a, b, c, d, e, f, g, h, second @ ..] = bytes;
    bits([a, b, c, d, e, f, g, h]) | bits(second) << 8
}
