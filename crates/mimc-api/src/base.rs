//! Where the server is.

use std::fmt;
use std::str::FromStr;

use http::Uri;

/// The address in front of all paths: scheme, host, perhaps a port and a path of its own.
///
/// ```
/// use mimc_api::Base;
///
/// assert_eq!(Base::mimc().to_string(), "https://mimc.chat.xiaomi.net");
/// let local: Base = "http://127.0.0.1:8080/".parse()?;
/// assert_eq!(local.to_string(), "http://127.0.0.1:8080");
/// # Ok::<(), mimc_api::InvalidBase>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Base(String);

impl Base {
    /// Xiaomi's server: `https://mimc.chat.xiaomi.net`.
    #[must_use]
    pub fn mimc() -> Self {
        Self("https://mimc.chat.xiaomi.net".to_owned())
    }

    /// The address, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Xiaomi's server.
impl Default for Base {
    fn default() -> Self {
        Self::mimc()
    }
}

impl FromStr for Base {
    type Err = InvalidBase;

    fn from_str(text: &str) -> Result<Self, InvalidBase> {
        let uri: Uri = text.parse().map_err(|_| InvalidBase)?;
        let http = matches!(uri.scheme_str(), Some("http" | "https"));
        let host = uri.authority().is_some_and(|authority| {
            !authority.host().is_empty() && !authority.as_str().contains('@')
        });
        let port = uri.authority().is_some_and(|authority| {
            authority.port_u16().is_some() || authority.as_str().ends_with(authority.host())
        });
        let steps = uri.path().split('/').any(|segment| matches!(segment, "." | ".."));
        if !http || !host || !port || steps || !text.is_ascii() || text.contains(['?', '#', '%']) {
            return Err(InvalidBase);
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is not the address of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "not the address of a server: http or https, a host, no user, no query, no dots or escapes in the path, all in ASCII"
)]
#[non_exhaustive]
pub struct InvalidBase;
