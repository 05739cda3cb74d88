//! What the encoder refuses, at the borders of each rule.
#![allow(clippy::panic, reason = "tests")]

use mimc_msg::{
    Account, Body, Content, Dialect, EncodeError, Encoder, Envelope, Extra, Flag as _, Kind, Loss,
    MsgId, Payload, RawJson, Receipt, Timestamp,
};

fn message(version: u32, body: Body<'static>) -> Envelope<'static> {
    let time = Timestamp::from_millis(1_516_763_973_000).expect("a time");
    let mut envelope = Envelope::new(MsgId::new("a-1").expect("an id"), time, body);
    envelope.version = version;
    envelope
}

fn extra(name: &'static str) -> Extra<'static> {
    let mut extra = Extra::new();
    extra.insert(name, RawJson::parse("1").expect("JSON"));
    assert_eq!(extra.len(), 1);
    extra
}

fn with_extra(mut body: Body<'static>, members: Extra<'static>) -> Body<'static> {
    match &mut body {
        Body::FriendRequest { extra, .. } | Body::FriendResponse { extra, .. } => *extra = members,
        _ => panic!("{body:?} has none"),
    }
    body
}

#[test]
fn a_further_member_must_not_have_a_known_name() {
    let receipt = |name| {
        let target = MsgId::new("b").expect("an id");
        let mut receipt = Receipt::new(Content::Text, target);
        receipt.extra = extra(name);
        receipt
    };
    let account = || Some(Account::new("alice"));
    let request = |name| with_extra(Body::friend_request(account()), extra(name));
    let response = |name| with_extra(Body::friend_response(account(), true), extra(name));
    for (body, reserved) in [
        (Body::Recall(receipt("read_msgId")), true),
        (Body::Read(receipt("recall_msgId")), true),
        (Body::Read(receipt("read_msgId")), true),
        (Body::Read(receipt("accepted")), false),
        (request("add_requester"), true),
        (request("accepted"), false),
        (request("read_msgId"), false),
        (response("add_responser"), true),
        (response("accepted"), true),
        (response("add_requester"), false),
    ] {
        let (name, value) = body.extra().and_then(|extra| extra.iter().next()).expect("one");
        assert_eq!(value.as_str(), "1");
        let pointer = format!("/payload/{name}");
        match mimc_msg::encode(&message(0, body.clone())) {
            Ok(_) => assert!(!reserved, "{pointer}"),
            Err(error) => {
                assert!(reserved, "{pointer}: {error}");
                assert_eq!(error.code(), "reserved-member");
                assert_eq!(error, EncodeError::ReservedMember { pointer });
            }
        }
    }
}

#[test]
fn a_body_has_the_form_of_its_version() {
    let cannot = |version, body| match mimc_msg::encode(&message(version, body)) {
        Ok(_) => None,
        Err(EncodeError::CannotCarry { loss, .. }) => Some(loss),
        Err(error) => panic!("{error}"),
    };
    let json = |text| Payload::Json(RawJson::parse(text).expect("JSON"));
    let custom = || Kind::parse("STICKER");
    assert_eq!(cannot(1, Body::text("hi")), Some(Loss::BodyForm));
    assert_eq!(cannot(0, Body::text("hi")), None);
    assert_eq!(cannot(1, Body::other(Kind::Text, Payload::Absent)), None);
    assert_eq!(cannot(0, Body::other(Kind::Text, Payload::Absent)), Some(Loss::BodyForm));
    assert_eq!(cannot(1, Body::other(Kind::Text, json("5"))), None);
    assert_eq!(cannot(0, Body::other(Kind::Text, json("5"))), Some(Loss::BodyForm));
    assert_eq!(cannot(0, Body::other(custom(), json("5"))), None);
    assert_eq!(cannot(0, Body::other(custom(), json("\"5\""))), Some(Loss::BodyForm));
    assert_eq!(cannot(1, Body::other(custom(), Payload::Text("5".into()))), Some(Loss::BodyForm));
}

/// A body that the decoder leaves untouched is written as the first dialect that fits has it; others of known kinds are
/// not what a message decodes to.
#[test]
fn an_untouched_body_is_one_that_dialects_disagree_about() {
    let cannot = |dialect, kind: Kind<'static>, text: &'static str| {
        let other = message(0, Body::other(kind, Payload::Text(text.into())));
        match Encoder::new(dialect).encode(&other) {
            Ok(_) => None,
            Err(EncodeError::CannotCarry { loss, .. }) => Some(loss),
            Err(error) => panic!("{error}"),
        }
    };
    let recall = || Kind::Recall(Content::Text);
    for (dialect, kind, text, loss) in [
        (Dialect::MANUAL_V3, Kind::Text, "aGk=", None),
        (Dialect::MANUAL_V3, Kind::Ping, "aGk=", None),
        (Dialect::MANUAL_V3, Kind::Text, "", Some(Loss::BodyForm)),
        (Dialect::MANUAL_V3, Kind::Text, "a b", Some(Loss::BodyForm)),
        (Dialect::MANUAL_V3, recall(), "aGk=", Some(Loss::BodyForm)),
        (Dialect::MANUAL_V3, Kind::FriendResponse, "aGk=", Some(Loss::BodyForm)),
        (Dialect::MANUAL_V1, Kind::Text, "aGk=", Some(Loss::BodyForm)),
        (Dialect::IOS, Kind::Text, "aGk=", Some(Loss::BodyForm)),
        (Dialect::IOS, Kind::FriendRequest, "hi", None),
    ] {
        assert_eq!(cannot(dialect, kind.clone(), text), loss, "{dialect} {kind} {text}");
    }
}

#[test]
fn errors_have_codes_and_words() {
    let mut long = message(0, Body::text("hi"));
    long.id = MsgId::new("a".repeat(MsgId::MAX_LEN + 1)).expect("an id");
    let error = mimc_msg::encode(&long).expect_err("too long");
    assert_eq!((error.code(), error), ("msg-id-too-long", EncodeError::MsgIdTooLong));
    long.id = MsgId::new("a".repeat(MsgId::MAX_LEN)).expect("an id");
    assert!(mimc_msg::encode(&long).is_ok());

    let nested = |levels: usize| {
        let text = "[".repeat(levels) + &"]".repeat(levels);
        let json = RawJson::parse(&text).expect("JSON").into_owned();
        mimc_msg::encode(&message(0, Body::other(Kind::parse("STICKER"), Payload::Json(json))))
    };
    assert!(nested(127).is_ok());
    let error = nested(128).expect_err("too deep");
    assert_eq!((error.code(), error), ("too-deep", EncodeError::TooDeep));

    let ping = message(0, Body::Ping(Some(Account::new("alice"))));
    let error = Encoder::new(Dialect::IOS).encode(&ping).expect_err("no account");
    assert_eq!(error.code(), Loss::Account.code());
    assert_eq!(error.to_string(), format!("ios cannot carry {}", Loss::Account.describe()));
}

/// The extra members of a body are those of its object; other bodies have none.
#[test]
fn extra_is_there_where_it_can_be() {
    let response = |extra| with_extra(Body::friend_response(None, true), extra);
    assert_eq!(response(extra("x")).extra().map(Extra::len), Some(1));
    assert_eq!(response(Extra::new()).extra().map(Extra::is_empty), Some(true));
    assert_eq!(Body::text("hi").extra(), None);
}
