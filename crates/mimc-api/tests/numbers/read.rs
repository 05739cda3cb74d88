//! What reading a document gave of one member.

use http::Response;
use mimc_api::{Endpoint, Malformed, ReplyError, callback, client, server};
use mimc_msg::Place;
use serde_json::Value;

/// What the member means, or the code and place of the error.
pub(crate) type Read = Result<String, (&'static str, Place)>;

/// The value at the pointer, as text, as we write it.
#[track_caller]
fn shown(document: &Value, pointer: &str) -> String {
    match document.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(value @ Value::Number(_)) => value.to_string(),
        other => panic!("no number at {pointer}: {other:?} in {document}"),
    }
}

/// Codes are a closed list here, so that they outlive the error.
fn code(code: &str) -> &'static str {
    const CODES: [&str; 5] =
        ["invalid-value", "wrong-type", "missing-member", "invalid-number", "unexpected-byte"];
    CODES.into_iter().find(|known| *known == code).unwrap_or_else(|| panic!("{code}"))
}

fn refused(malformed: &Malformed) -> (&'static str, Place) {
    (code(malformed.code()), malformed.place().clone())
}

/// A member of the data of an answer.
pub(crate) fn answer<E: Endpoint>(document: &str, pointer: &str) -> Read {
    match client::reply::<E>(&Response::new(document)) {
        Ok(answer) => {
            let written = server::reply::<E>(&answer.data).into_body();
            Ok(shown(&serde_json::from_slice(&written).expect("JSON"), pointer))
        }
        Err(ReplyError::NotAnAnswer { source, .. } | ReplyError::Data { source, .. }) => {
            Err(refused(&source))
        }
        Err(other) => panic!("{document}: {other}"),
    }
}

/// The code of an answer.
pub(crate) fn answer_code<E: Endpoint>(document: &str, _: &str) -> Read {
    match client::reply::<E>(&Response::new(document)) {
        Ok(_) => Ok("200".to_owned()),
        Err(ReplyError::Api(error)) => Ok(error.code.to_string()),
        Err(ReplyError::NotAnAnswer { source, .. }) => Err(refused(&source)),
        Err(other) => panic!("{document}: {other}"),
    }
}

/// A member of the input of a request.
pub(crate) fn input<E: Endpoint>(document: &str, pointer: &str) -> Read {
    match server::input::<E>(document.as_bytes()) {
        Ok((input, _)) => Ok(shown(&serde_json::to_value(input).expect("JSON"), pointer)),
        Err(malformed) => Err(refused(&malformed)),
    }
}

/// The application in the body of a request.
pub(crate) fn app_id<E: Endpoint>(document: &str, _: &str) -> Read {
    let request = http::Request::builder()
        .method(E::METHOD)
        .uri(E::PATH)
        .header("Content-Type", "application/json")
        .body(document)
        .expect("a request");
    match server::request::<E>(&request) {
        Ok(incoming) => match incoming.credentials {
            mimc_api::Credentials::App(app) => Ok(app.app_id.expect("an id").get().to_string()),
            mimc_api::Credentials::Token(_) => panic!("{document}: a token"),
            other => panic!("{document}: {other:?}"),
        },
        Err(mimc_api::Rejection::Malformed(malformed)) => Err(refused(&malformed)),
        Err(other) => panic!("{document}: {other}"),
    }
}

/// A member of a callback.
pub(crate) fn callback(document: &str, pointer: &str) -> Read {
    match callback::read(document.as_bytes()) {
        Ok(read) => {
            let callback = read.assume_verified().into_callback();
            Ok(shown(&serde_json::to_value(callback).expect("JSON"), pointer))
        }
        Err(malformed) => Err(refused(&malformed)),
    }
}
