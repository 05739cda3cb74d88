//! The state of a conversation.

mod add;
mod keep;
mod problems;
mod requests;

use mimc_msg::{Account, Timestamp};

use crate::address::Address;
use crate::fact::Fact;
use crate::limits::Limits;
use crate::message::{Message, Status};
use crate::messages::{Line, Messages, Place};
use crate::outcome::{Losses, Outcome};
use crate::receipts::{Receipts, Verdict};
use crate::refused::Refused;

/// What an account knows of its conversation with another account, or of a group.
///
/// It is a set of facts: which messages were seen, and how. Everything that it tells follows from the set, so the order in
/// which messages arrive, their repetition and the devices among which they are spread do not matter: see
/// `docs/conversation.md` for the rules. It does no I/O and has no clock.
///
/// ```
/// use mimc_conversation::{Action, Address, Conversation, Event, Status};
/// use mimc_msg::{Account, Body, Envelope, Kind, MsgId, Timestamp};
///
/// let at = |millis: u64| Timestamp::from_millis(1_516_763_973_000 + millis);
/// let hi = Envelope::new(MsgId::of_kind(&Kind::Text, 1), at(0)?, Body::text("hi"));
/// let recall = hi.recall(MsgId::new("TEXT_RECALL_1")?, at(90)?)?;
///
/// // The recall overtakes its message.
/// let mut bo = Conversation::new(Account::new("bo"), Address::account("ada"));
/// let from_ada = |envelope| Event::received(envelope, "ada", Address::account("bo"));
/// assert_eq!(bo.add(from_ada(recall), at(100)?)?.actions, []);
/// let outcome = bo.add(from_ada(hi), at(110)?)?;
/// assert!(matches!(outcome.actions[..], [Action::Delete { .. }]));
/// assert!(bo.messages().all(|message| message.status() == Status::Recalled));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    pub(crate) me: Account<'static>,
    pub(crate) with: Address<'static>,
    pub(crate) limits: Limits,
    pub(crate) messages: Messages,
    pub(crate) receipts: Receipts,
    pub(crate) losses: Losses,
}

impl Conversation {
    /// The conversation of this account with another one or of a group, of which nothing is known.
    #[must_use]
    pub fn new(me: Account<'_>, with: Address<'_>) -> Self {
        Self::within(me, with, Limits::new())
    }

    /// The same with other limits.
    #[must_use]
    pub fn within(me: Account<'_>, with: Address<'_>, limits: Limits) -> Self {
        Self {
            me: me.into_owned(),
            with: with.into_owned(),
            limits,
            messages: Messages::default(),
            receipts: Receipts::default(),
            losses: Losses::default(),
        }
    }

    /// The account whose knowledge this is.
    #[must_use]
    pub fn me(&self) -> &Account<'static> {
        &self.me
    }

    /// The other account, or the group.
    #[must_use]
    pub fn with(&self) -> &Address<'static> {
        &self.with
    }

    /// How much is kept.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// How much was dropped so far. As long as it is nothing, no order matters.
    #[must_use]
    pub fn losses(&self) -> Losses {
        self.losses
    }

    /// The messages in order, without receipts, pings, pongs, and friend requests and their answers; recalled ones too.
    ///
    /// In the order of their sequences; where one has none, by its time. Read from behind (`rev`), it gives the latest
    /// first, without a look at the others.
    #[must_use]
    pub fn messages(&self) -> impl DoubleEndedIterator<Item = Message<'_>> {
        let shown = self.messages.line(&Line::Shown);
        let seen = shown.filter_map(|place| Some((place, self.messages.get(&place.content)?)));
        seen.flat_map(|(Place { content, sequence, .. }, sightings)| {
            let receipts = &self.receipts;
            let message =
                |packet| Message { content, sightings, receipts, sequence: *sequence, packet };
            let stored = sequence.map(|_| None);
            let loose = if sequence.is_none() { sightings.loose() } else { Vec::new() };
            stored.into_iter().chain(loose).map(message)
        })
    }

    /// What became of a message; None where it is not one that is shown, or is not known.
    ///
    /// It looks the message up, where [`Self::messages`] goes through all.
    #[must_use]
    pub fn status(&self, message: &Fact) -> Option<Status> {
        let sightings = self.messages.get(&message.0)?;
        if message.0.role() != crate::content::Role::Shown {
            return None;
        }
        let sequence = sightings.sequences().next();
        let (content, receipts) = (&message.0, &self.receipts);
        Some(Message { content, sightings, receipts, sequence, packet: None }.status())
    }

    /// The receipts that wait for the message that they name, by account.
    pub fn waiting(&self) -> impl Iterator<Item = Fact> {
        let idle = self.receipts.waiting.idle();
        let waits = idle.filter(|receipt| self.receipts.verdict(receipt) == Verdict::Waits);
        waits.map(|receipt| Fact(receipt.clone()))
    }

    /// Adds what another state of the same conversation and account knows, such as that of another device.
    ///
    /// The limits stay its own. What the app should do is what is open when all of the other state is known.
    ///
    /// ```
    /// use mimc_conversation::{Address, Conversation, Event};
    /// use mimc_msg::{Account, Body, Envelope, Kind, MsgId, Timestamp};
    ///
    /// let now = Timestamp::from_millis(1_516_763_973_000)?;
    /// let text = |n| Envelope::new(MsgId::of_kind(&Kind::Text, n), now, Body::text("hi"));
    /// let mut phone = Conversation::new(Account::new("bo"), Address::account("ada"));
    /// let mut desk = phone.clone();
    /// phone.add(Event::received(text(1), "ada", Address::account("bo")), now)?;
    /// desk.add(Event::received(text(2), "ada", Address::account("bo")), now)?;
    ///
    /// let (before, other) = (phone.clone(), desk.clone());
    /// phone.merge(&other, now)?;
    /// desk.merge(&before, now)?;
    /// assert_eq!(phone, desk);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Refused::Elsewhere`] where it is another conversation, or that of another account.
    pub fn merge(&mut self, other: &Self, now: Timestamp) -> Result<Outcome, Refused> {
        if self.me != other.me || self.with != other.with {
            return Err(Refused::Elsewhere);
        }
        let mut outcome = Outcome::default();
        let mut fresh = Vec::new();
        for (content, sightings) in other.messages.iter() {
            for (sequence, packet) in sightings.each() {
                if self.see(content, sequence, packet, sightings.received, &mut outcome) {
                    fresh.push(content.clone());
                }
            }
        }
        for receipt in other.receipts.iter() {
            self.see(receipt, None, None, true, &mut outcome);
        }
        // Asked when all is known, since the other device may have answered.
        outcome.actions.extend(self.asked(&fresh, now));
        let (own, theirs) = (&mut self.losses, other.losses);
        own.messages = own.messages.max(theirs.messages);
        own.receipts = own.receipts.max(theirs.receipts);
        self.keep(&mut outcome);
        Ok(outcome)
    }
}
