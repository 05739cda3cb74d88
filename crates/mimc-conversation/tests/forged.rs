//! Events that somebody made up: none has an effect, and each is reported.

use mimc_conversation::{Action, Address, Conversation, Event, ProblemKind, Refused, Status};
use mimc_msg::{Codec, Deviation, Flag as _};
use mimc_testkit::conversation::Said::{
    Picture, Ping, Pong, Read, Recall, Request, Response, Text,
};
use mimc_testkit::conversation::{Said, Sight, Stage, shown};

/// What is there before: a text of each, a picture, and friendship, which is asked for between two alone.
fn honest(stage: Stage) -> Vec<Sight> {
    let mut seen = vec![
        Sight::new("bo", "a", -9, Text("hi")).sequence(-9).packet("p"),
        Sight::new("ada", "b", -8, Text("ho")).sequence(-8),
        Sight::new("bo", "c", -7, Picture).sequence(-7),
    ];
    if stage == Stage::Pair {
        seen.push(Sight::new("ada", "f", -6, Request(None)).sequence(-6));
        seen.push(Sight::new("bo", "g", -5, Response(true)).sequence(-5));
    }
    seen
}

/// What is shown of messages and requests.
fn visible(conversation: &Conversation, stage: Stage) -> Vec<String> {
    let mut lines = shown(conversation, stage.now());
    lines.retain(|line| !line.starts_with("problem"));
    lines
}

/// Before or after the honest ones, a forged event does nothing, and a problem of this code is told.
#[track_caller]
fn does_nothing(stage: Stage, forged: &Sight, code: &str) {
    let seen = |sights: &[Sight]| {
        let mut conversation = stage.empty();
        let mut actions: Vec<Action> = Vec::new();
        for sight in sights {
            let outcome = conversation.add(sight.event(stage), stage.now()).expect("ours");
            actions.extend(outcome.actions);
        }
        (conversation, actions)
    };
    let honest = honest(stage);
    let (clean, expected) = seen(&honest);
    let late = [&honest[..], std::slice::from_ref(forged)].concat();
    let early = [std::slice::from_ref(forged), &honest[..]].concat();
    for sights in [late, early] {
        let (conversation, actions) = seen(&sights);
        assert_eq!(visible(&conversation, stage), visible(&clean, stage), "{forged:?}");
        assert_eq!(actions, expected, "{forged:?}");
        let codes: Vec<_> = conversation.problems().iter().map(|one| one.kind.code()).collect();
        assert_eq!(codes, [code], "{forged:?}");
    }
}

const fn forged(sender: &'static str, said: Said) -> Sight {
    Sight::new(sender, "x", -1, said)
}

#[test]
fn forged_events_do_nothing() {
    for stage in [Stage::Pair, Stage::Group] {
        for (event, code) in [
            (forged("ada", Recall(false, "a")), "not-author"),
            (forged("bo", Recall(false, "b")), "not-author"),
            (forged("ada", Recall(true, "c")), "not-author"),
            (forged("bo", Read(false, "a")), "not-receiver"),
            (forged("ada", Read(false, "b")), "not-receiver"),
            (forged("bo", Recall(true, "a")), "kind-mismatch"),
            (forged("bo", Recall(false, "c")), "kind-mismatch"),
            (forged("ada", Read(true, "a")), "kind-mismatch"),
            (forged("bo", Ping(Some("ada"))), "account-mismatch"),
            (forged("bo", Request(Some("cy"))), "account-mismatch"),
            (forged("ada", Response(true)), "nobody-asked"),
            // Whoever names the sequence of another's message has not become its author.
            (forged("ada", Recall(false, "a")).sequence(-9).packet("p"), "not-author"),
            (Sight { disputed: true, ..forged("bo", Recall(false, "a")) }, "type-conflict"),
            (Sight { disputed: true, ..forged("ada", Read(false, "a")) }, "type-conflict"),
            (Sight { disputed: true, ..forged("bo", Ping(None)) }, "type-conflict"),
            (Sight { disputed: true, ..forged("bo", Pong) }, "type-conflict"),
            (Sight { disputed: true, ..forged("bo", Request(None)) }, "type-conflict"),
            (Sight { disputed: true, ..forged("bo", Response(false)) }, "type-conflict"),
        ] {
            does_nothing(stage, &event, code);
        }
    }
    for (event, code) in [
        (forged("cy", Recall(false, "a")), "not-author"),
        (forged("cy", Recall(true, "c")), "not-author"),
        (forged("cy", Response(true)), "nobody-asked"),
        (Sight { disputed: true, ..forged("cy", Read(false, "a")) }, "type-conflict"),
    ] {
        does_nothing(Stage::Group, &event, code);
    }
}

/// In a group, who has used the id of another's message recalls his own alone.
#[test]
fn a_recall_means_its_own_sender() {
    let stage = Stage::Group;
    let mut conversation = stage.empty();
    for sight in [
        Sight::new("bo", "a", -9, Text("hi")).sequence(-9),
        Sight::new("cy", "a", -9, Text("hi")).sequence(-8),
        Sight::new("cy", "r", -7, Recall(false, "a")),
    ] {
        conversation.add(sight.event(stage), stage.now()).unwrap();
    }
    let statuses: Vec<_> = conversation.messages().map(|message| message.status()).collect();
    assert_eq!(statuses, [Status::Delivered, Status::Recalled]);
}

#[test]
fn a_stranger_in_a_group_recalls_nothing() {
    let stage = Stage::Group;
    let mut conversation = stage.empty();
    let text = Sight::new("bo", "a", -9, Text("hi"));
    conversation.add(text.event(stage), stage.now()).unwrap();
    let outcome =
        conversation.add(forged("cy", Recall(false, "a")).event(stage), stage.now()).unwrap();
    assert_eq!(outcome.problem.map(|problem| problem.kind), Some(ProblemKind::NotAuthor));
    assert!(conversation.messages().all(|message| message.status() == Status::Delivered));
}

/// A sequence, a packet id or a `msgId` that is somebody else's hides nothing.
#[test]
fn a_borrowed_identity_hides_nothing() {
    let stage = Stage::Pair;
    for (borrowed, code) in [
        (Sight::new("ada", "x", -1, Text("mine")).sequence(-9), "sequence-twice"),
        (Sight::new("bo", "a", -9, Text("ho")).sequence(-9), "sequence-twice"),
        (Sight::new("bo", "x", -1, Text("ho")).packet("p"), "packet-twice"),
    ] {
        let mut conversation = stage.empty();
        for sight in [&honest(stage)[..], &[borrowed]].concat() {
            conversation.add(sight.event(stage), stage.now()).unwrap();
        }
        assert_eq!(conversation.messages().count(), 4);
        let problems = conversation.problems();
        assert_eq!(problems.iter().filter(|problem| problem.kind.code() == code).count(), 2);
    }
    // Another sender may use the same packet id and the same msgId.
    let mut conversation = stage.empty();
    for sight in
        [&honest(stage)[..], &[Sight::new("ada", "a", -9, Text("hi")).packet("p")]].concat()
    {
        conversation.add(sight.event(stage), stage.now()).unwrap();
    }
    assert_eq!(conversation.problems(), []);
    let recall =
        conversation.add(forged("bo", Recall(false, "a")).event(stage), stage.now()).unwrap();
    let [Action::Delete { message, .. }] = &recall.actions[..] else { panic!("{recall:?}") };
    assert_eq!(message.sender().as_str(), "bo");
}

/// The codec tells that the type inside is not the one beside, and the conversation heeds it.
#[test]
fn a_conflict_of_types_comes_from_the_codec() {
    let stage = Stage::Pair;
    let mut conversation = stage.empty();
    conversation.add(honest(stage)[0].event(stage), stage.now()).unwrap();
    let json = br#"{"version":0,"msgId":"x","msgType":"TEXT_RECALL","timestamp":"1516763973000","payload":{"recall_msgId":"a"}}"#;
    let decoded = Codec::new().biz_type("TEXT").decode(json).unwrap();
    assert!(decoded.deviations.contains(Deviation::BizTypeConflict));
    assert_eq!(Deviation::BizTypeConflict.code(), "biz-type-conflict");
    let event = Event::decoded(decoded, "bo", Address::account("ada"));
    let outcome = conversation.add(event, stage.now()).unwrap();
    assert_eq!(outcome.actions, []);
    assert_eq!(outcome.problem.unwrap().kind, ProblemKind::TypeConflict);
    // The same recall with its own type beside it does what it says.
    let decoded = Codec::new().biz_type("TEXT_RECALL").decode(json).unwrap();
    let event = Event::decoded(decoded, "bo", Address::account("ada"));
    let outcome = conversation.add(event, stage.now()).unwrap();
    assert!(matches!(outcome.actions[..], [Action::Delete { .. }]), "{outcome:?}");
}

#[test]
fn what_is_not_of_the_conversation_is_refused() {
    let stage = Stage::Pair;
    let mut conversation = stage.empty();
    let envelope = forged("bo", Text("hi")).event(stage);
    let empty = conversation.clone();
    let body = || mimc_msg::Body::text("hi");
    let text =
        |body| mimc_msg::Envelope::new(mimc_msg::MsgId::new("x").unwrap(), stage.now(), body);
    for (sender, to) in [
        ("cy", Address::account("ada")),
        ("bo", Address::account("cy")),
        ("bo", Address::account("bo")),
        ("ada", Address::account("ada")),
        ("bo", Address::Topic(7)),
    ] {
        let event = Event::received(text(body()), sender, to);
        assert_eq!(conversation.add(event, stage.now()), Err(Refused::Elsewhere), "{sender}");
    }
    let sent = Event::sent(text(body()), "bo", Address::account("ada"));
    assert_eq!(conversation.add(sent, stage.now()), Err(Refused::SentByAnother));
    let long = Event::received(
        text(mimc_msg::Body::text("a".repeat(65 << 10))),
        "bo",
        Address::account("ada"),
    );
    let refused = conversation.add(long, stage.now()).unwrap_err();
    assert_eq!(refused.to_string(), "the message has more than 65536 bytes of text, the limit");
    assert_eq!(conversation, empty);
    conversation.add(envelope, stage.now()).unwrap();
    let other = Stage::Group.empty();
    assert_eq!(conversation.merge(&other, stage.now()), Err(Refused::Elsewhere));
}
