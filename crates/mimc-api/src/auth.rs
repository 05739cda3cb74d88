//! Credentials in headers and bodies.

use http::header::{HeaderMap, HeaderName, HeaderValue};
use mimc_msg::Base64Forms;
use serde::{Deserialize, Serialize};

use crate::account::{self, Account};
use crate::credentials::{AppCredentials, AppKey, Auth, Credentials};
use crate::ids::AppId;
use crate::secret::{AppSecret, Token};

const TOKEN: &str = "token";
const APP_ID: &str = "appId";
const APP_KEY: &str = "appKey";
const APP_SECRET: &str = "appSecret";
const APP_ACCOUNT: &str = "appAccount";
const APP_ACCOUNT_ENCODE: &str = "appAccountEncode";

/// The members of a body that are credentials.
pub(crate) const fn body_members(auth: Auth) -> &'static [&'static str] {
    match auth {
        Auth::App => &[APP_ID, APP_KEY, APP_SECRET],
        Auth::AppForAccount => &[APP_ID, APP_KEY, APP_SECRET, APP_ACCOUNT],
        _ => &[],
    }
}

/// Credentials that an endpoint does not take, or that lack something: the name and what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}`: {why}")]
#[non_exhaustive]
pub struct CredentialsFault {
    /// The header or member, by its name on the wire.
    pub name: &'static str,
    /// What is wrong, in words.
    pub why: &'static str,
}

impl CredentialsFault {
    /// What is wrong with this header or member.
    #[must_use]
    pub const fn new(name: &'static str, why: &'static str) -> Self {
        Self { name, why }
    }

    /// The stable code: `invalid-credentials`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "invalid-credentials"
    }
}

const fn fault(name: &'static str, why: &'static str) -> CredentialsFault {
    CredentialsFault { name, why }
}

/// Writes the headers of credentials that travel in headers.
pub(crate) fn write_headers(
    auth: Auth,
    credentials: &Credentials,
    headers: &mut HeaderMap,
) -> Result<(), CredentialsFault> {
    match (auth, credentials) {
        (Auth::App | Auth::AppForAccount, _) => {}
        (_, Credentials::Token(token)) => put(headers, TOKEN, secret(TOKEN, token.secret())?),
        (Auth::Token, Credentials::App(_)) => {
            return Err(fault(TOKEN, "only a user's token may ask for this"));
        }
        (Auth::TokenOrApp | Auth::TokenOrAppWithId, Credentials::App(app)) => {
            if auth == Auth::TokenOrAppWithId {
                let id = app.app_id.ok_or(fault(APP_ID, "the application's id is needed"))?;
                put(headers, APP_ID, HeaderValue::from(id.get()));
            }
            put(headers, APP_KEY, value(APP_KEY, app.app_key.as_str())?);
            put(headers, APP_SECRET, secret(APP_SECRET, app.app_secret.secret())?);
            let account = user(app)?;
            if account.as_str().is_ascii() {
                put(headers, APP_ACCOUNT, value(APP_ACCOUNT, account.as_str())?);
            } else {
                let encoded = Base64Forms::encode(account.as_str().as_bytes());
                put(headers, APP_ACCOUNT, value(APP_ACCOUNT, &encoded)?);
                put(headers, APP_ACCOUNT_ENCODE, HeaderValue::from_static("base64"));
            }
        }
    }
    Ok(())
}

fn user(app: &AppCredentials) -> Result<&Account, CredentialsFault> {
    let account = app.account.as_ref().ok_or(fault(APP_ACCOUNT, "it must say for whom"))?;
    match account::fault(account.as_str()) {
        Some(why) => Err(fault(APP_ACCOUNT, why)),
        None => Ok(account),
    }
}

/// Adds a header; our own names are all valid.
fn put(headers: &mut HeaderMap, name: &'static str, value: HeaderValue) {
    if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
        headers.insert(name, value);
    }
}

fn value(name: &'static str, text: &str) -> Result<HeaderValue, CredentialsFault> {
    HeaderValue::from_str(text).map_err(|_| fault(name, "it cannot be the value of a header"))
}

fn secret(name: &'static str, text: &str) -> Result<HeaderValue, CredentialsFault> {
    let mut value = value(name, text)?;
    value.set_sensitive(true);
    Ok(value)
}

/// Reads the credentials of an endpoint whose credentials travel in headers. The token wins.
pub(crate) fn read_headers(
    auth: Auth,
    headers: &HeaderMap,
) -> Result<Credentials, CredentialsFault> {
    if let Some(token) = header(headers, TOKEN)? {
        let token = Token::new(token).map_err(|_| fault(TOKEN, "it cannot be a token"))?;
        return Ok(Credentials::Token(token));
    }
    if auth == Auth::Token {
        return Err(fault(TOKEN, "the header is missing"));
    }
    let needed =
        |name| header(headers, name)?.ok_or(fault(name, "neither a token nor this header"));
    let app_key = AppKey::new(needed(APP_KEY)?);
    let app_secret = AppSecret::new(needed(APP_SECRET)?);
    let account = needed(APP_ACCOUNT)?;
    let account = match header(headers, APP_ACCOUNT_ENCODE)? {
        None => account.to_owned(),
        Some("base64") => {
            let bytes = Base64Forms::CANONICAL.decode(account.as_bytes());
            let text = bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok());
            text.ok_or(fault(APP_ACCOUNT, "it should be base64 of UTF-8"))?
        }
        Some(_) => return Err(fault(APP_ACCOUNT_ENCODE, "the only encoding is base64")),
    };
    if let Some(why) = account::fault(&account) {
        return Err(fault(APP_ACCOUNT, why));
    }
    let app_id = if auth == Auth::TokenOrAppWithId {
        Some(needed(APP_ID)?.parse().map_err(|_| fault(APP_ID, "it is no id"))?)
    } else {
        None
    };
    Ok(Credentials::App(AppCredentials {
        app_id,
        app_key: app_key.map_err(|_| fault(APP_KEY, "it cannot be an appKey"))?,
        app_secret: app_secret.map_err(|_| fault(APP_SECRET, "it cannot be a secret"))?,
        account: Some(Account::new(account)),
    }))
}

/// The value of a header that may be there once.
pub(crate) fn header<'h>(
    headers: &'h HeaderMap,
    name: &'static str,
) -> Result<Option<&'h str>, CredentialsFault> {
    let key = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| fault(name, "it cannot be the name of a header"))?;
    let mut values = headers.get_all(key).iter();
    let Some(value) = values.next() else { return Ok(None) };
    if values.next().is_some() {
        return Err(fault(name, "the header is there twice"));
    }
    let why = "it has a character that is not visible ASCII";
    value.to_str().map(Some).map_err(|_| fault(name, why))
}

/// The credentials as members of a body.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct InBody {
    /// `appId`: the application.
    #[serde(rename = "appId")]
    id: AppId,
    /// `appKey`: its key.
    #[serde(rename = "appKey")]
    key: AppKey,
    /// `appSecret`: its secret.
    #[serde(rename = "appSecret", serialize_with = "AppSecret::write")]
    #[cfg_attr(feature = "schemars", schemars(with = "AppSecret"))]
    secret: AppSecret,
    /// `appAccount`: for whom it asks.
    #[serde(rename = "appAccount", skip_serializing_if = "Option::is_none")]
    account: Option<Account>,
}

impl InBody {
    /// The members for an endpoint that takes them.
    pub(crate) fn new(auth: Auth, credentials: &Credentials) -> Result<Self, CredentialsFault> {
        let Credentials::App(app) = credentials else {
            return Err(fault(APP_SECRET, "only the application itself may ask for this"));
        };
        let account = match auth {
            Auth::AppForAccount => Some(user(app)?.clone()),
            _ => None,
        };
        let id = app.app_id.ok_or(fault(APP_ID, "the application's id is needed"))?;
        Ok(Self { id, key: app.app_key.clone(), secret: app.app_secret.clone(), account })
    }

    /// The credentials of a body that has been read.
    pub(crate) fn into_credentials(self, auth: Auth) -> Result<Credentials, CredentialsFault> {
        let Self { id, key, secret, account } = self;
        let mut app = AppCredentials::new(id, key, secret);
        app.account = account.filter(|_| auth == Auth::AppForAccount);
        if auth == Auth::AppForAccount {
            user(&app)?;
        }
        Ok(Credentials::App(app))
    }
}
