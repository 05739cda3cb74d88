//! Each entry, shown.

use mimc_api::contact::ListContactsV2;
use mimc_api::history::{QueryP2pHistory, QueryP2pHistoryOnSequence};
use mimc_api::push::PushP2p;
use mimc_api::token::FetchToken;
use mimc_api::topic::{DismissTopic, GetTopic, InviteMembers, ListTopics, UpdateTopic};
use mimc_api::unlimited::ListUnlimitedMembers;
use mimc_api::{Endpoint, Note, server};
use mimc_testkit::schema::accepts;
use serde_json::{Value, json};

use super::super::api::{Taken, take_answer, take_callback};
use super::{Beyond, Unsaid};

/// The example of a document, with another value at a place.
fn example(name: &str, place: &str, value: Value) -> Value {
    let documents = mimc_schema::documents();
    let document = documents.iter().find(|document| document.name == name).expect(name);
    let mut example = document.schema["examples"][0].clone();
    match place.rsplit_once('/') {
        Some((parent, name)) => example.pointer_mut(parent).expect(place)[name] = value,
        None => example = value,
    }
    example
}

#[track_caller]
fn unsaid<E: Endpoint>(unsaid: Unsaid, place: &str, value: Value) {
    let name = format!("{}-request", E::NAME);
    let document = example(&name, place, value);
    assert!(accepts(&name, &document), "{document}");
    let refused = server::body::<E>(document.to_string().as_bytes()).expect_err(&name);
    assert!(unsaid.is_why(&document, &refused.to_string()), "{refused}");
}

#[test]
fn only_the_reader_of_a_request_refuses() {
    unsaid::<QueryP2pHistory>(Unsaid::BetweenMembers, "/utcToTime", json!("1545379200000"));
    unsaid::<QueryP2pHistory>(Unsaid::BetweenMembers, "/utcToTime", json!("1545479200000"));
    unsaid::<QueryP2pHistoryOnSequence>(Unsaid::BetweenMembers, "/stopSeq", json!("1"));
    unsaid::<UpdateTopic>(Unsaid::BetweenMembers, "", json!({}));
    let owners = json!({ "ownerAccount": "ada", "ownerUuid": "1" });
    unsaid::<UpdateTopic>(Unsaid::BetweenMembers, "", owners);
    unsaid::<InviteMembers>(Unsaid::ControlCharacter, "/accounts", json!("ada,b\u{1}o"));
    unsaid::<UpdateTopic>(Unsaid::NumberTooLarge, "/ownerUuid", json!("18446744073709551616"));
    let mut push = example("push-p2p-request", "/msgType", json!("base64"));
    push["msg"] = json!("no");
    unsaid::<PushP2p>(Unsaid::BetweenMembers, "", push);
}

#[track_caller]
fn unsaid_of_answer<E: Endpoint>(unsaid: Unsaid, document: &Value) {
    let name = format!("{}-response", E::NAME);
    assert!(accepts(&name, document), "{document}");
    let Taken::Refused(why) = take_answer::<E>(document) else { panic!("read: {document}") };
    assert!(unsaid.is_why(document, &why), "{why}");
}

#[test]
fn only_the_reader_of_an_answer_refuses() {
    let answer = |place: &str, value| example("get-topic-response", place, value);
    unsaid_of_answer::<GetTopic>(Unsaid::DataMissing, &answer("/data", json!(null)));
    unsaid_of_answer::<GetTopic>(Unsaid::IntegerWithFraction, &answer("/code", json!(200.0)));
    let large = answer("/data/topicInfo/topicId", json!("18446744073709551616"));
    unsaid_of_answer::<GetTopic>(Unsaid::NumberTooLarge, &large);
    let callback = example("callback", "/payload", json!("no"));
    assert!(accepts("callback", &callback));
    let Taken::Refused(why) = take_callback(&callback) else { panic!("read: {callback}") };
    assert!(Unsaid::Base64.is_why(&callback, &why), "{why}");
}

/// The document is read, and its schema refuses it, or takes it for one that is written so.
#[track_caller]
fn beyond<E: Endpoint>(beyond: Beyond, document: &Value) -> Vec<Note> {
    let name = format!("{}-response", E::NAME);
    let Taken::Read { written, notes } = take_answer::<E>(document) else {
        panic!("refused: {document}")
    };
    let strict = accepts(&format!("{name}.strict"), document);
    assert!(!accepts(&name, document) || strict != (written == *document), "{document}");
    assert!(beyond.is_why(document, &notes), "{notes:?}");
    notes
}

#[test]
fn only_the_reader_of_an_answer_reads() {
    let nothing = json!({ "code": 200, "data": null });
    beyond::<DismissTopic>(Beyond::MessageForm, &nothing);
    beyond::<ListContactsV2>(Beyond::DataForm, &json!({ "code": 200, "message": "", "data": [] }));
    let token = example("fetch-token-response", "/message", json!(""));
    beyond::<FetchToken>(Beyond::BareData, &token["data"]);
    beyond::<GetTopic>(
        Beyond::DataOfAnError,
        &json!({ "code": 500, "message": "", "data": "why" }),
    );
    beyond::<ListTopics>(Beyond::NullData, &json!({ "code": 200, "message": "", "data": null }));
    let page = example("query-p2p-history-response", "/data/timestamp", json!(1_u64 << 53));
    beyond::<QueryP2pHistory>(Beyond::LargeTime, &page);
    let mut old = example("get-topic-response", "/data/topicInfo/name", json!("hikers"));
    old["data"]["topicInfo"].as_object_mut().expect("an object").shift_remove("topicName");
    beyond::<GetTopic>(Beyond::OtherName, &old);
    let mut right =
        example("list-unlimited-members-response", "/data/members/0/appAccount", json!("ada"));
    right["data"]["members"][0].as_object_mut().expect("an object").shift_remove("appAccout");
    beyond::<ListUnlimitedMembers>(Beyond::OtherName, &right);
}

/// An exception is no excuse for what is wrong elsewhere.
#[test]
fn exceptions_look_where_they_apply() {
    let token = example("fetch-token-response", "/message", json!("success"));
    assert!(!Beyond::explains(&token, &[]), "{token}");
    let large = json!({ "miChid": 1_u64 << 53 });
    assert!(!Beyond::LargeTime.is_why(&large, &[]));
    let document = json!({ "topicId": "18446744073709551616", "count": 1.5, "extra": 5 });
    assert!(Unsaid::explains(&document, "`/topicId` (byte 1): too large"));
    assert!(Unsaid::explains(&document, "`/count` (byte 1): an integer"));
    assert!(!Unsaid::explains(&document, "`/extra` (byte 1): a text"));
}
