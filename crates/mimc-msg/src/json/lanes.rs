//! Several bytes at once: which of them are what is looked for.

#[cfg(target_arch = "x86_64")]
mod block;
#[cfg(any(test, not(target_arch = "x86_64")))]
mod pair;
mod word;

#[cfg(target_arch = "x86_64")]
use block as sixteen;
#[cfg(not(target_arch = "x86_64"))]
use pair as sixteen;

/// Bytes that are looked at together: eight as one word, sixteen as a vector where every processor has them.
///
/// Each method gives a bit for each byte, the lowest for the first.
pub(crate) trait Lanes: Copy {
    /// The first byte that ends plain text: a quote, a backslash or a control character. Bits above the lowest that is
    /// set may be set in error.
    ///
    /// A byte of 0x80 or more, part of a character that is not ASCII, ends nothing.
    fn stops(self) -> u32;

    /// The bytes that are this one, an ASCII character.
    fn equal(self, byte: u8) -> u32;

    /// The bytes that are not between these two, which are ASCII characters.
    fn outside(self, low: u8, high: u8) -> u32;
}

impl Lanes for [u8; 16] {
    #[inline]
    fn stops(self) -> u32 {
        sixteen::stops(self)
    }

    #[inline]
    fn equal(self, byte: u8) -> u32 {
        sixteen::equal(self, byte)
    }

    #[inline]
    fn outside(self, low: u8, high: u8) -> u32 {
        sixteen::outside(self, low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lanes, pair};

    /// What is used where there are no vectors.
    #[derive(Clone, Copy)]
    struct Pair([u8; 16]);

    impl Lanes for Pair {
        fn stops(self) -> u32 {
            pair::stops(self.0)
        }

        fn equal(self, byte: u8) -> u32 {
            pair::equal(self.0, byte)
        }

        fn outside(self, low: u8, high: u8) -> u32 {
            pair::outside(self.0, low, high)
        }
    }

    fn agree<L: Lanes, const N: usize>(new: impl Fn([u8; N]) -> L) {
        let bits = |lanes: [u8; N], is: &dyn Fn(u8) -> bool| {
            lanes.iter().enumerate().map(|(at, &byte)| u32::from(is(byte)) << at).sum::<u32>()
        };
        let is_stop = |byte| byte < b' ' || byte == b'"' || byte == b'\\';
        for first in 0..=u8::MAX {
            for second in 0..=u8::MAX {
                for (at, other) in [(0, 1), (N / 2, N / 2 - 1), (N - 1, 0), (N - 2, N - 1)] {
                    let mut lanes = [b'a'; N];
                    lanes[at] = first;
                    lanes[other] = second;
                    let found = new(lanes);
                    let stops = bits(lanes, &is_stop);
                    assert_eq!(found.stops().trailing_zeros(), stops.trailing_zeros(), "{lanes:?}");
                    for byte in [b'_', b'a', 0, 0x7f] {
                        assert_eq!(found.equal(byte), bits(lanes, &|b| b == byte), "{lanes:?}");
                    }
                    for (low, high) in [(b'!', b'~'), (b'0', b'9'), (0, 0x7f), (b'a', b'a')] {
                        let outside = bits(lanes, &|b| !(low..=high).contains(&b));
                        assert_eq!(found.outside(low, high), outside, "{lanes:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn lanes_find_what_single_bytes_find() {
        agree(|word: [u8; 8]| word);
        agree(|block: [u8; 16]| block);
        agree(Pair);
    }
}
