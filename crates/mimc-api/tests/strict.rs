//! Every note: what it takes to get it, and whether `strict` refuses it.
#![allow(clippy::panic, reason = "tests")]

mod support;

use std::collections::BTreeSet;

use http::Response;
use mimc_api::blacklist::QueryBlacklist;
use mimc_api::callback::{self, Verifier};
use mimc_api::contact::ListContacts;
use mimc_api::history::QueryP2pHistory;
use mimc_api::push::PushP2p;
use mimc_api::token::FetchToken;
use mimc_api::topic::{CreateTopic, DismissTopic, GetTopic, ListTopics};
use mimc_api::{AppId, AppSecret, Note, account, client};
use mimc_msg::Timestamp;
use support::forged::{SECRET, forged};
use support::strict::{
    Seen, accounts, answer, bare, callback_of, contact, page, post, topic, with,
};

/// Note, what else is noted, and how.
type Row = (Note, &'static [Note], fn() -> Seen);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    (Note::IdAsNumber, &[], || answer::<GetTopic>(&topic(r#""topicId":1,"ownerUuid":"2","topicName":"g""#, ""))),
    (Note::NumberAsText, &[], || answer::<FetchToken>(&bare(r#","regionBucket":"154""#))),
    (Note::CodeAsString, &[], || with::<DismissTopic>(200, r#"{"code":"200","message":"","data":null}"#)),
    (Note::NullData, &[], || answer::<ListTopics>("null")),
    (Note::NullMessages, &[], || answer::<QueryP2pHistory>(r#"{"appId":1,"row":0,"messages":null}"#)),
    (Note::MessageForm, &[], || with::<DismissTopic>(200, r#"{"code":200,"message":7,"data":null}"#)),
    (Note::RowMismatch, &[], || answer::<QueryP2pHistory>(r#"{"row":1,"messages":[]}"#)),
    (Note::LegacyName, &[], || answer::<GetTopic>(&topic(r#""topicId":"1","ownerUuid":"2","name":"g""#, ""))),
    (Note::LegacyQuery, &[], || accounts("ada")),
    (Note::QueryPlus, &[], || accounts("accounts=a+b")),
    (Note::DoubleSlash, &[], || post::<CreateTopic>("//api/topic/1", "application/json", r#"{"topicName":"g"}"#)),
    (Note::BareData, &[], || with::<FetchToken>(200, &bare(""))),
    (Note::MissingFields, &[], || answer::<QueryP2pHistory>(r#"{"messages":[]}"#)),
    (Note::ThriftArtefacts, &[], || answer::<GetTopic>(&topic(r#""topicId":"1","ownerUuid":"2","topicName":"g","setTopicId":true"#, ""))),
    (Note::ByteOrderMark, &[], || with::<DismissTopic>(200, "\u{feff}{\"code\":200,\"message\":\"\",\"data\":null}")),
    (Note::HttpStatus, &[], || with::<DismissTopic>(500, r#"{"code":200,"message":"","data":null}"#)),
    (Note::ContentType, &[], || post::<CreateTopic>("/api/topic/1", "text/plain", r#"{"topicName":"g"}"#)),
    (Note::BodyUnexpected, &[], || Seen::of_request::<DismissTopic>(&support::strict::request("DELETE", "/api/topic/1/2", "", "{}"))),
    (Note::DataUnexpected, &[], || answer::<DismissTopic>("{}")),
    (Note::DataForm, &[], || answer::<ListContacts>(r#"{"appId":"1","appAccount":"a","uuid":2,"row":0,"timestamp":1,"contacts":[]}"#)),
    (Note::PacketIdMissing, &[], || answer::<PushP2p>("{}")),
    (Note::Base64Mime, &[], || answer::<QueryP2pHistory>(&page(r"aGk=\r\n"))),
    (Note::MimeLineLong, &[], || answer::<ListContacts>(&contact(&format!(r"{}\r\n", "A".repeat(80))))),
    (Note::MimeBareLf, &[], || answer::<ListContacts>(&contact(r"aGk=\n"))),
    (Note::AuthenticationBigEndian, &[], big_endian),
    (Note::AuthenticationMissing, &[], || callback_of(r#""msgType":"NORMAL_TOPIC_MSG","appId":"1","topicId":"2""#)),
    (Note::PayloadInvalid, &[], || answer::<QueryP2pHistory>(&page("no base64"))),
    (Note::AppIdDiffers, &[], || {
        let body = format!(r#"{{"code":200,"message":"","data":{}}}"#, bare(""));
        let token = client::reply::<FetchToken>(&Response::new(body)).expect("a token");
        assert!(token.clone().asked_for(AppId::new(1)).notes.is_empty());
        let token = token.asked_for(AppId::new(2));
        (token.notes.clone(), token.strict().is_ok()).into()
    }),
    (Note::IdZero, &[], || answer::<GetTopic>(&topic(r#""topicId":"0","ownerUuid":"2","topicName":"g""#, ""))),
    (Note::IdLarge, &[], || answer::<GetTopic>(&topic(r#""topicId":"9223372036854775808","ownerUuid":"2","topicName":"g""#, ""))),
    (Note::MembersUnknown, &[], || answer::<QueryBlacklist>(r#"{"isBlack":true,"isblack":true}"#)),
    (Note::TypeUnknown, &[Note::AuthenticationMissing], || callback_of(r#""msgType":"normal_msg""#)),
    (Note::AccountLong, &[], || accounts(&format!("accounts={}", "a".repeat(513)))),
    (Note::AccountComma, &[], || accounts("accounts=a%EF%BC%8Cb")),
    (Note::AccountReserved, &[], || {
        (account::check("a&b").expect("an account"), true).into()
    }),
    (Note::AccountTwice, &[], || accounts("accounts=ada,ada")),
    (Note::AccountsMany, &[], || accounts(&format!("accounts={}", many(501)))),
];

/// So many different accounts.
fn many(count: usize) -> String {
    (0..count).map(|at| at.to_string()).collect::<Vec<_>>().join(",")
}

fn big_endian() -> Seen {
    let text = b"5_1";
    let proof = forged(SECRET, &[&3_u32.to_be_bytes(), &text[..], &[0; 9]].concat());
    let members =
        r#""msgType":"UCTOPIC_MSG","fromAccount":"a","timestamp":1,"appId":1,"topicId":2"#;
    let body = format!(r#"{{{members},"payload":"","authentication":"{proof}"}}"#);
    let verifier = Verifier::new(AppId::new(1), &AppSecret::new(SECRET).expect("a secret"));
    let callback = callback::read(body.as_bytes()).expect("a callback");
    assert!(callback.notes().is_empty(), "{:?}", callback.notes());
    let now = Timestamp::from_millis(5).expect("a time");
    let proved = verifier.verify(&callback, now).expect("a proof");
    (proved.notes().clone(), proved.strict().is_ok()).into()
}

#[test]
fn each_note_comes_of_its_own_and_strict_refuses_deviations() {
    for (note, others, how) in ROWS {
        let Seen { notes, strict } = how();
        let found: BTreeSet<_> = notes.iter().map(|noted| noted.note).collect();
        let expected = others.iter().chain([note]).copied().collect();
        assert_eq!(found, expected, "{note}");
        assert_eq!(strict, !note.is_deviation(), "{note}");
    }
}

#[test]
fn every_note_has_a_row() {
    let rows: Vec<_> = ROWS.iter().map(|(note, ..)| *note).collect();
    assert_eq!(rows, Note::ALL);
}

/// In the order in which they are declared, and none is forgotten.
#[test]
fn all_notes_are_listed() {
    for (at, note) in Note::ALL.iter().enumerate() {
        assert_eq!(*note as usize, at, "{note}");
    }
    let source = include_str!("../src/note.rs");
    let (_, list) = source.split_once("pub enum Note {").expect("the enum");
    let (list, _) = list.split_once("\n}").expect("its end");
    let name = |line: &&str| line.starts_with("    ") && line.ends_with(',') && !line.contains('/');
    let declared = list.lines().filter(name).count();
    assert_eq!(declared, Note::ALL.len());
}

#[test]
fn codes_are_one_of_a_kind_and_kebab_case() {
    let mut seen = BTreeSet::new();
    for note in Note::ALL {
        let code = note.code();
        assert!(seen.insert(code), "{code} twice");
        assert!(
            code.split('-').all(|word| !word.is_empty()
                && word.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())),
            "{code}"
        );
        assert_eq!(note.to_string(), code);
        assert!(!note.describe().is_empty() && !note.describe().ends_with('.'), "{code}");
    }
}

/// The deviations are those in front.
#[test]
fn deviations_come_first() {
    let deviations: Vec<_> = Note::ALL.iter().map(|note| note.is_deviation()).collect();
    assert!(deviations.is_sorted_by(|one, next| one >= next));
    assert_eq!(deviations.iter().filter(|deviation| **deviation).count(), 25);
}
