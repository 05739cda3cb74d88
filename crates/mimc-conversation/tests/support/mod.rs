//! Floods: events as somebody makes them who means ill.
#![allow(dead_code, reason = "each test file uses its own part")]

use mimc_conversation::{Address, Conversation, Event, Limits};
use mimc_msg::{Account, Body, Content, Envelope, MsgId, Receipt, Timestamp};

pub(crate) const NOW: u64 = 1_516_763_973_000;

pub(crate) fn millis(millis: u64) -> Timestamp {
    Timestamp::from_millis(millis).expect("a time")
}

pub(crate) fn id(id: impl Into<String>) -> MsgId<'static> {
    MsgId::new(id.into()).expect("an id")
}

pub(crate) fn text(id_: impl Into<String>, at: u64, body: impl Into<String>) -> Event<'static> {
    let envelope = Envelope::new(id(id_), millis(NOW + at), Body::text(body.into()));
    Event::received(envelope, "bo", Address::account("ada"))
}

pub(crate) fn receipt(at: u64, target: impl Into<String>, recall: bool) -> Event<'static> {
    let receipt = Receipt::new(Content::Text, id(target));
    let body = if recall { Body::Recall(receipt) } else { Body::Read(receipt) };
    let (sender, to) = if recall { ("bo", "ada") } else { ("ada", "bo") };
    Event::received(Envelope::new(id("r"), millis(NOW + at), body), sender, Address::account(to))
}

pub(crate) fn conversation(limits: Limits) -> Conversation {
    Conversation::within(Account::new("ada"), Address::account("bo"), limits)
}

pub(crate) fn add_all(
    conversation: &mut Conversation,
    events: impl Iterator<Item = Event<'static>>,
) -> usize {
    events.map(|event| conversation.add(event, millis(NOW)).expect("ours").actions.len()).sum()
}

/// A flood of a group: it comes from as many accounts as there are events.
fn of_group(sender: u64, body: Body<'static>) -> Event<'static> {
    let envelope = Envelope::new(id("a"), millis(NOW + sender), body);
    Event::received(envelope, format!("{sender}"), Address::Topic(7))
}

fn receipt_of_group(sender: u64, read: bool) -> Event<'static> {
    let receipt = Receipt::new(Content::Text, id("a"));
    of_group(sender, if read { Body::Read(receipt) } else { Body::Recall(receipt) })
}

pub(crate) fn group(limits: Limits) -> Conversation {
    Conversation::within(Account::new("ada"), Address::Topic(7), limits)
}

pub(crate) const GROUP_FLOODS: &[Flood] = &[
    ("texts of one id, and all read one", |n| match n % 2 {
        0 => of_group(n, Body::text("hi")),
        _ => receipt_of_group(n, true),
    }),
    ("texts of one id, and each recalls his own", |n| match n % 2 {
        0 => of_group(n, Body::text("hi")),
        _ => receipt_of_group(n - 1, false),
    }),
    ("one text, and all read it", |n| match n {
        0 => of_group(n, Body::text("hi")),
        _ => receipt_of_group(n, true),
    }),
    ("pings and pongs", |n| match n % 2 {
        0 => of_group(n, Body::Ping(None)),
        _ => of_group(n, Body::Pong(None)),
    }),
];

/// How a flood looks: the n-th event of it.
pub(crate) type Flood = (&'static str, fn(u64) -> Event<'static>);

pub(crate) const FLOODS: &[Flood] = &[
    ("texts", |n| text(format!("t{n}"), n, "hi").sequence(n)),
    ("one id", |n| text("TEXT_1234", n, "hi").sequence(n)),
    ("one content, many sequences", |n| text("a", 0, "hi").sequence(n)),
    ("one content, many packets", |n| text("a", 0, "hi").packet(format!("p{n}"))),
    ("one sequence", |n| text(format!("t{n}"), n, "hi").sequence(7)),
    ("recalls of nothing", |n| receipt(n, format!("t{n}"), true)),
    ("read notices, newest first", |n| receipt(1_000_000 - n, "t", false)),
    ("texts and recalls of one id", |n| match n % 2 {
        0 => text("a", n, "hi"),
        _ => receipt(n, "a", true),
    }),
    ("recalled texts", |n| match n % 2 {
        0 => text(format!("t{n}"), n, "hi"),
        _ => receipt(n, format!("t{}", n - 1), true),
    }),
    ("pings", |n| {
        let ping = Envelope::new(id(format!("PING_{n}")), millis(NOW + n), Body::Ping(None));
        Event::received(ping, "bo", Address::account("ada"))
    }),
    ("friend requests and answers", |n| {
        let (sender, to, body) = match n % 2 {
            0 => ("bo", "ada", Body::friend_request(None)),
            _ => ("ada", "bo", Body::friend_response(None, true)),
        };
        Event::received(Envelope::new(id("f"), millis(NOW + n), body), sender, Address::account(to))
    }),
];
