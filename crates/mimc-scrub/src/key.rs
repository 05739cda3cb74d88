//! What the replacements depend on.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

/// The secret that the replacements depend on.
///
/// With the same key, a value has the same replacement in every document. Who has the key can find the value that a
/// replacement stands for, so it is kept as the documents themselves would be. It does not print.
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

impl Key {
    /// The fewest bytes that a key may have.
    pub const SHORTEST: usize = 16;

    /// A key of at least 16 bytes that nobody can guess.
    ///
    /// ```
    /// use mimc_scrub::Key;
    ///
    /// assert!(Key::new(b"password").is_err());
    /// ```
    ///
    /// # Errors
    /// Where it has fewer bytes.
    pub fn new(bytes: &[u8]) -> Result<Self, ShortKey> {
        if bytes.len() < Self::SHORTEST {
            return Err(ShortKey);
        }
        Hmac::new_from_slice(bytes).map(Self).map_err(|_| ShortKey)
    }

    /// A key of 32 random bytes of the operating system, which nobody knows.
    ///
    /// # Errors
    /// Where the operating system gives none.
    pub fn random() -> Result<Self, std::io::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
        Self::new(&bytes).map_err(std::io::Error::other)
    }

    /// 32 bytes that look random and depend on the key and on all of these.
    pub(crate) fn digest(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

/// A key of fewer than [`Key::SHORTEST`] bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key has at least {} bytes", Key::SHORTEST)]
#[non_exhaustive]
pub struct ShortKey;

/// Numbers without end that look random, from 32 bytes that do.
pub(crate) struct Stream {
    seed: [u8; 32],
    block: [u8; 32],
    next: usize,
    count: u64,
}

impl Stream {
    pub(crate) fn new(seed: [u8; 32]) -> Self {
        Self { seed, block: [0; 32], next: 32, count: 0 }
    }

    /// A number below `bound`: how far it is from being equally likely as the others is at most 1 in 2^8.
    pub(crate) fn below(&mut self, bound: u16) -> u16 {
        let number = if bound <= 256 {
            u32::from(u16::from_le_bytes(self.bytes()))
        } else {
            u32::from_le_bytes(self.bytes())
        };
        // The remainder is below a u16.
        u16::try_from(number % u32::from(bound.max(1))).unwrap_or(0)
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        if self.next + N > self.block.len() {
            let mut hash = Sha256::new_with_prefix(self.seed);
            hash.update(self.count.to_le_bytes());
            self.block = hash.finalize().into();
            self.count += 1;
            self.next = 0;
        }
        let mut bytes = [0; N];
        if let Some(found) = self.block.get(self.next..self.next + N) {
            bytes.copy_from_slice(found);
        }
        self.next += N;
        bytes
    }
}
