//! Base64 as the codec reads and writes it: into a buffer that is used again, and into a text of its own.

use std::hint::black_box;

use mimc_msg::Base64Forms;

use crate::corpus::Block;

/// Decodes block after block.
pub fn decode() -> impl FnMut(&Block) -> bool {
    let mut bytes = Vec::new();
    move |block| {
        let done = Base64Forms::CANONICAL.decode_into(block.text.as_bytes(), &mut bytes);
        done.is_ok() && black_box(&bytes).len() == block.bytes.len()
    }
}

/// Encodes block after block.
pub fn encode() -> impl FnMut(&Block) -> bool {
    |block| black_box(&Base64Forms::encode(&block.bytes)).len() == block.text.len()
}
