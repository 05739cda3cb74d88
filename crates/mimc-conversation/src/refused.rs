//! What is no event of a conversation.

/// An event that cannot be one of this conversation. Nothing of it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// It is between other accounts, or in another group.
    #[error("the message belongs to another conversation")]
    Elsewhere,
    /// It is said to be sent by this device, and its sender is another account.
    #[error("a message that this device sent has another sender")]
    SentByAnother,
    /// It has more text than the limit.
    #[error("the message has more than {limit} bytes of text, the limit")]
    #[non_exhaustive]
    TooLong {
        /// The limit in bytes.
        limit: usize,
    },
    /// Its body is of a sort that this version does not know.
    #[error("the body is of a sort that this version does not know")]
    UnknownBody,
}
