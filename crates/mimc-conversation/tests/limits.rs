//! What is dropped first, what is too long, and what a merge keeps.

use mimc_conversation::{Address, Conversation, DropReason, Event, Limits};
use mimc_msg::{
    Account, Body, Content, Envelope, Kind, KindCode, MsgId, Payload, Receipt, Timestamp,
};
use mimc_testkit::conversation::Said::{Ping, Read, Recall, Text};
use mimc_testkit::conversation::{Said, Sight, Stage};

fn add(conversation: &mut Conversation, stage: Stage, sight: &Sight) -> Vec<(String, DropReason)> {
    let outcome = conversation.add(sight.event(stage), stage.now()).expect("ours");
    let dropped = outcome.dropped.iter();
    dropped.map(|one| (one.message.envelope().id.to_string(), one.why)).collect()
}

/// Of the account with most receipts that count for nothing: read notices before recalls, the earliest first; then those that
/// count, the earliest first.
#[test]
fn receipts_are_dropped_in_their_order() {
    let stage = Stage::Group;
    let mut conversation = stage.empty();
    for sight in [
        Sight::new("bo", "m", -99, Text("hi")),
        Sight::new("bo", "n", -98, Text("hi")),
        Sight::new("ada", "counts, later", -2, Read(false, "m")),
        Sight::new("ada", "counts, earlier", -3, Read(false, "n")),
        Sight::new("bo", "recall, earlier", -9, Recall(false, "a")),
        Sight::new("bo", "recall, later", -8, Recall(false, "b")),
        Sight::new("bo", "read, later", -6, Read(false, "a")),
        Sight::new("bo", "read, earlier", -7, Read(false, "b")),
        Sight::new("cy", "of another", -90, Read(false, "c")),
    ] {
        assert_eq!(add(&mut conversation, stage, &sight), []);
    }
    let outcome = stage
        .within(Limits::new().receipts(0))
        .merge(&conversation, stage.now())
        .expect("the same conversation");
    let dropped: Vec<_> =
        outcome.dropped.iter().map(|one| one.message.envelope().id.as_str()).collect();
    let expected = [
        "read, earlier",
        "read, later",
        "recall, earlier",
        "of another",
        "recall, later",
        "counts, earlier",
        "counts, later",
    ];
    assert_eq!(dropped, expected);
}

/// Where memory runs out, pings go before messages, the first of each first.
#[test]
fn pings_go_before_messages() {
    let (stage, mut dropped) = (Stage::Pair, Vec::new());
    let mut conversation = stage.within(Limits::new().bytes(7 << 10));
    for (id, at, said) in [
        ("text", -9, Text("hi")),
        ("PING_1", -8, Ping(None)),
        ("PING_2", -7, Ping(None)),
        ("text 2", -6, Text("hi")),
        ("text 3", -5, Text("hi")),
        ("text 4", -4, Text("hi")),
        ("text 5", -3, Text("hi")),
        ("text 6", -2, Text("hi")),
        ("text 7", -1, Text("hi")),
    ] {
        let sight: Sight = Sight::new("bo", id, at, said as Said);
        dropped.extend(add(&mut conversation, stage, &sight));
    }
    let dropped: Vec<_> = dropped.iter().map(|(id, why)| (&**id, *why)).collect();
    let expected = [
        ("PING_1", DropReason::Signals),
        ("PING_2", DropReason::Signals),
        ("text", DropReason::Messages),
    ];
    assert_eq!(dropped[..3], expected);
}

/// The larger loss is that of both, and no more is kept than the limits say.
#[test]
fn a_merge_keeps_within_limits() {
    let stage = Stage::Pair;
    let device = |from: i8| {
        let mut conversation = stage.within(Limits::new().messages(3).receipts(2));
        for at in 0..5 {
            let text = Sight::new("bo", "a", from + at, Text("hi"));
            add(&mut conversation, stage, &text);
            let recall = [Recall(false, "b"), Recall(true, "b"), Read(false, "b")];
            let receipt =
                Sight::new("bo", "r", from + at, recall[usize::try_from(at % 3).unwrap()]);
            add(&mut conversation, stage, &receipt);
        }
        conversation
    };
    let (mut phone, mut desk, again) = (device(0), device(20), device(20));
    let losses = desk.losses();
    assert!(losses.messages == 2 && losses.receipts > 0, "{losses:?}");
    // It has nothing else, so nothing is lost by it.
    assert_eq!(desk.merge(&again, stage.now()).unwrap().dropped, []);
    assert_eq!(desk.losses(), losses);
    let outcome = phone.merge(&desk, stage.now()).unwrap();
    let dropped = outcome.dropped.iter().filter(|one| one.why == DropReason::Messages).count();
    assert_eq!((phone.messages().count(), dropped, phone.losses().messages), (3, 3, 5));
    assert!(phone.losses().receipts >= losses.receipts);
    let mut empty = stage.empty();
    empty.merge(&phone, stage.now()).unwrap();
    assert_eq!(empty.losses(), phone.losses());
}

/// A contradiction goes with the messages that make it, and all else that is noted of them.
#[test]
fn contradictions_go_with_their_messages() {
    let stage = Stage::Pair;
    let text = |id, at| Sight::new("bo", id, at, Text("hi")).packet("p").sequence(at);
    for twin in [text("a", 1), Sight { id: "b", ..text("a", 0) }] {
        let mut conversation = stage.within(Limits::new().messages(2));
        let again = Sight { time: twin.time.min(0), ..twin };
        for sight in [&text("a", 0), &again] {
            assert_eq!(add(&mut conversation, stage, sight), []);
        }
        assert!(!conversation.problems().is_empty());
        let later = |at| Sight::new("bo", "c", at, Text("hi")).sequence(at);
        for sight in [later(2), later(3), later(4)] {
            add(&mut conversation, stage, &sight);
        }
        assert_eq!(conversation.problems(), []);
        let mut clean = stage.within(Limits::new().messages(2));
        for sight in [later(3), later(4)] {
            add(&mut clean, stage, &sight);
        }
        let (mut dropped, mut none) = (conversation.clone(), clean.clone());
        dropped.merge(&clean, stage.now()).unwrap();
        none.merge(&conversation, stage.now()).unwrap();
        assert_eq!(dropped, none, "but for the losses, nothing is left of them");
    }
}

fn text(body: String) -> Event<'static> {
    let id = MsgId::new("m").expect("an id");
    Event::received(
        Envelope::new(id, Timestamp::MAX, Body::text(body)),
        "bo",
        Address::account("ada"),
    )
}

/// Text and packet id count together, from events and from states.
#[test]
fn the_length_of_an_event_has_a_limit() {
    let limits = Limits::new().event_bytes(100);
    let within = |limits| Conversation::within(Account::new("ada"), Address::account("bo"), limits);
    // The sender and the id have three bytes.
    for (body, packet, fits) in [(97, 0, true), (98, 0, false), (90, 7, true), (90, 8, false)] {
        let event = || text("x".repeat(body)).packet("p".repeat(packet));
        let (mut narrow, mut wide) = (within(limits), within(Limits::new()));
        let refused = "the message has more than 100 bytes of text, the limit";
        assert_eq!(narrow.add(event(), Timestamp::MAX).is_ok(), fits, "{body} {packet}");
        assert_eq!(narrow.messages().count(), usize::from(fits));
        wide.add(event(), Timestamp::MAX).unwrap();
        let restored = Conversation::restore(wide.state(), limits).map(|_| ());
        let told = restored.map_err(|error| error.to_string());
        let expected = if fits { Ok(()) } else { Err(format!("fact 0 of the state: {refused}")) };
        assert_eq!(told, expected, "{body} {packet}");
    }
}

/// What has waited too long goes; what was forged has not waited, and stays to be told.
#[test]
fn what_was_forged_does_not_expire() {
    let stage = Stage::Pair;
    let mut conversation = stage.within(Limits::new().window(1));
    for sight in [
        Sight::new("bo", "a", -9, Text("hi")),
        Sight::new("ada", "forged", -9, Recall(false, "a")),
        Sight::new("ada", "waits", -9, Recall(false, "b")),
    ] {
        add(&mut conversation, stage, &sight);
    }
    let expired = conversation.expire(stage.now());
    assert_eq!(expired.len(), 1);
    assert_eq!(expired[0].message.envelope().id.as_str(), "waits");
    assert_eq!(conversation.problems().len(), 1);
}

/// What is not shown has no status, and a name that is spelled like a code is another one.
#[test]
fn what_looks_alike_is_told_apart() {
    let mut conversation = Conversation::new(Account::new("ada"), Address::account("bo"));
    let code = KindCode::parse("999").expect("a code").into_owned();
    let receipt = Receipt::new(Content::Text, MsgId::new("a").expect("an id"));
    for body in [
        Body::other(Kind::parse("999"), Payload::Absent),
        Body::other(code, Payload::Absent),
        Body::Ping(None),
        Body::Recall(receipt),
    ] {
        let shown = !matches!(body, Body::Ping(_) | Body::Recall(_));
        let envelope = Envelope::new(MsgId::new("m").expect("an id"), Timestamp::MAX, body);
        let event = Event::received(envelope.clone(), "bo", Address::account("ada"));
        let before = conversation.messages().count();
        conversation.add(event, Timestamp::MAX).unwrap();
        assert_eq!(conversation.messages().count() - before, usize::from(shown));
    }
    let ping = conversation.pending_pings(Timestamp::MAX).next().expect("a ping").ping;
    assert_eq!(conversation.status(&ping), None);
    assert!(conversation.messages().all(|message| conversation.status(&message.fact()).is_some()));
}
