//! What an event asks the app to do.

use mimc_msg::{Account, Envelope};

use crate::fact::Fact;

/// What the app should do. Each is told once, when an event makes it necessary.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Action {
    /// The author has taken the message back: delete it.
    #[non_exhaustive]
    Delete {
        /// The message.
        message: Fact,
    },
    /// A recall that counted names several messages, as is known now, and counts no more: show the message again.
    #[non_exhaustive]
    Restore {
        /// The message.
        message: Fact,
    },
    /// Mark the message as read.
    #[non_exhaustive]
    MarkRead {
        /// The message.
        message: Fact,
        /// Who has read it.
        by: Account<'static>,
    },
    /// A read notice that counted names several messages, as is known now, and counts no more: take the mark away.
    #[non_exhaustive]
    Unmark {
        /// The message.
        message: Fact,
        /// Whose mark it is.
        by: Account<'static>,
    },
    /// Somebody asks whether this account is there: send the pong, and [add](crate::Conversation::add) it as sent, without the
    /// account where the dialect names none.
    #[non_exhaustive]
    Answer {
        /// The ping.
        ping: Fact,
        /// The answer to it.
        pong: Box<Envelope<'static>>,
    },
    /// Somebody asks for friendship: have the user decide.
    #[non_exhaustive]
    Decide {
        /// The request.
        request: Fact,
    },
    /// The one who was asked for friendship has answered.
    #[non_exhaustive]
    Answered {
        /// The answer.
        response: Fact,
        /// Whether it is a yes.
        accepted: bool,
    },
}
