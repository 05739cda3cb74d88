//! Base64 as the codec reads and writes it: what is public of it allocates its outcome.

use std::hint::black_box;

use mimc_msg::Base64Forms;

use crate::corpus::Block;

/// Decodes block after block.
pub fn decode() -> impl FnMut(&Block) -> bool {
    |block| {
        let bytes = Base64Forms::CANONICAL.decode(block.text.as_bytes());
        black_box(&bytes).as_ref().is_ok_and(|bytes| bytes.len() == block.bytes.len())
    }
}

/// Encodes block after block.
pub fn encode() -> impl FnMut(&Block) -> bool {
    |block| black_box(&Base64Forms::encode(&block.bytes)).len() == block.text.len()
}
