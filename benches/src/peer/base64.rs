//! Base64 by the crates for it, into buffers that are used again.

use std::hint::black_box;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use base64_simd::Out;

use crate::corpus::Block;

/// `base64` STANDARD: `decode_slice`.
pub fn standard_decode() -> impl FnMut(&Block) -> bool {
    let mut out = Vec::new();
    move |block| {
        out.resize(block.bytes.len() + 2, 0);
        let done = BASE64_STANDARD.decode_slice(&block.text, &mut out);
        black_box(&out);
        done == Ok(block.bytes.len())
    }
}

/// `base64` STANDARD: `encode_slice`.
pub fn standard_encode() -> impl FnMut(&Block) -> bool {
    let mut out = Vec::new();
    move |block| {
        out.resize(block.text.len(), 0);
        let done = BASE64_STANDARD.encode_slice(&block.bytes, &mut out);
        black_box(&out);
        done == Ok(block.text.len())
    }
}

/// `base64-simd`. It tells no place of an error.
pub fn simd_decode() -> impl FnMut(&Block) -> bool {
    let mut out = Vec::new();
    move |block| {
        out.resize(block.bytes.len() + 2, 0);
        let done = base64_simd::STANDARD.decode(block.text.as_bytes(), Out::from_slice(&mut out));
        done.is_ok_and(|bytes| black_box(bytes).len() == block.bytes.len())
    }
}

/// `base64-simd`.
pub fn simd_encode() -> impl FnMut(&Block) -> bool {
    let mut out = Vec::new();
    move |block| {
        out.resize(block.text.len(), 0);
        let text = base64_simd::STANDARD.encode(&block.bytes, Out::from_slice(&mut out));
        black_box(text).len() == block.text.len()
    }
}
