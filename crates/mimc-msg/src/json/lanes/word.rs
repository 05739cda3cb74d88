//! Eight bytes as one word.

use super::Lanes;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

impl Lanes for [u8; 8] {
    #[inline]
    fn stops(self) -> u32 {
        let word = u64::from_le_bytes(self);
        let quote = (word ^ all(b'"')).wrapping_sub(ONES);
        let slash = (word ^ all(b'\\')).wrapping_sub(ONES);
        let control = word.wrapping_sub(all(b' '));
        bits((quote | slash | control) & !word)
    }

    #[inline]
    fn equal(self, byte: u8) -> u32 {
        let other = u64::from_le_bytes(self) ^ all(byte);
        bits(!(((other & !HIGHS) + !HIGHS) | other))
    }

    #[inline]
    fn outside(self, low: u8, high: u8) -> u32 {
        let word = u64::from_le_bytes(self);
        let from_low = (word | HIGHS) - all(low);
        let above_high = (word & !HIGHS) + all(0x7f - high);
        bits(!from_low | above_high | word)
    }
}

const fn all(byte: u8) -> u64 {
    ONES * byte as u64
}

/// The high bit of each byte.
const fn bits(word: u64) -> u32 {
    // Each is moved to a place of its own in the highest byte; the sums below carry nothing.
    (((word & HIGHS) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
}
