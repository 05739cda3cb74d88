//! A message as it is shown.

use std::fmt;
use std::sync::Arc;

use mimc_msg::{Account, Envelope, Timestamp};

use crate::content::{Content, Role};
use crate::fact::Fact;
use crate::receipts::Receipts;
use crate::sightings::Sightings;

/// A message as it is shown, with what became of it.
#[derive(Clone, Copy)]
pub struct Message<'c> {
    pub(crate) content: &'c Arc<Content>,
    pub(crate) sightings: &'c Sightings,
    pub(crate) receipts: &'c Receipts,
    pub(crate) sequence: Option<u64>,
    /// Of a message without a sequence.
    pub(crate) packet: Option<&'c str>,
}

/// What became of a message: each state says more than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// This device has sent it; that it arrived is not known.
    Sent,
    /// The server has it, as its sequence or its return shows.
    Delivered,
    /// Somebody other than its author has read it.
    Read,
    /// Its author has taken it back: it is not to be shown.
    Recalled,
}

/// Who did something to a message, and when.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Mark {
    /// Who.
    pub by: Account<'static>,
    /// When, by the clock of the one who did it.
    pub at: Timestamp,
}

impl<'c> Message<'c> {
    /// The message as its sender wrote it.
    #[must_use]
    pub fn fact(&self) -> Fact {
        Fact(self.content.clone())
    }

    /// The envelope. Of a recalled message too, since the recall may turn out to be ambiguous: see [`Self::status`] first.
    #[must_use]
    pub fn envelope(&self) -> &'c Envelope<'static> {
        &self.content.envelope
    }

    /// Who sent it.
    #[must_use]
    pub fn sender(&self) -> &'c Account<'static> {
        &self.content.sender
    }

    /// The number that the server gave it, where it is known.
    #[must_use]
    pub fn sequence(&self) -> Option<u64> {
        self.sequence
    }

    /// The ids of its packet, where they are known: one, unless senders or servers contradict themselves.
    pub fn packets(&self) -> impl Iterator<Item = &'c str> {
        let linked = self.sequence.map(|sequence| self.sightings.packets_of(sequence));
        self.packet.into_iter().chain(linked.into_iter().flatten())
    }

    /// What became of it.
    #[must_use]
    pub fn status(&self) -> Status {
        let mut status = if self.sequence.is_some() || self.sightings.received {
            Status::Delivered
        } else {
            Status::Sent
        };
        for receipt in self.receipts.about(self.content) {
            let told = if receipt.role() == Role::Recall { Status::Recalled } else { Status::Read };
            status = status.max(told);
        }
        status
    }

    /// That its author has taken it back.
    #[must_use]
    pub fn recalled(&self) -> Option<Mark> {
        self.marks(Role::Recall).next()
    }

    /// Who has read it, by account.
    pub fn read_by(&self) -> impl Iterator<Item = Mark> {
        self.marks(Role::Read)
    }

    fn marks(&self, role: Role) -> impl Iterator<Item = Mark> {
        let marks = self.receipts.about(self.content).filter(move |receipt| receipt.role() == role);
        marks.map(|receipt| Mark { by: receipt.sender.clone(), at: receipt.envelope.timestamp })
    }
}

impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("fact", &self.fact())
            .field("sequence", &self.sequence)
            .field("status", &self.status())
            .finish_non_exhaustive()
    }
}
