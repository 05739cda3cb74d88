//! No secret is ever seen: not in debug output, not in an error, whatever is wrong with a document.
#![allow(clippy::panic, reason = "tests")]

mod support;

use std::fmt::Debug;

use http::{Request, Response};
use mimc_api::callback::{self, Callback, CallbackType, Verifier};
use mimc_api::endpoints::{self, Visitor};
use mimc_api::token::{FetchToken, TokenData};
use mimc_api::{
    Account, AppCredentials, AppId, AppKey, AppSecret, Authentication, Base, Credentials, Endpoint,
    Payload, SecurityKey, Token, Uuid, client, server,
};
use mimc_msg::Timestamp;
use mimc_testkit::api::{Tape, members_of};
use support::copies::{CANARY, broken_copies, broken_texts};

/// Sees that the canary is in no text.
#[track_caller]
fn assert_silent(shown: &str) {
    assert!(!shown.contains("CANARY"), "a secret is shown: {shown}");
}

/// Debug and display of an error and of what caused it.
#[track_caller]
fn assert_error_silent(error: &(dyn std::error::Error + 'static)) {
    let mut cause = Some(error);
    while let Some(error) = cause {
        assert_silent(&format!("{error:?} {error:#?} {error}"));
        cause = error.source();
    }
}

#[track_caller]
fn assert_debug_silent(value: &impl Debug) {
    assert_silent(&format!("{value:?} {value:#?}"));
}

fn app() -> AppCredentials {
    let secret = AppSecret::new(CANARY).expect("a secret");
    AppCredentials::new(AppId::new(1), AppKey::new("5111").expect("a key"), secret)
        .account(Account::new("ada"))
}

fn credentials() -> [Credentials; 2] {
    [Token::new(CANARY).expect("a token").into(), app().into()]
}

fn token_data() -> TokenData {
    let key = SecurityKey::new(CANARY).expect("a key");
    let token = Token::new(CANARY).expect("a token");
    TokenData::new(AppId::new(1), Account::new("ada"), Uuid::new(2), key, token)
}

fn callback_with(proof: &str) -> Vec<u8> {
    let mut callback = Callback::new(CallbackType::NormalMsg, Payload::new(b"hi"));
    callback.authentication = Some(Authentication::new(proof).expect("a proof"));
    serde_json::to_vec(&callback).expect("JSON")
}

#[test]
fn secrets_do_not_print() {
    assert_debug_silent(&AppSecret::new(CANARY));
    assert_debug_silent(&Token::new(CANARY));
    assert_debug_silent(&SecurityKey::new(CANARY));
    assert_debug_silent(&Authentication::new(CANARY));
    assert_debug_silent(&app());
    assert_debug_silent(&credentials());
    assert_debug_silent(&token_data());
    let read = callback::read(&callback_with(CANARY)).expect("a callback");
    assert_debug_silent(&read);
    assert_debug_silent(&read.clone().assume_verified());
    assert_debug_silent(read.peek());
    // The key of a verifier is made from the secret, so what it shows is told in full.
    let verifier = Verifier::new(AppId::new(1), &AppSecret::new(CANARY).expect("a secret"));
    assert_eq!(format!("{verifier:?}"), "Verifier { app_id: AppId(1), tolerance: 60s, .. }");
    let answer = client::reply::<FetchToken>(&server::reply::<FetchToken>(&token_data()));
    assert_debug_silent(&answer);
}

#[test]
fn payloads_and_the_data_of_errors_do_not_print() {
    let payload = Payload::from_base64(CANARY);
    assert_debug_silent(&payload);
    let body = format!(r#"{{"code":500,"message":"no","data":{{"token":"{CANARY}"}}}}"#);
    let error = client::reply::<FetchToken>(&Response::new(body)).expect_err("an error");
    assert_error_silent(&error);
    let body = format!(r#"{{"code":500,"message":"{}{CANARY}"}}"#, "x".repeat(200));
    assert_error_silent(&client::reply::<FetchToken>(&Response::new(body)).expect_err("long"));
}

#[test]
fn a_refused_secret_is_not_told() {
    for bad in [format!("{CANARY}\n"), format!(" {CANARY}"), format!("{CANARY}\u{e9}")] {
        assert_error_silent(&AppSecret::new(bad.clone()).expect_err("a line end"));
        assert_debug_silent(&Token::new(bad.clone()));
        assert_error_silent(&AppKey::new(bad).expect_err("a line end"));
    }
}

/// Each request of each endpoint: its headers, what is read from it, and what is wrong with broken copies.
struct Requests;

impl Visitor for Requests {
    fn visit<E: Endpoint>(&mut self) {
        // A secret in the place of each member, whatever that should be.
        for member in members_of::<E>() {
            let mut tape = Tape::new(vec![1; 120]);
            let mut body = serde_json::to_value(tape.value::<E>()).expect("an input");
            body[*member] = CANARY.into();
            if let Err(error) = server::input::<E>(body.to_string().as_bytes()) {
                assert_error_silent(&error);
            }
        }
        // Most of these choices make a legal request of most endpoints.
        for choices in [vec![1; 120], vec![0; 120]] {
            let mut tape = Tape::new(choices);
            let ids = tape.ids::<E>();
            let input: E = tape.value();
            for credentials in credentials() {
                match client::request(&Base::mimc(), &credentials, &ids, &input) {
                    Ok(request) => look_through::<E>(&request),
                    Err(error) => assert_error_silent(&error),
                }
            }
        }
    }
}

fn look_through<E: Endpoint>(request: &Request<Vec<u8>>) {
    assert_debug_silent(request.headers());
    let incoming = server::request::<E>(request).expect(E::NAME);
    assert_debug_silent(&incoming);
    for broken in broken_copies(request) {
        match server::request::<E>(&broken) {
            Ok(incoming) => {
                if let Err(error) = incoming.strict() {
                    assert_error_silent(&error);
                }
            }
            Err(error) => {
                assert_error_silent(&error);
                assert_silent(&format!("{} {:?} {}", error.code(), error.place(), error.reason()));
            }
        }
    }
}

#[test]
fn no_request_shows_a_secret() {
    endpoints::visit_all(&mut Requests);
}

/// Each endpoint's reading of a token answer and broken copies of it.
struct Answers;

impl Visitor for Answers {
    fn visit<E: Endpoint>(&mut self) {
        let good = server::reply::<FetchToken>(&token_data()).into_body();
        let others = [
            format!("<html>{CANARY}</html>"),
            format!(r#"{{"code":"{CANARY}","message":"no"}}"#),
            format!(r#"{{"code":200,"message":"yes","data":"{CANARY}"}}"#),
            format!(r#"{{"code":200,"message":"yes","data":["{CANARY}"]}}"#),
            format!(r#""{CANARY}""#),
        ];
        let others = others.map(String::into_bytes);
        for body in broken_texts(&good).chain([good.clone()]).chain(others) {
            match client::reply::<E>(&Response::new(body)) {
                Ok(answer) => {
                    if let Err(error) = answer.strict() {
                        assert_error_silent(&error);
                    }
                }
                Err(error) => assert_error_silent(&error),
            }
        }
    }
}

#[test]
fn no_answer_shows_a_secret() {
    endpoints::visit_all(&mut Answers);
}

#[test]
fn no_callback_shows_a_secret() {
    let verifier = Verifier::new(AppId::new(1), &AppSecret::new(CANARY).expect("a secret"));
    let now = Timestamp::from_millis(1_645_000_000_000).expect("a time");
    let good = callback_with(CANARY);
    for body in broken_texts(&good).chain([good.clone()]) {
        match callback::read(&body) {
            Ok(callback) => {
                assert_debug_silent(&callback);
                assert_error_silent(&verifier.verify(&callback, now).expect_err("no proof"));
            }
            Err(error) => assert_error_silent(&error),
        }
    }
}

#[test]
fn secret_headers_are_marked() {
    for (credentials, name) in credentials().into_iter().zip(["token", "appSecret"]) {
        let request = client::request(
            &Base::mimc(),
            &credentials,
            &AppId::new(1),
            &mimc_api::topic::ListTopics::new(),
        );
        assert!(request.expect("a request").headers()[name].is_sensitive(), "{name}");
    }
}
