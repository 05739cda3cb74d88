//! Verifying the `authentication` of a callback.

use std::fmt;
use std::time::Duration;

use aes::Aes128;
use aes::cipher::{BlockCipherDecrypt as _, BlockCipherEncrypt as _, KeyInit as _};
use md5::{Digest as _, Md5};
use mimc_msg::{Base64Forms, Place, Timestamp};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::callback::model::Callback;
use crate::callback::trust::{Unverified, Verified};
use crate::ids::AppId;
use crate::note::{Note, Noted};
use crate::secret::{AppSecret, Authentication};

/// Verifies callbacks of one application.
///
/// `authentication` is base64 of AES-128-ECB under the MD5 of the secret's text, over the text
/// `timestamp_appId` with its length in four bytes before it and zeros behind it. This was **taken from one
/// implementation** of a receiver (EVIDENCE B.9); the makers document no byte order and no padding. The length
/// is read little-endian, and big-endian where only that fits.
///
/// What it proves is little: somebody who had the secret wrote that time for that application. It does not
/// cover the message, and whoever sees a callback can send another with the same proof for as long as
/// [`Self::tolerance`] lasts, in both directions of time. So let callbacks come over TLS only, and tell
/// repeated ones by their `sequence` or `packetId`.
///
/// ```
/// use mimc_api::{AppId, AppSecret, callback, callback::Verifier};
/// use mimc_msg::Timestamp;
///
/// let secret = AppSecret::new("2xZmr+/yj+/T5U+vvbataQ==")?;
/// let verifier = Verifier::new(AppId::new(2882303761517669588), &secret);
/// let body = br#"{"msgType":"NORMAL_MSG","payload":"aGk=",
///     "authentication":"5PkmaW1f7yiAPr8HyuCh5LKacsoPZckwBjkm8BSVZ9TShhb0JhDip6+Q4m/Ii74c"}"#;
/// let now = Timestamp::from_millis(1_645_000_000_500)?;
/// let callback = verifier.verify(&callback::read(body)?, now)?;
/// assert_eq!(callback.callback().payload.bytes()?, b"hi");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Verifier {
    app_id: AppId,
    /// MD5 of the secret's text.
    key: Zeroizing<[u8; 16]>,
    tolerance: Duration,
}

impl Verifier {
    /// How far the time of a callback may be from now, unless set otherwise: 60 seconds.
    ///
    /// MIMC's last retry comes 335 seconds after the first post (EVIDENCE B.9). Nobody has seen whether it makes
    /// a new proof for that; where it does not, this is too little.
    pub const TOLERANCE: Duration = Duration::from_secs(60);
    /// The longest `authentication` that is looked at, in characters: that of the longest id and time has 64.
    const LONGEST: usize = 256;

    /// Verifies callbacks of this application.
    #[must_use]
    pub fn new(app_id: AppId, secret: &AppSecret) -> Self {
        let key = Zeroizing::new(Md5::digest(secret.secret().as_bytes()).into());
        Self { app_id, key, tolerance: Self::TOLERANCE }
    }

    /// Lets the time of a callback be this far from now.
    #[must_use]
    pub const fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Verifies a callback. The clock is the caller's. What is odd about the proof is added to the notes:
    /// [`Note::AuthenticationBigEndian`].
    ///
    /// # Errors
    /// See [`VerifyError`].
    pub fn verify(&self, callback: &Unverified, now: Timestamp) -> Result<Verified, VerifyError> {
        let proof = callback.peek().authentication.as_ref().ok_or(VerifyError::Missing)?;
        let plain = self.decrypt(proof.secret())?;
        let (time, app_id, note) = if let Some((time, app_id)) = read(&plain, u32::from_le_bytes) {
            (time, app_id, None)
        } else if let Some((time, app_id)) = read(&plain, u32::from_be_bytes) {
            let place = Place::new("/authentication", 0);
            (time, app_id, Some(Noted { note: Note::AuthenticationBigEndian, place }))
        } else {
            return Err(VerifyError::WrongSecret);
        };
        if !bool::from(app_id.get().ct_eq(&self.app_id.get())) || !self.may_be_of(callback.peek()) {
            return Err(VerifyError::OtherApp);
        }
        let off = Duration::from_millis(time.abs_diff(now.as_millis()));
        if off > self.tolerance {
            return Err(VerifyError::Time { off });
        }
        Ok(callback.verified(note))
    }

    /// Whether the callback names no other application than this: in a group its own, between two users that
    /// of either side.
    fn may_be_of(&self, callback: &Callback) -> bool {
        let mine = |app_id: Option<AppId>| app_id.map(|app_id| app_id == self.app_id);
        let sides = [mine(callback.from_app_id), mine(callback.to_app_id)];
        mine(callback.app_id) != Some(false)
            && (sides.contains(&Some(true)) || !sides.contains(&Some(false)))
    }

    /// Makes the proof of a callback, for a stand-in for MIMC: what [`Self::verify`] reads.
    ///
    /// ```
    /// use mimc_api::callback::{self, Callback, CallbackType, Verifier};
    /// use mimc_api::{AppId, AppSecret, Payload};
    /// use mimc_msg::Timestamp;
    ///
    /// let verifier = Verifier::new(AppId::new(1), &AppSecret::new("made+up==")?);
    /// let now = Timestamp::from_millis(1_645_000_000_123)?;
    /// let mut callback = Callback::new(CallbackType::NormalMsg, Payload::new(b"hi"));
    /// callback.authentication = Some(verifier.authenticate(now));
    /// let body = serde_json::to_vec(&callback)?;
    /// assert!(verifier.verify(&callback::read(&body)?, now).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn authenticate(&self, time: Timestamp) -> Authentication {
        let text = format!("{time}_{}", self.app_id);
        // At most 20 + 1 + 20 characters.
        let length = u32::try_from(text.len()).unwrap_or_default().to_le_bytes();
        let mut bytes = Zeroizing::new(plain(length, &text));
        let cipher = Aes128::new(&(*self.key).into());
        for block in bytes.chunks_exact_mut(16) {
            if let Ok(block) = block.try_into() {
                cipher.encrypt_block(block);
            }
        }
        Authentication::unchecked(Base64Forms::encode(&bytes))
    }

    /// Decrypts a proof: whole blocks, at least one.
    fn decrypt(&self, proof: &str) -> Result<Zeroizing<Vec<u8>>, VerifyError> {
        if proof.len() > Self::LONGEST {
            return Err(VerifyError::Malformed);
        }
        let bytes = Base64Forms::CANONICAL.decode(proof.as_bytes());
        let mut plain = Zeroizing::new(bytes.map_err(|_| VerifyError::Malformed)?);
        if plain.is_empty() || plain.len() % 16 != 0 {
            return Err(VerifyError::Malformed);
        }
        let cipher = Aes128::new(&(*self.key).into());
        for block in plain.chunks_exact_mut(16) {
            if let Ok(block) = block.try_into() {
                cipher.decrypt_block(block);
            }
        }
        Ok(plain)
    }
}

/// Without the key.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { app_id, tolerance, .. } = self;
        let mut shown = f.debug_struct("Verifier");
        shown.field("app_id", app_id).field("tolerance", tolerance).finish_non_exhaustive()
    }
}

/// Reads `timestamp_appId`. It must be exactly what would be written for that time and application, length
/// and zeros included; the comparison takes the same time wherever the two differ.
fn read(plain: &[u8], length: fn([u8; 4]) -> u32) -> Option<(u64, AppId)> {
    let (head, rest) = plain.split_first_chunk::<4>()?;
    let text = rest.get(..usize::try_from(length(*head)).ok()?)?;
    let (time, app_id) = std::str::from_utf8(text).ok()?.split_once('_')?;
    let (time, app_id): (u64, AppId) = (time.parse().ok()?, app_id.parse().ok()?);
    let expected = Zeroizing::new(self::plain(*head, &format!("{time}_{app_id}")));
    bool::from(expected.ct_eq(plain)).then_some((time, app_id))
}

/// What is encrypted: the length, the text, and zeros to the end of the block.
fn plain(length: [u8; 4], text: &str) -> Vec<u8> {
    let mut plain = length.to_vec();
    plain.extend_from_slice(text.as_bytes());
    plain.resize(plain.len().next_multiple_of(16), 0);
    plain
}

/// Why a callback could not be verified. It says nothing of the secret and of what was decrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// It has no `authentication`, as in 2018.
    #[error("the callback has no authentication")]
    Missing,
    /// `authentication` is not base64 of whole blocks.
    #[error("the authentication is not base64 of whole blocks")]
    Malformed,
    /// What was decrypted makes no sense: it was made with another secret, or by somebody who has none.
    #[error("the authentication was made with another secret")]
    WrongSecret,
    /// It is for another application, or the callback itself names another.
    #[error("the authentication is for another application")]
    OtherApp,
    /// Its time is too far from now.
    #[error("the time of the authentication is {} s from now", off.as_secs())]
    Time {
        /// How far.
        off: Duration,
    },
}

impl VerifyError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "authentication-missing",
            Self::Malformed => "authentication-malformed",
            Self::WrongSecret => "authentication-wrong-secret",
            Self::OtherApp => "authentication-other-app",
            Self::Time { .. } => "authentication-time",
        }
    }
}
