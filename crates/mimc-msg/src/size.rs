//! How large a message may be.

/// A limit on the size of a message, in bytes as they are sent: UTF-8, before any base64 around it.
///
/// ```
/// use mimc_msg::SizeLimit;
///
/// assert!(SizeLimit::MIMC.check(b"{}").is_ok());
/// assert_eq!(SizeLimit::new(1).check(b"{}").unwrap_err().size, 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeLimit(usize);

impl SizeLimit {
    /// 15 KiB: MIMC's limit by its documents since about 2019 (EVIDENCE D). The default.
    pub const MIMC: Self = Self(15 * 1024);
    /// 10 KiB: MIMC's limit by its documents of 2018 (EVIDENCE D).
    pub const MIMC_2018: Self = Self(10 * 1024);

    /// A limit of so many bytes.
    #[must_use]
    pub const fn new(bytes: usize) -> Self {
        Self(bytes)
    }

    /// The limit in bytes.
    #[must_use]
    pub const fn bytes(self) -> usize {
        self.0
    }

    /// Checks a message before it is sent.
    ///
    /// # Errors
    /// Where it is larger.
    pub const fn check(self, message: &[u8]) -> Result<(), TooLarge> {
        if message.len() > self.0 {
            return Err(TooLarge { size: message.len(), limit: self.0 });
        }
        Ok(())
    }
}

impl Default for SizeLimit {
    fn default() -> Self {
        Self::MIMC
    }
}

/// A message that is larger than the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the message has {size} bytes; at most {limit} can be sent")]
#[non_exhaustive]
pub struct TooLarge {
    /// Its size in bytes.
    pub size: usize,
    /// The limit in bytes.
    pub limit: usize,
}
