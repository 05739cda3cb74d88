//! Message ids and accounts.

use std::borrow::Cow;
use std::fmt;

use crate::kind::Kind;

/// The application's own id of a message, `msgId`: any text but the empty one.
///
/// Not unique in practice (the Web demo sends `TEXT_1234` every time), so it alone identifies nothing.
/// Source: the manual, 推荐消息格式; at most [`MsgId::MAX_LEN`] bytes in the header of a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MsgId<'a>(Cow<'a, str>);

impl<'a> MsgId<'a> {
    /// The longest id that a message's header may have, in bytes of UTF-8: 15 KiB, the size of a message.
    pub const MAX_LEN: usize = 15 * 1024;

    /// Takes any text but the empty one.
    ///
    /// # Errors
    /// Where the text is empty.
    pub fn new(id: impl Into<Cow<'a, str>>) -> Result<Self, EmptyMsgId> {
        let id = id.into();
        if id.is_empty() { Err(EmptyMsgId) } else { Ok(Self(id)) }
    }

    /// An id in the manual's form: the kind, `_`, and what tells it from its like.
    ///
    /// ```
    /// use mimc_msg::{Kind, MsgId};
    ///
    /// assert_eq!(MsgId::of_kind(&Kind::Text, 12345).as_str(), "TEXT_12345");
    /// ```
    #[must_use]
    pub fn of_kind(kind: &Kind<'_>, unique: impl fmt::Display) -> MsgId<'static> {
        MsgId(Cow::Owned(format!("{kind}_{unique}")))
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same id, owning its text.
    #[must_use]
    pub fn into_owned(self) -> MsgId<'static> {
        MsgId(Cow::Owned(self.0.into_owned()))
    }
}

impl fmt::Display for MsgId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An id that is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a message id must not be empty")]
#[non_exhaustive]
pub struct EmptyMsgId;

/// A user of the application, as the application names them: `appAccount`. Any text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account<'a>(Cow<'a, str>);

impl<'a> Account<'a> {
    /// Takes any text.
    #[must_use]
    pub fn new(account: impl Into<Cow<'a, str>>) -> Self {
        Self(account.into())
    }

    /// The account.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same account, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Account<'static> {
        Account(Cow::Owned(self.0.into_owned()))
    }
}

impl<'a> From<&'a str> for Account<'a> {
    fn from(account: &'a str) -> Self {
        Self::new(account)
    }
}

impl From<String> for Account<'_> {
    fn from(account: String) -> Self {
        Self::new(account)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Account<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Account".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let description = "A user of the application, as the application names them.";
        schemars::json_schema!({ "title": "Account", "description": description, "type": "string" })
    }
}

impl fmt::Display for Account<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
