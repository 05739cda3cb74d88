//! Proofs of callbacks over any text, as only a test wants them.

use aes::Aes128;
use aes::cipher::{BlockCipherEncrypt as _, KeyInit as _};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest as _, Md5};

/// A secret.
pub(crate) const SECRET: &str = "made+up==";

/// The `authentication` that hides these bytes: whole blocks.
pub(crate) fn forged(secret: &str, plain: &[u8]) -> String {
    assert_eq!(plain.len() % 16, 0);
    let key: [u8; 16] = Md5::digest(secret.as_bytes()).into();
    let cipher = Aes128::new(&key.into());
    let mut bytes = plain.to_vec();
    for block in bytes.chunks_exact_mut(16) {
        cipher.encrypt_block(block.try_into().expect("a block"));
    }
    STANDARD.encode(bytes)
}
