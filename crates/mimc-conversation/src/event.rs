//! What a device sees: a message, and what is known of its way.

use std::borrow::Cow;

use mimc_msg::{Account, Decoded, Deviation, Envelope};

use crate::address::Address;

/// A message as a device saw it once: just sent, pushed, or read in the history.
///
/// The same message may be seen many times, each time with other knowledge of it: its packet id when it is live, its
/// sequence in the history, both in a callback.
///
/// ```
/// use mimc_conversation::{Address, Event};
/// use mimc_msg::{Body, Envelope, Kind, MsgId, Timestamp};
///
/// let time = Timestamp::from_millis(1_516_763_973_000)?;
/// let hi = Envelope::new(MsgId::of_kind(&Kind::Text, 1), time, Body::text("hi"));
/// let event = Event::received(hi, "ada", Address::account("bo")).sequence(151676397300000001);
/// # let _ = event;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    pub(crate) envelope: Envelope<'a>,
    pub(crate) sender: Account<'a>,
    pub(crate) to: Address<'a>,
    pub(crate) received: bool,
    pub(crate) disputed: bool,
    pub(crate) sequence: Option<u64>,
    pub(crate) packet: Option<Cow<'a, str>>,
}

impl<'a> Event<'a> {
    /// A message that this device has just sent. That it arrived is not known.
    ///
    /// The envelope is what others will decode: of a dialect that leaves something out, the decoded one.
    pub fn sent(
        envelope: Envelope<'a>,
        sender: impl Into<Account<'a>>,
        to: impl Into<Address<'a>>,
    ) -> Self {
        Self { received: false, ..Self::received(envelope, sender, to) }
    }

    /// A message that came from the server: pushed, or in the history; one's own, too.
    ///
    /// `sender` is whom the server names, not the body.
    pub fn received(
        envelope: Envelope<'a>,
        sender: impl Into<Account<'a>>,
        to: impl Into<Address<'a>>,
    ) -> Self {
        let (sender, to) = (sender.into(), to.into());
        Self { envelope, sender, to, received: true, disputed: false, sequence: None, packet: None }
    }

    /// As [`Self::received`], for what the codec has decoded: a type that is not the `bizType` beside it is heeded.
    pub fn decoded(
        decoded: Decoded<'a>,
        sender: impl Into<Account<'a>>,
        to: impl Into<Address<'a>>,
    ) -> Self {
        let disputed = decoded.deviations.contains(Deviation::BizTypeConflict);
        Self::received(decoded.envelope, sender, to).disputed(disputed)
    }

    /// The number that the server gave it.
    #[must_use]
    pub fn sequence(self, sequence: u64) -> Self {
        Self { sequence: Some(sequence), ..self }
    }

    /// The id of its packet. An empty one counts as unknown.
    #[must_use]
    pub fn packet(self, packet: impl Into<Cow<'a, str>>) -> Self {
        Self { packet: Some(packet.into()).filter(|packet| !packet.is_empty()), ..self }
    }

    /// Whether the type inside is another than the `bizType` beside it. Then the message deletes, marks and answers nothing.
    #[must_use]
    pub fn disputed(self, disputed: bool) -> Self {
        Self { disputed, ..self }
    }
}
