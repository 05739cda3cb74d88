//! Limits, at every reader of the API.
#![allow(clippy::panic, reason = "tests")]

use http::{Request, Response};
use mimc_api::history::QueryP2pHistory;
use mimc_api::token::{self, FetchToken};
use mimc_api::topic::CreateTopic;
use mimc_api::{ApiError, Malformed, Rejection, ReplyError, callback, client, server};
use mimc_msg::Limits;

const INPUT: &str = r#"{"topicName":"g","accounts":"ada,bo"}"#;
const CALLBACK: &str = r#"{"msgType":"NORMAL_MSG","toAccounts":["a","b"],"payload":"aGk="}"#;
const PAGE: &str = r#"{"code":200,"message":"success","data":{"appId":1,"messages":[{"sequence":"1","payload":"aGk=","ts":1}],"row":1}}"#;

/// Each way in: a document that it reads, and its reading of one.
type Reader = fn(&str, Limits) -> Result<(), String>;

const READERS: &[(&str, Reader)] = &[
    (INPUT, |text, limits| {
        coded(server::input_within::<CreateTopic>(text.as_bytes(), limits), Malformed::code)
    }),
    (INPUT, |text, limits| {
        coded(server::body_within::<CreateTopic>(text.as_bytes(), limits), Rejection::code)
    }),
    (INPUT, |text, limits| {
        let request =
            Request::post("/api/topic/1").header("token", "t").body(text).expect("a request");
        coded(server::request_within::<CreateTopic>(&request, limits), Rejection::code)
    }),
    (CALLBACK, |text, limits| {
        coded(callback::read_within(text.as_bytes(), limits), Malformed::code)
    }),
    (PAGE, |text, limits| {
        coded(client::reply_within::<QueryP2pHistory>(&Response::new(text), limits), why)
    }),
    (PAGE, |text, limits| match token::pass_on_within(&Response::new(text), limits) {
        // A page is no token; what counts is how far the reading came.
        Err(ReplyError::Data { .. }) => Ok(()),
        read => coded(read, why),
    }),
];

fn coded<T, E>(read: Result<T, E>, code: impl Fn(&E) -> &'static str) -> Result<(), String> {
    read.map(drop).map_err(|error| code(&error).to_owned())
}

fn why(error: &ReplyError) -> &'static str {
    match error {
        ReplyError::NotAnAnswer { source, .. } => source.code(),
        error => error.code(),
    }
}

/// The depth, and the most members and items of one.
fn measure(text: &str) -> (usize, usize, usize) {
    fn of(value: &serde_json::Value) -> (usize, usize, usize) {
        let (own, inner): (_, Vec<_>) = match value {
            serde_json::Value::Object(all) => ((0, all.len(), 0), all.values().collect()),
            serde_json::Value::Array(all) => ((0, 0, all.len()), all.iter().collect()),
            _ => return (0, 0, 0),
        };
        let most =
            inner.into_iter().map(of).fold(own, |a, b| (a.0.max(b.0), a.1.max(b.1), a.2.max(b.2)));
        (most.0 + 1, most.1, most.2)
    }
    of(&serde_json::from_str(text).expect("JSON"))
}

/// A limit that equals what the document has accepts it; one less refuses it, by its own code.
#[test]
fn limits_are_exact_at_every_reader() {
    for (text, read) in READERS {
        let (depth, members, items) = measure(text);
        let exact = Limits::new().bytes(text.len()).depth(depth).members(members).items(items);
        assert_eq!(read(text, exact), Ok(()), "{text}");
        for (limits, code) in [
            (exact.bytes(text.len() - 1), "too-long"),
            (exact.depth(depth - 1), "too-deep"),
            (exact.members(members - 1), "too-many-members"),
        ] {
            assert_eq!(read(text, limits), Err(code.to_owned()), "{text}");
        }
        if items > 0 {
            assert_eq!(
                read(text, exact.items(items - 1)),
                Err("too-many-items".to_owned()),
                "{text}"
            );
        }
    }
}

/// What was read within raised limits does not fail further in, at the default ones.
#[test]
fn what_a_raised_limit_lets_in_is_whole() {
    let many = format!("[0{}]", ",0".repeat(1 << 20));
    let text = format!(r#"{{"code":9,"message":"\u006eo","data":{many}}}"#);
    let response = Response::new(&*text);
    let refused = client::reply::<FetchToken>(&response).expect_err("too many");
    assert_eq!(why(&refused), "too-many-items");
    match client::reply_within::<FetchToken>(&response, Limits::MAX) {
        Err(ReplyError::Api(ApiError { code: 9, message, data: Some(data), .. })) => {
            assert_eq!((&*message, data.as_str().len()), ("no", many.len()));
        }
        other => panic!("{other:?}"),
    }
}

/// A byte order mark is not counted, and is told in the place.
#[test]
fn a_byte_order_mark_is_beside_the_limit() {
    let marked = format!("\u{feff}{CALLBACK}");
    assert!(callback::read_within(marked.as_bytes(), Limits::new().bytes(CALLBACK.len())).is_ok());
    let error =
        callback::read_within(marked.as_bytes(), Limits::new().bytes(10)).expect_err("too long");
    assert_eq!((error.code(), error.place().offset), ("too-long", 13));
}
