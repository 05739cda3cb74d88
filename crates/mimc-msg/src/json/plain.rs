//! Text without anything that has to be looked at, and other questions to many bytes at once.

use super::lanes::Lanes;

/// How far a text is looked through here, before `memchr` is asked; it costs a call, and more to begin with.
const NEAR: usize = 256;

/// How many bytes at the start of `bytes` are plain text.
///
/// Only the first block is looked at where it is called: most strings end there, and what is called from many places
/// has to stay small.
#[inline(always)]
#[allow(clippy::inline_always, reason = "a call costs as much as a short string")]
pub(crate) fn plain_prefix(bytes: &[u8]) -> usize {
    match bytes.first_chunk::<16>().map_or(0, |block| block.stops()) {
        0 => beyond(bytes),
        stops => stops.trailing_zeros() as usize,
    }
}

/// As [`plain_prefix`], where there is no end of plain text in the first block.
#[inline(never)]
fn beyond(bytes: &[u8]) -> usize {
    let near = &bytes[..bytes.len().min(NEAR)];
    let Some(mut rest) = near.get(16..) else {
        return near.iter().take_while(|&&byte| !is_stop(byte)).count();
    };
    while let Some((block, after)) = rest.split_first_chunk::<16>() {
        let stops = block.stops();
        if stops != 0 {
            return near.len() - rest.len() + stops.trailing_zeros() as usize;
        }
        rest = after;
    }
    if near.len() == NEAR {
        return NEAR + far(&bytes[NEAR..]);
    }
    // The bytes that are left, as the last of a block, and a stop behind them.
    let stops = near.last_chunk::<16>().map_or(0, |block| block.stops()) | 1 << 16;
    near.len() - rest.len() + (stops >> (16 - rest.len())).trailing_zeros() as usize
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

/// How many bytes at the start of `bytes` are digits.
#[inline]
pub(crate) fn digits(bytes: &[u8]) -> usize {
    let others = bytes.first_chunk::<16>().map_or(0, |block| block.outside(b'0', b'9'));
    if others == 0 {
        return bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    }
    others.trailing_zeros() as usize
}

/// Where the byte, an ASCII character, stands for the last time.
pub(crate) fn last(byte: u8, text: &[u8]) -> Option<usize> {
    let mut rest = text;
    while let Some((before, block)) = rest.split_last_chunk::<16>() {
        let marks = block.equal(byte);
        if marks != 0 {
            return Some(before.len() + marks.ilog2() as usize);
        }
        rest = before;
    }
    if let Some((before, word)) = rest.split_last_chunk::<8>() {
        let marks = word.equal(byte);
        if marks != 0 {
            return Some(before.len() + marks.ilog2() as usize);
        }
        rest = before;
    }
    rest.iter().rposition(|&other| other == byte)
}

/// Whether the text is visible ASCII, as most ids and URLs are: no blank, no control character.
#[inline(never)]
pub(crate) fn is_visible_ascii(text: &str) -> bool {
    let bytes = text.as_bytes();
    all_in::<16>(bytes)
        .or_else(|| all_in::<8>(bytes))
        .unwrap_or_else(|| bytes.iter().all(u8::is_ascii_graphic))
}

/// Whether all bytes are visible ASCII; None where they are fewer than N.
#[inline]
fn all_in<const N: usize>(bytes: &[u8]) -> Option<bool>
where
    [u8; N]: Lanes,
{
    let is = |lanes: &[u8; N]| lanes.outside(b'!', b'~') == 0;
    let last = bytes.last_chunk()?;
    let mut rest = bytes;
    while let Some((lanes, after)) = rest.split_first_chunk() {
        if !is(lanes) {
            return Some(false);
        }
        rest = after;
    }
    Some(is(last))
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
