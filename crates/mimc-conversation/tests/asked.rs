//! What an event asks for: pings, friend requests, states of another version.

use mimc_conversation::{Action, Address, Conversation, Event, Limits, State};
use mimc_msg::{Account, Body, Envelope, MsgId};
use mimc_testkit::conversation::Said::{Ping, Pong, Request, Response, Text};
use mimc_testkit::conversation::{Sight, Stage};

#[track_caller]
fn add(conversation: &mut Conversation, stage: Stage, sight: &Sight) -> Vec<Action> {
    conversation.add(sight.event(stage), stage.now()).expect("ours").actions
}

#[test]
fn a_ping_is_answered_once_and_while_it_is_fresh() {
    let (stage, mut conversation) = (Stage::Pair, Stage::Pair.empty());
    let ping = Sight::new("bo", "PING_12345", -9, Ping(None));
    let actions = add(&mut conversation, stage, &ping);
    let [Action::Answer { pong, .. }] = &actions[..] else { panic!("{actions:?}") };
    assert_eq!(pong.id.as_str(), "PONG_12345");
    assert_eq!(pong.body, Body::Pong(Some(Account::new("ada"))));
    assert_eq!(pong.timestamp, stage.now());
    assert_eq!(add(&mut conversation, stage, &ping.clone().packet("p")), []);
    let ages: Vec<u64> = conversation.pending_pings(stage.now()).map(|ping| ping.age).collect();
    assert_eq!(ages, [9]);
    assert_eq!(add(&mut conversation, stage, &Sight::new("ada", "PONG_12345", -90, Pong)), []);
    assert_eq!(conversation.pending_pings(stage.now()).count(), 0);

    for time in [-9, 9] {
        let mut impatient = stage.within(Limits::new().patience(8));
        let ping = Sight { time, ..ping.clone() };
        assert_eq!(add(&mut impatient, stage, &ping), []);
        assert_eq!(impatient.pending_pings(stage.now()).count(), 1);
    }
    let mut group = Stage::Group.empty();
    assert_eq!(add(&mut group, Stage::Group, &ping), []);
}

/// Nobody asks himself, and nobody answers himself.
#[test]
fn a_conversation_with_oneself_asks_nothing() {
    let (stage, ada) = (Stage::Pair, || Account::new("ada"));
    let mut conversation = Conversation::new(ada(), Address::Account(ada()));
    for body in [Body::Ping(None), Body::friend_request(None), Body::friend_response(None, true)] {
        let envelope = Envelope::new(MsgId::new("m").unwrap(), stage.now(), body);
        let event = Event::received(envelope, ada(), Address::Account(ada()));
        assert_eq!(conversation.add(event, stage.now()).unwrap().actions, []);
    }
    assert!(conversation.friend_requests().all(|request| request.answer.is_none()));
    assert_eq!(conversation.problems().len(), 1);
}

/// Some clients give every message one id (docs/evidence.md, A).
#[test]
fn pings_of_one_id_are_answered_each() {
    let (stage, mut conversation) = (Stage::Pair, Stage::Pair.empty());
    for (at, waits) in [(-90, 1), (-60, 1), (-30, 1)] {
        let actions = add(&mut conversation, stage, &Sight::new("bo", "msgId", at, Ping(None)));
        let [Action::Answer { pong, .. }] = &actions[..] else { panic!("{actions:?}") };
        assert_eq!(pong.id.as_str(), "PONG_msgId");
        assert_eq!(conversation.pending_pings(stage.now()).count(), waits);
        add(&mut conversation, stage, &Sight::new("ada", "PONG_msgId", at + 9, Pong));
        assert_eq!(conversation.pending_pings(stage.now()).count(), 0);
    }
}

/// A pong of a clock that is far ahead does not answer everything for years.
#[test]
fn a_clock_that_jumped_answers_no_later_pings() {
    let stage = Stage::Pair;
    let limits = Limits::new().patience(50).window(100);
    for (pong, answers, waits) in [(40, 0, 0), (60, 1, 0), (120, 1, 1)] {
        let mut conversation = stage.within(limits);
        add(&mut conversation, stage, &Sight::new("ada", "PONG_9", pong, Pong));
        let ping = Sight::new("bo", "PING_1", -9, Ping(None));
        assert_eq!(add(&mut conversation, stage, &ping).len(), answers, "{pong}");
        assert_eq!(conversation.pending_pings(stage.now()).count(), waits, "{pong}");
    }
}

/// What one device has answered is not asked of the other, and an answer is told once.
#[test]
fn a_merge_asks_what_nobody_has_answered() {
    let (stage, mut phone, mut desk) = (Stage::Pair, Stage::Pair.empty(), Stage::Pair.empty());
    for sight in [
        Sight::new("bo", "PING_1", -20, Ping(None)),
        Sight::new("ada", "PONG_1", -19, Pong),
        Sight::new("bo", "f", -18, Request(None)),
        Sight::new("ada", "g", -17, Response(true)),
        Sight::new("ada", "h", -16, Request(None)),
        Sight::new("ada", "i", -15, Request(None)),
        Sight::new("bo", "j", -14, Response(false)),
        Sight::new("bo", "k", -13, Response(true)),
        Sight::new("bo", "PING_2", -12, Ping(None)),
        Sight::new("bo", "l", -11, Request(None)),
    ] {
        add(&mut desk, stage, &sight);
    }
    let actions = phone.merge(&desk, stage.now()).unwrap().actions;
    let [
        Action::Answer { ping, .. },
        Action::Decide { request, .. },
        Action::Answered { response, .. },
    ] = &actions[..]
    else {
        panic!("{actions:?}")
    };
    let ids = [ping, request, response].map(|fact| fact.envelope().id.as_str());
    assert_eq!(ids, ["PING_2", "l", "k"]);
    assert_eq!(phone.merge(&desk, stage.now()).unwrap().actions, []);
}

#[test]
fn friendship_is_decided_once() {
    let (stage, mut conversation) = (Stage::Pair, Stage::Pair.empty());
    let asked = Sight::new("bo", "f", -9, Request(None));
    assert!(matches!(add(&mut conversation, stage, &asked)[..], [Action::Decide { .. }]));
    assert_eq!(add(&mut conversation, stage, &asked), []);
    assert_eq!(add(&mut conversation, stage, &Sight::new("ada", "g", -8, Response(true))), []);
    let request = conversation.friend_requests().next().unwrap();
    assert!(request.answer.unwrap().accepted);

    // The answer to a request that this device did not send comes before it is known.
    assert_eq!(add(&mut conversation, stage, &Sight::new("bo", "h", -7, Response(false))), []);
    let actions = add(&mut conversation, stage, &Sight::new("ada", "i", -6, Request(None)));
    assert!(matches!(actions[..], [Action::Answered { accepted: false, .. }]), "{actions:?}");
}

#[test]
fn a_state_says_its_version() {
    let (stage, mut conversation) = (Stage::Pair, Stage::Pair.empty());
    add(&mut conversation, stage, &Sight::new("bo", "a", -9, Text("hi")).sequence(-9).packet("p"));
    let json = serde_json::to_string(&conversation.state()).unwrap();
    assert_eq!(
        json,
        r#"{"version":1,"me":"ada","with":{"account":"bo"},"losses":{"messages":0,"receipts":0},"facts":[{"sender":"bo","msgId":"a","timestamp":"1516763972991","version":0,"body":{"text":"hi"},"extra":[],"disputed":false,"received":true,"seen":[{"sequence":"151676397299100001","packet":"p"}]}]}"#
    );
    let later = json.replace(r#""version":1"#, r#""version":2"#);
    let error = serde_json::from_str::<State>(&later).unwrap_err();
    assert!(
        error.to_string().starts_with("the state has version 2, and 1 is read here"),
        "{error}"
    );
}

#[test]
fn a_state_of_no_conversation_is_refused() {
    let state = |fact: &str| {
        let json = format!(
            r#"{{"version":1,"me":"ada","with":{{"account":"bo"}},"losses":{{"messages":0,"receipts":0}},"facts":[{fact}]}}"#
        );
        let state: State = serde_json::from_str(&json).unwrap();
        Conversation::restore(state, Limits::new()).map_err(|error| error.to_string())
    };
    for (fact, error) in [
        (
            r#"{"sender":"bo","msgId":"","timestamp":"1","body":{"text":"hi"}}"#,
            "fact 0 of the state: it is no message",
        ),
        (
            r#"{"sender":"bo","msgId":"a","timestamp":"18446744073709551615","body":{"text":"hi"}}"#,
            "fact 0 of the state: it is no message",
        ),
        (
            r#"{"sender":"bo","msgId":"a","timestamp":"1","body":{"file":{"medium":"a","url":""}}}"#,
            "fact 0 of the state: it is no message",
        ),
        (
            r#"{"sender":"bo","msgId":"a","timestamp":"1","body":{"recall":{"what":"PING","target":"a"}}}"#,
            "fact 0 of the state: it is no message",
        ),
        (
            r#"{"sender":"bo","msgId":"a","timestamp":"1","body":{"other":{"kind":{"name":"S"},"payload":{"json":"{"}}}}"#,
            "fact 0 of the state: it is no message",
        ),
        (
            r#"{"sender":"cy","msgId":"a","timestamp":"1","body":{"text":"hi"}}"#,
            "fact 0 of the state: the message belongs to another conversation",
        ),
    ] {
        assert_eq!(state(fact), Err(error.to_owned()), "{fact}");
    }
    assert_eq!(
        state(r#"{"sender":"bo","msgId":"a","timestamp":"1","body":{"text":"hi"}}"#)
            .unwrap()
            .messages()
            .count(),
        1
    );
}
