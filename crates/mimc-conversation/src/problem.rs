//! What has no effect, and why.

use std::fmt;

use crate::fact::Fact;

/// A message that has no effect though it claims one, or that contradicts another.
///
/// What is a problem follows from what was seen and not from its order: an event that comes later can solve one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Problem {
    /// The message.
    pub message: Fact,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong with a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A receipt could mean this many messages.
    #[non_exhaustive]
    Ambiguous {
        /// How many.
        messages: usize,
    },
    /// A recall names a message that its sender did not write.
    NotAuthor,
    /// A read notice names a message that its sender wrote, and not received.
    NotReceiver,
    /// A receipt names a message of another kind: a `PIC_FILE_RECALL` a text.
    KindMismatch,
    /// The type inside is another than the `bizType` beside it.
    TypeConflict,
    /// The body names another account than the sender.
    AccountMismatch,
    /// A friend response comes from somebody who was not asked.
    NobodyAsked,
    /// Messages that say different things have the same sequence. All are kept.
    #[non_exhaustive]
    SequenceTwice {
        /// The sequence.
        sequence: u64,
    },
    /// Messages that say different things, or that have different sequences, have the same packet id. All are kept.
    #[non_exhaustive]
    PacketTwice {
        /// The packet id.
        packet: String,
    },
}

impl ProblemKind {
    /// The stable name.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Ambiguous { .. } => "ambiguous",
            Self::NotAuthor => "not-author",
            Self::NotReceiver => "not-receiver",
            Self::KindMismatch => "kind-mismatch",
            Self::TypeConflict => "type-conflict",
            Self::AccountMismatch => "account-mismatch",
            Self::NobodyAsked => "nobody-asked",
            Self::SequenceTwice { .. } => "sequence-twice",
            Self::PacketTwice { .. } => "packet-twice",
        }
    }

    /// In words.
    #[must_use]
    pub const fn describe(&self) -> &'static str {
        match self {
            Self::Ambiguous { .. } => "several messages have the id that it names",
            Self::NotAuthor => "it recalls a message that its sender did not write",
            Self::NotReceiver => "its sender wrote the message that it marks as read",
            Self::KindMismatch => "the message that it names is of another kind",
            Self::TypeConflict => "the type inside is another than the one beside it",
            Self::AccountMismatch => "its body names another account than its sender",
            Self::NobodyAsked => "its sender was not asked for friendship",
            Self::SequenceTwice { .. } => "another message has the same sequence",
            Self::PacketTwice { .. } => "another message has the same packet id",
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.describe())
    }
}
