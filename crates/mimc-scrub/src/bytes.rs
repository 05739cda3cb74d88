//! Bytes as text and back, where they are no UTF-8.

use std::collections::BTreeSet;
use std::ops::Range;

/// The blocks of 128 characters for private use, of which one may stand for bytes.
const BLOCKS: Range<u32> = 0xf_0000 / 128..0x10_ff80 / 128;

/// Bytes that stand nowhere in UTF-8.
const NEVER: [u8; 13] =
    [0xc0, 0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff];

/// How bytes that are no UTF-8 stand in a text: as characters of a block that the text does not have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StandIns {
    /// The first character of the block; None where all is UTF-8.
    block: Option<u32>,
}

impl StandIns {
    /// The bytes as a text.
    pub(crate) fn text(bytes: &[u8]) -> (String, Self) {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return (text.to_owned(), Self { block: None });
        }
        let block = free_block(bytes);
        let stand_in = |byte: &u8| char::from_u32(block + u32::from(byte & 0x7f));
        let mut text = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            text.extend(chunk.invalid().iter().filter_map(stand_in));
        }
        (text, Self { block: Some(block) })
    }

    /// Whether any stand in the text.
    pub(crate) fn stand(self) -> bool {
        self.block.is_some()
    }

    /// Appends the bytes of a text. What stood for bytes that are no UTF-8 becomes such bytes, but others.
    pub(crate) fn bytes(self, text: &str, bytes: &mut Vec<u8>) {
        let Some(block) = self.block else {
            return bytes.extend(text.as_bytes());
        };
        for c in text.chars() {
            let stands_for = u32::from(c).checked_sub(block).filter(|byte| *byte < 128);
            match stands_for.and_then(|byte| NEVER.get(usize::try_from(byte).ok()? % NEVER.len())) {
                Some(byte) => bytes.push(*byte),
                None => bytes.extend(c.encode_utf8(&mut [0; 4]).bytes()),
            }
        }
    }
}

/// A block of which no character stands in the text; the last one where a text has them all.
fn free_block(bytes: &[u8]) -> u32 {
    let chars = bytes.utf8_chunks().flat_map(|chunk| chunk.valid().chars());
    let blocks = chars.map(|c| u32::from(c) / 128);
    let used: BTreeSet<u32> = blocks.filter(|block| BLOCKS.contains(block)).collect();
    // The last two characters of a plane are none.
    let mut free = BLOCKS.filter(|block| !used.contains(block) && block % 512 != 511);
    free.next().unwrap_or(BLOCKS.start) * 128
}
