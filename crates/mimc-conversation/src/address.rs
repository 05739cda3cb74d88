//! To whom a message goes.

use std::fmt;

use mimc_msg::Account;

/// To whom a message goes: one account, or all members of a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Address<'a> {
    /// One account (p2p).
    Account(Account<'a>),
    /// A group, by its `topicId`, ordinary or unlimited.
    Topic(u64),
}

impl Address<'_> {
    /// An account, by its name.
    pub fn account<'a>(account: impl Into<Account<'a>>) -> Address<'a> {
        Address::Account(account.into())
    }

    /// The same address, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Address<'static> {
        match self {
            Self::Account(account) => Address::Account(account.into_owned()),
            Self::Topic(topic) => Address::Topic(topic),
        }
    }
}

impl fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Account(account) => account.fmt(f),
            Self::Topic(topic) => topic.fmt(f),
        }
    }
}
