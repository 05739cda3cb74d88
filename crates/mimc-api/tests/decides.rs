//! `code` decides what an answer is, and nothing else does.
#![allow(clippy::panic, reason = "tests")]

use http::Response;
use mimc_api::blacklist::{IsBlack, QueryBlacklist};
use mimc_api::token::FetchToken;
use mimc_api::topic::DismissTopic;
use mimc_api::{Endpoint, Note, Notes, ReplyError, client};
use mimc_msg::RawJson;

const STATUSES: [u16; 4] = [200, 404, 500, 502];
/// `code` as it is written, the number that it means, and whether it is text.
const CODES: [(&str, i32, bool); 6] = [
    ("200", 200, false),
    ("\"200\"", 200, true),
    ("500", 500, false),
    ("\"500\"", 500, true),
    ("-1", -1, false),
    ("0", 0, false),
];
/// `message` as it is written; None is missing. Then what is read.
const MESSAGES: [(Option<&str>, &str); 7] = [
    (Some("\"success\""), "success"),
    (Some("\"fail\""), "fail"),
    (Some("\"success！\""), "success！"),
    (Some("\"\""), ""),
    (None, ""),
    (Some("null"), ""),
    (Some("1"), ""),
];

fn response(status: u16, body: impl Into<Vec<u8>>) -> Response<Vec<u8>> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status.try_into().expect("a status");
    response
}

fn noted(notes: &Notes) -> Vec<Note> {
    let mut notes: Vec<_> = notes.iter().map(|noted| noted.note).collect();
    notes.sort();
    notes
}

/// Every combination, with this data, which a good answer is to read as that.
fn every_combination<E: Endpoint>(data: &str, good: &E::Reply) {
    for status in STATUSES {
        for (code, number, text) in CODES {
            for (message, said) in MESSAGES {
                let written = message.map_or(String::new(), |json| format!(r#""message":{json},"#));
                let body = format!(r#"{{"code":{code},{written}"data":{data}}}"#);
                let mut due = Vec::new();
                due.extend(text.then_some(Note::CodeAsString));
                let form = !message.is_some_and(|json| json.starts_with('"'));
                due.extend(form.then_some(Note::MessageForm));
                let what = format!("{}: HTTP {status}: {body}", E::NAME);
                match client::reply::<E>(&response(status, &*body)) {
                    Ok(answer) => {
                        assert_eq!(number, 200, "{what}");
                        due.extend((status != 200).then_some(Note::HttpStatus));
                        assert_eq!(&answer.data, good, "{what}");
                        assert_eq!(answer.message, said, "{what}");
                        assert_eq!(noted(&answer.notes), due, "{what}");
                        let first = answer.notes.iter().next().cloned();
                        assert_eq!(answer.strict().err(), first.map(ReplyError::Deviation));
                    }
                    Err(ReplyError::Api(error)) => {
                        assert_ne!(number, 200, "{what}");
                        assert_eq!((error.code, &*error.message), (number, said), "{what}");
                        let kept = (data != "null").then_some(data);
                        assert_eq!(error.data.as_ref().map(RawJson::as_str), kept, "{what}");
                        assert_eq!(noted(&error.notes), due, "{what}");
                    }
                    Err(other) => panic!("{what}: {other:?}"),
                }
            }
        }
    }
}

#[test]
fn code_decides_and_nothing_else() {
    every_combination::<QueryBlacklist>(r#"{"isBlack":true}"#, &IsBlack::new(true));
    every_combination::<DismissTopic>("null", &());
}

/// Codes that are no 32-bit integer in its one form are no answer of MIMC, whatever the data.
#[test]
fn other_codes_are_no_answer() {
    for code in
        ["2147483648", "200.0", "2e2", "\"0200\"", "\"+200\"", "\" 200\"", "true", "null", "{}"]
    {
        assert_no_answer::<DismissTopic>(
            200,
            &format!(r#"{{"code":{code},"message":"success","data":null}}"#),
        );
    }
}

/// The error has the status and every byte.
#[track_caller]
fn assert_no_answer<E: Endpoint>(status: u16, body: &str) {
    match client::reply::<E>(&response(status, body)) {
        Err(ReplyError::NotAnAnswer { status: found, body: kept, .. }) => {
            assert_eq!((found.as_u16(), kept.as_bytes()), (status, body.as_bytes()), "{body}");
        }
        other => panic!("{}: HTTP {status}: {body}: {other:?}", E::NAME),
    }
}

#[test]
fn other_bodies_are_no_answer() {
    let others = [
        "",
        " ",
        "<html><body>502 Bad Gateway</body></html>",
        "[]",
        r#"[{"code":200,"message":"success","data":null}]"#,
        "null",
        "200",
        r#""success""#,
        "{}",
        r#"{"message":"success","data":{"token":"t"}}"#,
        r#"{"Code":200,"message":"success"}"#,
        r#"{"status":404,"error":"Not Found","path":"/api/topic"}"#,
        // A proxy's own error, which has a `code` too.
        r#"{"code":404,"msg":"no route","data":null}"#,
        r#"{"code":200,"code":200,"message":"success","data":null}"#,
        r#"{"code":200,"message":"success","data":null"#,
    ];
    for status in STATUSES {
        for body in others {
            assert_no_answer::<QueryBlacklist>(status, body);
            assert_no_answer::<DismissTopic>(status, body);
            assert_no_answer::<FetchToken>(status, body);
        }
    }
}

/// What a proxy says of itself beside MIMC's own members is noted, and changes nothing.
#[test]
fn more_members_change_nothing() {
    let body = r#"{"code":500,"message":"no","data":null,"trace":"1"}"#;
    let error = client::reply::<DismissTopic>(&response(200, body)).expect_err("an error");
    let ReplyError::Api(error) = error else { panic!("{error:?}") };
    assert_eq!(noted(&error.notes), [Note::MembersUnknown]);
    let body = r#"{"code":200,"trace":"1","data":null}"#;
    let answer = client::reply::<DismissTopic>(&response(200, body)).expect("an answer");
    assert_eq!(noted(&answer.notes), [Note::MessageForm, Note::MembersUnknown]);
}

/// Data that is not the endpoint's was answered to something that was done all the same.
#[test]
fn other_data_is_told_apart() {
    for status in [200, 502] {
        for data in ["1", "[]", "{}", r#"{"isBlack":null}"#, "null"] {
            let body = format!(r#"{{"code":200,"message":"success","data":{data}}}"#);
            let error = client::reply::<QueryBlacklist>(&response(status, &*body)).expect_err(data);
            let ReplyError::Data { body: kept, .. } = &error else { panic!("{data}: {error:?}") };
            assert_eq!(kept.as_bytes(), body.as_bytes());
            let pointer = match data {
                "{}" | r#"{"isBlack":null}"# => "/data/isBlack",
                _ => "/data",
            };
            assert_eq!(error.place().expect("a place").pointer, pointer, "{data}");
        }
    }
    let error = client::reply::<QueryBlacklist>(&response(200, r#"{"code":200,"message":""}"#));
    let error = error.expect_err("no data");
    assert!(matches!(error, ReplyError::Data { .. }), "{error:?}");
    let place = error.place().expect("a place");
    assert_eq!((error.code(), &*place.pointer), ("missing-member", "/data"));
}

#[test]
fn data_where_none_is_due_is_told() {
    for (data, notes) in [
        (r#","data":null"#, vec![]),
        (r#","data":{}"#, vec![Note::DataUnexpected]),
        (r#","data":"done""#, vec![Note::DataUnexpected]),
        (r#","data":false"#, vec![Note::DataUnexpected]),
        ("", vec![Note::MissingFields]),
    ] {
        let body = format!(r#"{{"code":200,"message":"success"{data}}}"#);
        let answer = client::reply::<DismissTopic>(&response(200, &*body)).expect("an answer");
        assert_eq!(noted(&answer.notes), notes, "{body}");
        assert_eq!(answer.strict().is_ok(), notes.is_empty(), "{body}");
    }
}

const TOKEN: &str = r#"{"appId":"1","appPackage":"","appAccount":"ada","miChid":9,"miUserId":"2","miUserSecurityKey":"fbMo3Q==","token":"t0k"}"#;

#[test]
fn a_bare_token_is_read_where_the_status_is_good() {
    for status in [200, 201] {
        let answer = client::reply::<FetchToken>(&response(status, TOKEN)).expect("a token");
        assert_eq!((answer.data.token.secret(), &*answer.message), ("t0k", ""));
        let bare = answer.notes.iter().find(|noted| noted.note == Note::BareData);
        let place = &bare.expect("noted").place;
        assert_eq!((&*place.pointer, place.offset, place.length), ("", 0, TOKEN.len()));
        assert_eq!(answer.notes.contains(Note::HttpStatus), status != 200);
        assert!(answer.strict().is_err());
    }
    for status in [302, 404, 500, 502] {
        assert_no_answer::<FetchToken>(status, TOKEN);
    }
    // No other endpoint answers so.
    assert_no_answer::<QueryBlacklist>(200, r#"{"isBlack":true}"#);
}
