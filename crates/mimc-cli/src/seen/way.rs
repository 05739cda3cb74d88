//! The conversation that a message is of.

use mimc_conversation::Address;
use mimc_msg::Account;

use crate::json::{member, number, put};
use crate::show::safe;

/// A conversation, whoever looks at it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Talk {
    /// Of two accounts, the lesser one first.
    Pair(Account<'static>, Account<'static>),
    Group(u64),
}

impl Talk {
    pub(super) fn of(sender: &Account<'static>, to: &Address<'static>) -> Self {
        match to {
            Address::Account(to) if to < sender => Self::Pair(to.clone(), sender.clone()),
            Address::Account(to) => Self::Pair(sender.clone(), to.clone()),
            Address::Topic(topic) => Self::Group(*topic),
            _ => Self::Group(0),
        }
    }

    /// For people.
    pub(crate) fn title(&self) -> String {
        match self {
            Self::Pair(one, two) => format!("{} and {}", safe(one.as_str()), safe(two.as_str())),
            Self::Group(topic) => format!("group {topic}"),
        }
    }

    /// The first member of an object about it.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Pair(one, two) => {
                member(out, "{\"accounts\":[", one.as_str());
                member(out, ",", two.as_str());
                put(out, "]");
            }
            Self::Group(topic) => {
                put(out, "{\"topicId\":\"");
                number(out, *topic);
                put(out, "\"");
            }
        }
    }
}
