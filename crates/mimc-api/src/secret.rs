//! Texts that nobody may see.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serializer};
use subtle::ConstantTimeEq as _;
use zeroize::{ZeroizeOnDrop, Zeroizing};

/// A text that must not be seen: it does not print, comparing it takes the same time wherever two
/// differ, and its memory is overwritten when it is dropped.
///
/// [`Self::secret`] is the only way to the text. It does not implement `Serialize`: only the requests and
/// answers that must carry it write it.
///
/// ```
/// use mimc_api::Token;
///
/// let token = Token::new("FQw1yQZ/QDI9")?;
/// assert_eq!(format!("{token:?}"), "Token(..)");
/// assert_eq!(token.secret(), "FQw1yQZ/QDI9");
/// # Ok::<(), mimc_api::InvalidSecret>(())
/// ```
///
/// ```compile_fail
/// fn log(value: &impl serde::Serialize) {}
/// log(&mimc_api::Token::new("FQw1yQZ/QDI9").unwrap());
/// ```
pub struct Secret<Of> {
    text: Zeroizing<String>,
    of: PhantomData<fn() -> Of>,
}

/// The secret of an application, `appSecret`: with it, anybody is the application.
pub type AppSecret = Secret<of::AppSecret>;
/// What a user's client proves itself with, `token`: about 500 characters of base64 (EVIDENCE B.1).
pub type Token = Secret<of::Token>;
/// The key of a user's session, `miUserSecurityKey`: base64 of 16 bytes. The manual's table calls it
/// `$appSecret`, which is wrong (EVIDENCE B.1).
pub type SecurityKey = Secret<of::SecurityKey>;
/// What a callback proves itself with, `authentication` (EVIDENCE B.9).
pub type Authentication = Secret<of::Authentication>;

/// What a secret is of.
pub mod of {
    /// Names a kind of secret in debug output.
    pub trait Name {
        /// The name.
        const NAME: &'static str;
        /// What it is, in words.
        const ABOUT: &'static str;
    }

    /// See [`AppSecret`](super::AppSecret).
    #[derive(Debug)]
    #[non_exhaustive]
    pub struct AppSecret;
    /// See [`Token`](super::Token).
    #[derive(Debug)]
    #[non_exhaustive]
    pub struct Token;
    /// See [`SecurityKey`](super::SecurityKey).
    #[derive(Debug)]
    #[non_exhaustive]
    pub struct SecurityKey;
    /// See [`Authentication`](super::Authentication).
    #[derive(Debug)]
    #[non_exhaustive]
    pub struct Authentication;

    impl Name for AppSecret {
        const NAME: &'static str = "AppSecret";
        const ABOUT: &'static str = "The secret of an application, for its own server only.";
    }
    impl Name for Token {
        const NAME: &'static str = "Token";
        const ABOUT: &'static str = "What a user's client proves itself with.";
    }
    impl Name for SecurityKey {
        const NAME: &'static str = "SecurityKey";
        const ABOUT: &'static str = "The key of a user's session.";
    }
    impl Name for Authentication {
        const NAME: &'static str = "Authentication";
        const ABOUT: &'static str = "What a callback proves itself with.";
    }
}

impl<Of> Secret<Of> {
    /// Takes a text that can be the value of a header: visible ASCII, not empty.
    ///
    /// # Errors
    /// Where it has anything else: a line end would begin another header. The error does not say what.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidSecret> {
        let text = Zeroizing::new(text.into());
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(InvalidSecret);
        }
        Ok(Self { text, of: PhantomData })
    }

    /// Takes any text, for secrets that never stand in a header.
    pub(crate) fn unchecked(text: String) -> Self {
        Self { text: Zeroizing::new(text), of: PhantomData }
    }

    /// The text.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.text
    }

    pub(crate) fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }

    #[allow(clippy::ref_option, reason = "serde hands values to `serialize_with` so")]
    pub(crate) fn write_option<S: Serializer>(
        secret: &Option<Self>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match secret {
            Some(secret) => secret.write(serializer),
            None => serializer.serialize_none(),
        }
    }
}

impl Authentication {
    /// Reads any text, or nothing: what makes no sense is for the verifier to say.
    pub(crate) fn read_option<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Self>, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.map(Self::unchecked))
    }
}

impl<Of> ZeroizeOnDrop for Secret<Of> {}

#[cfg(feature = "schemars")]
impl<Of: of::Name> schemars::JsonSchema for Secret<Of> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Of::NAME.into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::schema::visible_ascii(Of::NAME, Of::ABOUT)
    }
}

impl<Of> Clone for Secret<Of> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), of: PhantomData }
    }
}

impl<Of> PartialEq for Secret<Of> {
    /// In constant time for texts of the same length.
    fn eq(&self, other: &Self) -> bool {
        self.text.as_bytes().ct_eq(other.text.as_bytes()).into()
    }
}

impl<Of> Eq for Secret<Of> {}

impl<Of: of::Name> fmt::Debug for Secret<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(..)", Of::NAME)
    }
}

impl<'de, Of> Deserialize<'de> for Secret<Of> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(text).map_err(serde::de::Error::custom)
    }
}

/// A text that cannot be a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a secret is visible ASCII and not empty: no blank, no line end")]
#[non_exhaustive]
pub struct InvalidSecret;
