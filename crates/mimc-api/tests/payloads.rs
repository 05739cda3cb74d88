//! Messages in requests, pages, contacts and callbacks.
#![allow(clippy::panic, reason = "tests")]

use http::Response;
use mimc_api::contact::ListContacts;
use mimc_api::history::QueryP2pHistory;
use mimc_api::push::{PushP2p, PushUcMessage};
use mimc_api::{Account, Content, Note, Payload, TopicId, callback, client};
use mimc_msg::{
    Body, Codec, Dialect, Encoder, Envelope, Flag as _, Message, MsgId, Scratch, SizeLimit,
    Timestamp,
};
use proptest::prelude::*;

fn envelope(text: &str) -> Envelope<'static> {
    let time = Timestamp::from_millis(1_545_379_200_000).expect("a time");
    Envelope::new(MsgId::new("a1B2c-1").expect("an id"), time, Body::text(text.to_owned()))
}

fn push(content: Content) -> serde_json::Value {
    let push = PushP2p::new(Account::new("sys"), Account::new("bo"), content);
    serde_json::to_value(push).expect("JSON")
}

#[test]
fn what_travels_beside_a_message_is_set() {
    for &dialect in Dialect::ALL {
        let message = envelope("hi");
        let content = Content::envelope(&message, Encoder::new(dialect), SizeLimit::MIMC);
        let body = push(content.expect("a content"));
        let encoded = Encoder::new(dialect).encode(&message).expect("a message");
        assert_eq!(body["msgType"], "", "{dialect:?}");
        assert_eq!(body["msg"].as_str().expect("text").as_bytes(), encoded.bytes, "{dialect:?}");
        assert_eq!(body["bizType"].as_str(), encoded.biz_type.as_deref(), "{dialect:?}");
    }
}

#[test]
fn bytes_are_base64_and_say_so() {
    let body = push(Content::bytes(&[0, 255], SizeLimit::MIMC).expect("a content"));
    assert_eq!((&body["msg"], &body["msgType"]), (&"AP8=".into(), &"base64".into()));
    assert!(body.get("bizType").is_none());
}

#[test]
fn the_limit_counts_bytes_before_base64() {
    let limit = SizeLimit::new(6);
    assert!(Content::text("你好", limit).is_ok());
    assert_eq!(Content::text("你好!", limit).unwrap_err().size, 7);
    assert!(Content::bytes(&[0; 6], limit).is_ok());
    assert_eq!(Content::bytes(&[0; 7], limit).unwrap_err().size, 7);
    let message = Content::envelope(&envelope("hi"), Encoder::default(), limit);
    assert!(message.unwrap_err().to_string().contains("at most 6"));
    assert!(Content::text("x".repeat(15 * 1024), SizeLimit::MIMC).is_ok());
    assert!(Content::text("x".repeat(15 * 1024 + 1), SizeLimit::MIMC).is_err());
}

#[test]
fn an_unlimited_group_gets_text_alone() {
    let to = |content| PushUcMessage::new(Account::new("sys"), TopicId::new(1), content);
    let message = |dialect| {
        Content::envelope(&envelope("hi"), Encoder::new(dialect), SizeLimit::MIMC).expect("fits")
    };
    assert!(to(message(Dialect::MANUAL_V1)).is_ok());
    // Its type would be lost.
    assert!(to(message(Dialect::ANDROID_A2)).is_err());
    assert!(to(Content::bytes(b"hi", SizeLimit::MIMC).expect("fits")).is_err());
}

#[test]
fn one_bad_message_is_one_error_in_the_page() {
    let page = r#"{"code":200,"message":"success","data":{"appId":1,"row":4,"messages":[
        {"sequence":"1","ts":1,"payload":"bm90IGpzb24="},
        {"sequence":"2","ts":2,"payload":"no base64"},
        {"sequence":"3","ts":3,"bizType":"TEXT","payload":"eyJ2ZXJzaW9uIjowLCJtc2dJZCI6ImExQjJjLTEiLCJ0aW1lc3RhbXAiOjE1NDUzNzkyMDAwMDAsInBheWxvYWQiOiJhR2s9In0="},
        {"sequence":"4","ts":4,"payload":"eyJtc2dUeXBlIjoiVEVYVCJ9"}]}}"#;
    let answer = client::reply::<QueryP2pHistory>(&Response::new(page)).expect("a page");
    let noted: Vec<_> = answer.notes.iter().map(|n| (n.note, &*n.place.pointer)).collect();
    assert_eq!(noted, [(Note::PayloadInvalid, "/data/messages/1/payload")]);
    let offset = answer.notes.iter().next().expect("a note").place.offset;
    assert!(page[offset..].starts_with("\"no base64\""));
    let [raw, broken, text, incomplete] = &answer.data.messages[..] else { panic!("four") };
    assert_eq!(raw.decode().unwrap_err().code(), "not-an-envelope");
    assert_eq!(broken.decode().unwrap_err().code(), "invalid-base64");
    assert_eq!(text.decode().expect("a message").envelope.body, Body::text("hi"));
    assert_eq!(incomplete.decode().unwrap_err().code(), "missing-member");
    // A text that is no envelope comes through whole where that is asked for.
    let mut scratch = Scratch::new();
    let Message::Foreign(foreign) = raw.read_with(Codec::new(), &mut scratch).expect("a text")
    else {
        panic!("an envelope")
    };
    assert_eq!(foreign.bytes, b"not json");
}

#[test]
fn contacts_have_lines_and_history_has_none() {
    let long = [b'x'; 100];
    let contact = |payload: &Payload| {
        let payload = serde_json::to_string(payload).expect("JSON");
        let body = format!(
            r#"{{"code":200,"message":"success","data":[{{"userType":"USER","id":"1","name":"a",
            "timestamp":"1","lastMessage":{{"fromUuid":"1","fromAccount":"a","sequence":"1",
            "payload":{payload}}}}}]}}"#
        );
        client::reply::<ListContacts>(&Response::new(body)).expect("contacts")
    };
    let lines = Payload::in_lines(&long);
    assert!(contact(&lines).notes.is_empty());
    assert_eq!(lines.bytes().expect("base64"), long);
    let bare = Payload::from_base64(lines.as_base64().replace("\r\n", "\n"));
    assert!(contact(&bare).notes.contains(Note::MimeBareLf));
    let body = br#"{"msgType":"NORMAL_MSG","payload":"aGk=\r\n"}"#;
    let callback = callback::read(body).expect("a callback");
    assert!(callback.notes().contains(Note::Base64Mime));
    assert!(callback.strict().is_err());
}

proptest! {
    #[test]
    fn bytes_survive_both_forms(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for payload in [Payload::new(&bytes), Payload::in_lines(&bytes)] {
            prop_assert_eq!(payload.bytes().expect("base64"), &bytes[..]);
            prop_assert!(payload.check_lines().expect("base64").1.is_empty());
        }
        let content = Content::bytes(&bytes, SizeLimit::MIMC).expect("fits");
        prop_assert_eq!(content.payload().expect("base64"), bytes);
    }
}
