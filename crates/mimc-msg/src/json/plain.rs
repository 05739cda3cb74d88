//! Text without anything that has to be looked at: eight bytes at a time within a word, or more.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Marks (in the high bit of each byte) the first byte that ends plain text: a quote, a backslash
/// or a control character. Bytes above the first mark may be marked in error.
#[inline]
const fn stops(word: u64) -> u64 {
    let quote = (word ^ (ONES * b'"' as u64)).wrapping_sub(ONES);
    let slash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    let control = word.wrapping_sub(ONES * 0x20);
    // A byte of 0x80 or more, part of a character that is not ASCII, stops nothing.
    (quote | slash | control) & !word & HIGHS
}

/// How far a text is looked through here, before `memchr` is asked; it costs a call, and more to begin with.
const NEAR: usize = 64;

/// How many bytes at the start of `bytes` are plain text.
///
/// Two words at a time are a twentieth faster for a whole message than one at a time, and six times as fast as single
/// bytes.
pub(crate) fn plain_prefix(bytes: &[u8]) -> usize {
    let near = &bytes[..bytes.len().min(NEAR)];
    let mut rest = near;
    while let Some((two, after)) = rest.split_first_chunk::<16>() {
        let two = u128::from_le_bytes(*two);
        #[allow(clippy::cast_possible_truncation, reason = "the two halves")]
        let (low, high) = (stops(two as u64), stops((two >> 64) as u64));
        if low | high != 0 {
            // Which half it is cannot be predicted: it is computed, and not a branch.
            let marks = u128::from(high) << 64 | u128::from(low);
            return near.len() - rest.len() + marks.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    if near.len() == NEAR {
        return NEAR + far(&bytes[NEAR..]);
    }
    if let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let marks = stops(u64::from_le_bytes(*chunk));
        if marks != 0 {
            return near.len() - rest.len() + marks.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    let before = near.len() - rest.len();
    if let Some(last) = near.last_chunk::<8>() {
        // The bytes that are left, as the low ones of a word; the zeros above them are stops.
        let word = u64::from_le_bytes(*last) >> 8 >> (8 * (7 - rest.len()));
        return before + stops(word).trailing_zeros() as usize / 8;
    }
    before + rest.iter().take_while(|&&byte| !is_stop(byte)).count()
}

/// As [`plain_prefix`], for what is left of a long text, of which a kilobyte is read in a third of the time.
#[inline(never)]
fn far(bytes: &[u8]) -> usize {
    let end = memchr::memchr2(b'"', b'\\', bytes).unwrap_or(bytes.len());
    let text = &bytes[..end];
    // Without a way out the loop is done for many bytes at once.
    if text.iter().fold(u8::MAX, |least, &byte| least.min(byte)) >= b' ' {
        return end;
    }
    text.iter().position(|&byte| byte < b' ').unwrap_or(end)
}

const fn is_stop(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// Where the byte, an ASCII character, stands for the last time.
pub(crate) fn last(byte: u8, text: &[u8]) -> Option<usize> {
    let mut rest = text;
    while let Some((before, chunk)) = rest.split_last_chunk::<8>() {
        let other = u64::from_le_bytes(*chunk) ^ (ONES * u64::from(byte));
        // Marks each byte that is zero, and no other.
        let marks = !((other & !HIGHS).wrapping_add(!HIGHS) | other) & HIGHS;
        if marks != 0 {
            return Some(before.len() + 7 - marks.leading_zeros() as usize / 8);
        }
        rest = before;
    }
    rest.iter().rposition(|&other| other == byte)
}

/// Whether the text is visible ASCII, as most ids and URLs are: no blank, no control character.
pub(crate) fn is_visible_ascii(text: &str) -> bool {
    /// Whether there is a byte outside of 0x21 to 0x7e.
    const fn odd(word: [u8; 8]) -> bool {
        let word = u64::from_le_bytes(word);
        (word.wrapping_sub(ONES * 0x21) | word.wrapping_add(ONES) | word) & HIGHS != 0
    }
    let bytes = text.as_bytes();
    let Some(last) = bytes.last_chunk() else {
        return bytes.iter().all(u8::is_ascii_graphic);
    };
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        if odd(*word) {
            return false;
        }
        rest = after;
    }
    !odd(*last)
}

#[cfg(test)]
mod tests {
    use super::{is_stop, is_visible_ascii, last, plain_prefix};

    /// Texts of every length up to 200 bytes, of the byte at each place, with and without more behind it.
    #[test]
    fn words_find_what_single_bytes_find() {
        for length in 0..200 {
            for at in 0..=length {
                for stop in [b'"', b'\\', 0, 0x1f, b' ', 0x7f, 0x80, 0xff, b'_'] {
                    let mut text = vec![b'a'; length];
                    if let Some(byte) = text.get_mut(at) {
                        *byte = stop;
                    }
                    text.extend_from_slice(&b"\"\\\n"[..length % 4]);
                    let plain = text.iter().take_while(|&&byte| !is_stop(byte)).count();
                    assert_eq!(plain_prefix(&text), plain, "{text:?}");
                    let place = text.iter().rposition(|&byte| byte == b'_');
                    assert_eq!(last(b'_', &text), place, "{text:?}");
                    if let Ok(text) = std::str::from_utf8(&text) {
                        let visible = text.bytes().all(|byte| byte.is_ascii_graphic());
                        assert_eq!(is_visible_ascii(text), visible, "{text:?}");
                    }
                }
            }
        }
    }
}
