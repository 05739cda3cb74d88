//! What a device sees, in few words.

use mimc_conversation::{Address, Conversation, Event, Limits};
use mimc_msg::{Account, Body, Content, Envelope, Medium, MsgId, Receipt, Timestamp};

/// The time at which everything is seen, in milliseconds.
pub const NOW: u64 = 1_516_763_973_000;

/// Where it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums, reason = "for tests alone")]
pub enum Stage {
    /// `ada`, whose state it is, and `bo`.
    Pair,
    /// Group 7 with `ada`, whose state it is, `bo` and `cy`.
    Group,
}

/// One sighting of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// Who sent it.
    pub sender: &'static str,
    /// Its `msgId`.
    pub id: &'static str,
    /// Its time, in milliseconds from [`NOW`].
    pub time: i8,
    /// What it says.
    pub said: Said,
    /// Its sequence: that of a millisecond from [`NOW`].
    pub sequence: Option<i8>,
    /// The id of its packet.
    pub packet: Option<&'static str>,
    /// Whether this device has just sent it.
    pub sent: bool,
    /// Whether its type is not the `bizType` beside it.
    pub disputed: bool,
}

/// What a message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(clippy::exhaustive_enums, reason = "for tests alone")]
pub enum Said {
    /// A text.
    Text(&'static str),
    /// A picture.
    Picture,
    /// A recall of a picture or of a text of this id.
    Recall(bool, &'static str),
    /// The same of a read notice.
    Read(bool, &'static str),
    /// A ping, which may name an account.
    Ping(Option<&'static str>),
    /// A pong.
    Pong,
    /// A friend request, which may name an account.
    Request(Option<&'static str>),
    /// An answer to one.
    Response(bool),
}

impl Stage {
    /// The state of `ada` before anything is seen.
    pub fn empty(self) -> Conversation {
        self.within(Limits::new())
    }

    /// The same with limits.
    pub fn within(self, limits: Limits) -> Conversation {
        let with = match self {
            Self::Pair => Address::account("bo"),
            Self::Group => Address::Topic(7),
        };
        Conversation::within(Account::new("ada"), with, limits)
    }

    /// The time at which everything is seen.
    pub fn now(self) -> Timestamp {
        millis(0)
    }
}

fn millis(from_now: i8) -> Timestamp {
    Timestamp::from_millis(NOW.saturating_add_signed(from_now.into())).expect("a time")
}

impl Sight {
    /// A message of `ada` or another, at a time.
    pub const fn new(sender: &'static str, id: &'static str, time: i8, said: Said) -> Self {
        let (sequence, packet) = (None, None);
        Self { sender, id, time, said, sequence, packet, sent: false, disputed: false }
    }

    /// The same with a sequence.
    #[must_use]
    pub const fn sequence(self, sequence: i8) -> Self {
        Self { sequence: Some(sequence), ..self }
    }

    /// The same with a packet id.
    #[must_use]
    pub const fn packet(self, packet: &'static str) -> Self {
        Self { packet: Some(packet), ..self }
    }

    /// Its sequence as a number.
    pub fn number(&self) -> Option<u64> {
        self.sequence.map(|at| millis(at).as_millis() * 100_000 + 1)
    }

    /// The event.
    pub fn event(&self, stage: Stage) -> Event<'static> {
        let to = match stage {
            Stage::Pair if self.sender == "ada" => Address::account("bo"),
            Stage::Pair => Address::account("ada"),
            Stage::Group => Address::Topic(7),
        };
        let id = MsgId::new(self.id).expect("an id");
        let envelope = Envelope::new(id, millis(self.time), self.body());
        let event = if self.sent {
            Event::sent(envelope, self.sender, to)
        } else {
            Event::received(envelope, self.sender, to)
        };
        let event = event.disputed(self.disputed);
        let event = self.number().into_iter().fold(event, Event::sequence);
        self.packet.into_iter().fold(event, Event::packet)
    }

    fn body(&self) -> Body<'static> {
        let receipt = |picture: bool, target| {
            let what = if picture { Content::File(Medium::PIC) } else { Content::Text };
            Receipt::new(what, MsgId::new(target).expect("an id"))
        };
        match self.said {
            Said::Text(text) => Body::text(text),
            Said::Picture => Body::file(Medium::PIC, "http://a"),
            Said::Recall(picture, target) => Body::Recall(receipt(picture, target)),
            Said::Read(picture, target) => Body::Read(receipt(picture, target)),
            Said::Ping(account) => Body::Ping(account.map(Account::new)),
            Said::Pong => Body::Pong(None),
            Said::Request(account) => Body::friend_request(account.map(Account::new)),
            Said::Response(accepted) => Body::friend_response(None, accepted),
        }
    }
}

/// A stage and what is seen on it, as bytes choose: one for the stage, then six for each sighting. Of everything there are
/// few, so that much is seen twice, clashes or is named by something else.
pub fn scene(choices: &[u8]) -> (Stage, Vec<Sight>) {
    let (stage, rest) = choices.split_first().unwrap_or((&0, &[]));
    let stage = if stage % 2 == 0 { Stage::Pair } else { Stage::Group };
    (stage, rest.chunks_exact(6).map(|six| sight(stage, six)).collect())
}

fn sight(stage: Stage, six: &[u8]) -> Sight {
    let choice = |at: usize| six.get(at).copied().unwrap_or_default();
    let pick = |at: usize, from: &[&'static str]| from[usize::from(choice(at)) % from.len()];
    let senders = if stage == Stage::Pair { &["ada", "bo"][..] } else { &["ada", "bo", "cy"] };
    let sender = pick(0, senders);
    let target = pick(2, &["a", "b", "PING_a"]);
    let picture = choice(2) & 0x10 != 0;
    let said = match choice(1) % 20 {
        0..=4 => Said::Text(pick(2, &["hi", "ho"])),
        5 => Said::Picture,
        6..=9 => Said::Recall(picture, target),
        10..=12 => Said::Read(picture, target),
        13 | 14 => Said::Ping(if picture { Some("bo") } else { None }),
        15 => Said::Pong,
        16 | 17 => Said::Request(if picture { Some("cy") } else { None }),
        18 => Said::Response(false),
        _ => Said::Response(true),
    };
    let id = pick(3, &["a", "a", "b", "PING_a", "PONG_a"]);
    // Half of all have no sequence, and half no packet.
    let sequence = (choice(4) & 1 != 0).then_some(signed(choice(4) / 2 % 5) - 1);
    let packet = (choice(5) & 1 != 0).then(|| ["p", "q", "r"][usize::from(choice(5) / 2 % 3)]);
    let mut sight = Sight::new(sender, id, signed(choice(3) / 8 % 4) - 2, said);
    (sight.sequence, sight.packet) = (sequence, packet);
    sight.sent = sender == "ada" && choice(0) & 0x40 != 0;
    sight.disputed = choice(0) & 0x38 == 0x38;
    sight
}

fn signed(few: u8) -> i8 {
    i8::try_from(few).unwrap_or_default()
}
