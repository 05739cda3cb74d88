//! Where a note begins: the last value without it, and the first with it.
#![allow(clippy::panic, reason = "tests")]

mod support;

use mimc_api::contact::{ListContacts, ListContactsV2};
use mimc_api::history::QueryP2pHistory;
use mimc_api::push::{PushP2p, PushP2pMore};
use mimc_api::topic::{CreateTopic, GetTopic};
use mimc_api::{Note, account, server};
use support::strict::{accounts, answer, contact, page, post, topic};

/// The codes, in the order in which they were found.
fn codes(seen: &support::strict::Seen) -> Vec<Note> {
    seen.notes.iter().map(|noted| noted.note).collect()
}

#[test]
fn ids() {
    for (id, notes) in [
        ("\"0\"", vec![Note::IdZero]),
        ("\"1\"", vec![]),
        ("\"9223372036854775807\"", vec![]),
        ("\"9223372036854775808\"", vec![Note::IdLarge]),
        ("\"18446744073709551615\"", vec![Note::IdLarge]),
        ("0", vec![Note::IdAsNumber, Note::IdZero]),
        ("9223372036854775807", vec![Note::IdAsNumber]),
        ("9223372036854775808", vec![Note::IdAsNumber, Note::IdLarge]),
    ] {
        let info = format!(r#""topicId":{id},"ownerUuid":"2","topicName":"g""#);
        assert_eq!(codes(&answer::<GetTopic>(&topic(&info, ""))), notes, "{id}");
    }
    // A client may write either form, and a page has a number for its application.
    let body = r#"{"topicId":0,"ownerUuid":9223372036854775808}"#;
    let (_, notes) = server::input::<mimc_api::topic::UpdateTopic>(body.as_bytes()).expect("ids");
    assert!(notes.is_empty(), "{notes:?}");
    for id in ["1", "\"1\"", "0"] {
        let seen = answer::<QueryP2pHistory>(&format!(r#"{{"appId":{id},"row":0,"messages":[]}}"#));
        assert!(seen.notes.is_empty(), "{:?}", seen.notes);
    }
    for (packet, notes) in [("\"1\"", vec![]), ("1", vec![Note::IdAsNumber])] {
        let seen = answer::<PushP2p>(&format!(r#"{{"packetId":{packet}}}"#));
        assert_eq!(codes(&seen), notes, "{packet}");
        let seen = answer::<PushP2pMore>(&format!(r#"{{"packetIds":[{packet}]}}"#));
        assert_eq!(codes(&seen), notes, "{packet}");
    }
    for data in ["null", "{}", r#"{"packetIds":[]}"#, r#"{"packetIds":null}"#] {
        let seen = answer::<PushP2pMore>(data);
        assert!(seen.notes.contains(Note::PacketIdMissing) && !seen.strict, "{data}");
    }
}

#[test]
fn lists_of_accounts() {
    let list = |count: usize| (0..count).map(|at| at.to_string()).collect::<Vec<_>>().join(",");
    assert_eq!(codes(&accounts(&format!("accounts={}", list(500)))), []);
    assert_eq!(codes(&accounts(&format!("accounts={}", list(501)))), [Note::AccountsMany]);
    assert_eq!(codes(&accounts("accounts=a,A")), []);
    assert_eq!(codes(&accounts("accounts=a,b,a")), [Note::AccountTwice]);
}

#[test]
fn long_accounts() {
    for (text, long) in [
        ("a".repeat(512), false),
        ("a".repeat(513), true),
        // Bytes count, not characters.
        ("张".repeat(170), false),
        ("张".repeat(171), true),
    ] {
        let notes = account::check(&text).expect("an account");
        assert_eq!(notes.contains(Note::AccountLong), long, "{} bytes", text.len());
        assert_eq!(notes.len(), usize::from(long));
        let body = format!(r#"{{"topicName":"g","accounts":"b,{text}"}}"#);
        let seen = post::<CreateTopic>("/api/topic/1", "application/json", &body);
        assert_eq!(seen.notes.contains(Note::AccountLong), long, "{} bytes", text.len());
    }
    for comma in ['，', '、', '﹐', '､'] {
        let notes = account::check(&format!("a{comma}b")).expect("an account");
        assert!(notes.contains(Note::AccountComma), "{comma}");
    }
    for reserved in ['#', '&', '%', '/', '?', '+', '='] {
        let notes = account::check(&format!("a{reserved}b")).expect("an account");
        assert!(notes.contains(Note::AccountReserved), "{reserved}");
    }
    for plain in ['.', '-', ':', '@', ';', '"', ' ', 'ü', '。'] {
        assert!(account::check(&format!("a{plain}b")).expect("an account").is_empty(), "{plain}");
    }
}

#[test]
fn content_types() {
    for (kind, is_good) in [
        ("application/json", true),
        ("Application/JSON", true),
        ("application/json;charset=UTF-8", true),
        ("application/json; charset=utf-8", true),
        ("application/json ; Charset=\"utf-8\"", true),
        ("application/json;charset=utf-8;version=1", true),
        ("application/json;", true),
        ("application/json;charset=gbk", false),
        ("application/json;charset=\"GB18030\"", false),
        ("application/json;charset=utf8", false),
        ("application/json;charset=", false),
        ("application/json;charset=utf-8;charset=gbk", false),
        ("application/jsonp", false),
        ("text/json", false),
        ("text/plain;charset=utf-8", false),
        ("application/x-www-form-urlencoded", false),
        ("", false),
    ] {
        let seen = post::<CreateTopic>("/api/topic/1", kind, r#"{"topicName":"g"}"#);
        let notes = if is_good { vec![] } else { vec![Note::ContentType] };
        assert_eq!(codes(&seen), notes, "{kind}");
        assert_eq!(seen.strict, is_good, "{kind}");
    }
}

/// `setX` of Thrift is a boolean; anything else of that name is a member that nobody knows.
#[test]
fn leftovers_of_thrift() {
    for (member, note) in [
        (r#""setTopicId":true"#, Note::ThriftArtefacts),
        (r#""setTopicId":false"#, Note::ThriftArtefacts),
        (r#""setX":true"#, Note::ThriftArtefacts),
        (r#""setTopicId":1"#, Note::MembersUnknown),
        (r#""setTopicId":"true""#, Note::MembersUnknown),
        (r#""setTopicId":null"#, Note::MembersUnknown),
        (r#""setTopicId":[true]"#, Note::MembersUnknown),
        (r#""settopicId":true"#, Note::MembersUnknown),
        (r#""set_topic":true"#, Note::MembersUnknown),
        (r#""set":true"#, Note::MembersUnknown),
        (r#""SetTopicId":true"#, Note::MembersUnknown),
        (r#""unsetTopicId":true"#, Note::MembersUnknown),
        (r#""topicIdSet":true"#, Note::MembersUnknown),
    ] {
        let info = format!(r#""topicId":"1","ownerUuid":"2","topicName":"g",{member}"#);
        assert_eq!(codes(&answer::<GetTopic>(&topic(&info, ""))), [note], "{member}");
        let data = topic(r#""topicId":"1","ownerUuid":"2","topicName":"g""#, &format!(",{member}"));
        assert_eq!(codes(&answer::<GetTopic>(&data)), [note], "{member}");
    }
}

#[test]
fn lines_of_base64() {
    let line = |length: usize| "A".repeat(length);
    for (payload, note) in [
        (line(76), None),
        (format!(r"{}\r\n", line(76)), None),
        (format!(r"{}\r\n{}\r\n", line(76), line(4)), None),
        (format!(r"{}\r\n{}", line(76), line(4)), None),
        // In one line, it may be of any length.
        (line(80), None),
        (format!(r"{}\r\n", line(80)), Some(Note::MimeLineLong)),
        (format!(r"{}\r\n{}\r\n", line(4), line(80)), Some(Note::MimeLineLong)),
        (format!(r"{}\n", line(76)), Some(Note::MimeBareLf)),
        (format!(r"{}\r\n{}\n", line(76), line(4)), Some(Note::MimeBareLf)),
        ("no".into(), Some(Note::PayloadInvalid)),
    ] {
        let seen = answer::<ListContacts>(&contact(&payload));
        assert_eq!(codes(&seen), note.into_iter().collect::<Vec<_>>(), "{payload}");
        let seen = answer::<QueryP2pHistory>(&page(&payload));
        let note = match note {
            Some(Note::PayloadInvalid) => Some(Note::PayloadInvalid),
            _ => payload.contains('n').then_some(Note::Base64Mime),
        };
        assert_eq!(codes(&seen), note.into_iter().collect::<Vec<_>>(), "{payload}");
    }
}

#[test]
fn rows_and_forms() {
    for (row, notes) in [
        ("\"row\":1,", vec![]),
        ("\"row\":0,", vec![Note::RowMismatch]),
        ("\"row\":2,", vec![Note::RowMismatch]),
        ("\"row\":\"1\",", vec![Note::NumberAsText]),
        ("", vec![Note::MissingFields]),
        ("\"row\":null,", vec![Note::MissingFields]),
    ] {
        let message = r#"{"sequence":"1","ts":1,"payload":"aGk="}"#;
        let seen = answer::<QueryP2pHistory>(&format!("{{{row}\"messages\":[{message}]}}"));
        assert_eq!(codes(&seen), notes, "{row}");
    }
    let object = |members: &str| {
        format!(
            r#"{{"appId":"1","appAccount":"a","uuid":2,"row":0,"timestamp":1,"contacts":{members}}}"#
        )
    };
    for (data, first, second) in [
        ("[]".to_owned(), vec![], vec![Note::DataForm]),
        (object("[]"), vec![Note::DataForm], vec![]),
        (object("null"), vec![Note::NullData, Note::DataForm], vec![Note::NullData]),
    ] {
        assert_eq!(codes(&answer::<ListContacts>(&data)), first, "{data}");
        assert_eq!(codes(&answer::<ListContactsV2>(&data)), second, "{data}");
    }
}
