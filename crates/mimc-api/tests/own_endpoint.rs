//! An endpoint that is not in the manual: a struct and a few facts, and everything works with it. Its members
//! may have any type that serde knows.
#![allow(clippy::panic, clippy::exhaustive_structs, reason = "tests")]

use http::{Method, Response};
use mimc_api::{
    Auth, Base, Endpoint, Input, Known, Note, Reply, ReplyError, Token, client, server,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Asks how many are online.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct CountOnline {
    region: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Trend {
    Up,
    Down,
    Since(u64),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Online {
    #[serde(alias = "cnt")]
    count: u32,
    change: i64,
    load: f64,
    trend: Trend,
    peak: (u8, u8),
    stale: bool,
    #[serde(default)]
    note: Option<String>,
}

impl Reply for Online {}

impl Endpoint for CountOnline {
    const NAME: &'static str = "count-online";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/online";
    const AUTH: Auth = Auth::Token;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "none";

    type Ids = ();
    type Reply = Online;
}

fn online() -> Online {
    Online {
        count: 5,
        change: -2,
        load: 0.5,
        trend: Trend::Down,
        peak: (9, 11),
        stale: false,
        note: None,
    }
}

fn read(data: &Value) -> Result<Online, ReplyError> {
    let body = json!({"code": 200, "message": "success", "data": data}).to_string();
    client::reply::<CountOnline>(&Response::new(body)).map(|answer| answer.data)
}

fn reason_of(error: &ReplyError) -> String {
    match error {
        ReplyError::NotAnAnswer { source, .. } | ReplyError::Data { source, .. } => source.reason(),
        other => panic!("{other}"),
    }
}

#[test]
fn an_endpoint_of_ones_own_goes_both_ways() {
    let token = Token::new("FQw1yQZ/QDI9").expect("a token").into();
    let asked = CountOnline { region: "cn".into() };
    let request = client::request(&Base::mimc(), &token, &(), &asked).expect("a request");
    assert_eq!(request.uri(), "https://mimc.chat.xiaomi.net/api/online");
    let incoming = server::request::<CountOnline>(&request).expect("a request");
    assert_eq!((incoming.input, incoming.notes.is_empty()), (asked, true));
    let answer = server::reply::<CountOnline>(&online());
    let answer = client::reply::<CountOnline>(&answer).expect("an answer");
    assert_eq!((&answer.data, answer.notes.is_empty()), (&online(), true));
    let since = Online { trend: Trend::Since(7), ..online() };
    assert_eq!(read(&serde_json::to_value(&since).expect("JSON")).expect("an answer"), since);
    let null = client::reply::<CountOnline>(&Response::new(
        r#"{"code":200,"message":"success","data":null}"#,
    ));
    assert_eq!(null.expect_err("no data").code(), "wrong-type");
}

#[test]
fn what_is_wrong_is_said_in_the_words_of_json() {
    let good = serde_json::to_value(online()).expect("JSON");
    for (member, wrong, code, reason) in [
        ("count", json!("5"), "wrong-type", "expected an integer in its range, found a string"),
        (
            "count",
            json!(5.5),
            "wrong-type",
            "expected an integer in its range, found a number that is no integer in range",
        ),
        ("count", json!(-1), "invalid-value", "expected an integer in its range"),
        ("count", json!(1_u64 << 32), "invalid-value", "expected an integer in its range"),
        ("change", json!(u64::MAX), "invalid-value", "expected an integer in its range"),
        ("change", json!([]), "wrong-type", "expected an integer in its range, found an array"),
        ("load", json!("0.5"), "wrong-type", "expected a number, found a string"),
        ("trend", json!("sideways"), "invalid-value", "not one of the words that may stand here"),
        ("peak", json!([1]), "invalid-value", "expected an array of 2 items"),
        ("peak", json!({}), "wrong-type", "expected an array of 2 items, found an object"),
        ("peak", json!([1, 2, 3]), "invalid-value", "an item more than is expected"),
        ("trend", json!(1), "wrong-type", "expected a word, found a number"),
        ("trend", json!({}), "wrong-type", "expected a word, found an object"),
        (
            "trend",
            json!({"since": 7, "up": null}),
            "invalid-value",
            "a member more than is expected",
        ),
        (
            "trend",
            json!({"since": []}),
            "wrong-type",
            "expected an integer in its range, found an array",
        ),
        ("stale", json!(0), "wrong-type", "expected a boolean, found a number"),
        ("note", json!({}), "wrong-type", "expected a string, found an object"),
    ] {
        let mut data = good.clone();
        data[member] = wrong.clone();
        let error = read(&data).expect_err("a wrong value");
        let what = format!("{member}: {wrong}: {error}");
        assert_eq!(error.code(), code, "{what}");
        let place = error.place().expect("a place");
        assert!(place.pointer.starts_with(&format!("/data/{member}")), "{what}: {place}");
        assert_eq!(reason_of(&error), reason, "{what}");
    }
    let mut twice = good.clone();
    twice["cnt"] = json!(5);
    let twice = read(&twice).expect_err("two names of one member");
    assert_eq!(reason_of(&twice), "`count` is there under two names");
    let mut missing = good;
    missing.as_object_mut().expect("an object").remove("load");
    let missing = read(&missing).expect_err("a member is missing");
    assert_eq!(missing.code(), "missing-member");
    assert_eq!(&*missing.place().expect("a place").pointer, "/data/load");
}

/// Zero keeps its sign where a number with one is read.
#[test]
fn minus_zero_is_a_number_with_a_sign() {
    let good = serde_json::to_value(online()).expect("JSON").to_string();
    let body = |load: &str| {
        let data = good.replace("0.5", load);
        format!(r#"{{"code":200,"message":"success","data":{data}}}"#)
    };
    for (text, bits) in [("-0", -0.0_f64), ("0", 0.0), ("-0.0", -0.0), ("7", 7.0), ("-7e0", -7.0)] {
        let answer = client::reply::<CountOnline>(&Response::new(body(text))).expect(text);
        assert_eq!(answer.data.load.to_bits(), bits.to_bits(), "{text}");
    }
}

/// A query where none is expected is told, and where it stands.
#[test]
fn a_query_that_nobody_reads_is_noted() {
    let request = |uri: &str| {
        http::Request::post(uri)
            .header("token", "FQw1yQZ/QDI9")
            .header("Content-Type", "application/json")
            .body(br#"{"region":"cn"}"#.to_vec())
            .expect("a request")
    };
    let notes = |uri: &str| {
        let incoming = server::request::<CountOnline>(&request(uri)).expect("a request");
        incoming.notes.iter().map(|it| (it.note, it.place.offset)).collect::<Vec<_>>()
    };
    assert_eq!(notes("/api/online"), []);
    assert_eq!(notes("/api/online?"), []);
    assert_eq!(notes("/api/online?region=cn"), [(Note::MembersUnknown, "/api/online?".len())]);
}
