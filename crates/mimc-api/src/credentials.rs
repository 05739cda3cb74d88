//! Who asks: a user's token, or the application.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

use crate::account::Account;
use crate::ids::AppId;
use crate::secret::{AppSecret, Token};

/// The key of an application, `appKey`: visible ASCII, in practice digits (EVIDENCE D). Not a secret.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AppKey(String);

impl AppKey {
    /// Takes a text that can be the value of a header: visible ASCII, not empty.
    ///
    /// # Errors
    /// Where it has anything else.
    pub fn new(key: impl Into<String>) -> Result<Self, InvalidAppKey> {
        let key = key.into();
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(InvalidAppKey);
        }
        Ok(Self(key))
    }

    /// The key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AppKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for AppKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for AppKey {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AppKey".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::schema::visible_ascii("AppKey", "The key of an application; not a secret.")
    }
}

/// Read from a string, or a number, as the manual's placeholder can be taken.
impl<'de> Deserialize<'de> for AppKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AppKeyVisitor)
    }
}

struct AppKeyVisitor;

impl Visitor<'_> for AppKeyVisitor {
    type Value = AppKey;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_u64<E: Error>(self, key: u64) -> Result<AppKey, E> {
        Ok(AppKey(key.to_string()))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<AppKey, E> {
        AppKey::new(key).map_err(E::custom)
    }
}

/// A text that cannot be an `appKey`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an appKey is visible ASCII and not empty")]
#[non_exhaustive]
pub struct InvalidAppKey;

/// What an application proves itself with, and whom it speaks for.
///
/// For its own server only: whoever has the secret is the application (the manual, 安全认证: 不应存储在客户端).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppCredentials {
    /// `appId`. A server does not see it where the endpoint does not send it.
    pub app_id: Option<AppId>,
    /// `appKey`.
    pub app_key: AppKey,
    /// `appSecret`.
    pub app_secret: AppSecret,
    /// `appAccount`: the user it speaks for. Pushing needs none.
    pub account: Option<Account>,
}

impl AppCredentials {
    /// The application, speaking for nobody.
    #[must_use]
    pub const fn new(app_id: AppId, app_key: AppKey, app_secret: AppSecret) -> Self {
        Self { app_id: Some(app_id), app_key, app_secret, account: None }
    }

    /// The application, speaking for this user.
    #[must_use]
    pub fn account(self, account: Account) -> Self {
        Self { account: Some(account), ..self }
    }
}

/// Who asks.
///
/// Where a request has both, the token counts (the manual, 群聊消息: 优先验证前者).
///
/// ```
/// use mimc_api::{Credentials, Token};
///
/// let credentials = Credentials::from(Token::new("FQw1yQZ")?);
/// assert_eq!(credentials.token().map(Token::secret), Some("FQw1yQZ"));
/// assert!(credentials.app().is_none());
/// # Ok::<(), mimc_api::InvalidSecret>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Credentials {
    /// A user, by the token of their session: `token`.
    Token(Token),
    /// The application.
    App(AppCredentials),
}

impl Credentials {
    /// The token, where a user asks.
    #[must_use]
    pub const fn token(&self) -> Option<&Token> {
        if let Self::Token(token) = self { Some(token) } else { None }
    }

    /// The application, where it asks.
    #[must_use]
    pub const fn app(&self) -> Option<&AppCredentials> {
        if let Self::App(app) = self { Some(app) } else { None }
    }
}

impl From<Token> for Credentials {
    fn from(token: Token) -> Self {
        Self::Token(token)
    }
}

impl From<AppCredentials> for Credentials {
    fn from(app: AppCredentials) -> Self {
        Self::App(app)
    }
}

/// Which credentials an endpoint takes, and where they travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Auth {
    /// Headers: `token`, or `appKey`, `appSecret` and `appAccount`.
    TokenOrApp,
    /// Headers: `token`, or `appId`, `appKey`, `appSecret` and `appAccount` (EVIDENCE B.7).
    TokenOrAppWithId,
    /// Header `token` (EVIDENCE B.6).
    Token,
    /// Body: `appId`, `appKey`, `appSecret` (EVIDENCE B.2).
    App,
    /// Body: `appId`, `appKey`, `appSecret`, `appAccount` (EVIDENCE B.1).
    AppForAccount,
}

impl Auth {
    /// The stable name, as tables print it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TokenOrApp => "token-or-app",
            Self::TokenOrAppWithId => "token-or-app-with-id",
            Self::Token => "token",
            Self::App => "app",
            Self::AppForAccount => "app-for-account",
        }
    }

    /// Whether the credentials travel in the body.
    #[must_use]
    pub const fn in_body(self) -> bool {
        matches!(self, Self::App | Self::AppForAccount)
    }
}
