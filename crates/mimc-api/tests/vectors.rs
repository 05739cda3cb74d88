//! Every vector of the API under `schemas/vectors/`: requests, answers, callbacks, accounts.
#![allow(clippy::panic, reason = "tests")]

mod support;

use http::{Method, Request, Response, Uri};
use mimc_api::callback::{self, Unverified, Verified, Verifier};
use mimc_api::endpoints::{self, Visitor};
use mimc_api::{Endpoint, Note, Noted, Payload, ReplyError, account, client, server};
use mimc_testkit::answerer;
use mimc_testkit::vectors::{lines, raw, text};
use serde_json::{Value, json};
use support::expectation::expectation;
use support::facts::{self, assert_found};
use support::names::name_in_vectors;
use support::refused::{Read, Refused, codes};

/// How many vectors of the API there are at the least, so that no file can get lost.
const ACCEPTED: usize = 155;
const REFUSED: usize = 152;

#[test]
fn accepted_vectors_are_read_as_they_say() {
    let (mut count, mut captured) = (0, 0);
    for vector in vectors("accept.jsonl") {
        count += 1;
        let id = text(&vector, "id");
        match text(&vector, "kind") {
            "request" => {
                let name = endpoint_of(&vector["context"]);
                let expected = name_in_vectors(text(&vector["expect"], "endpoint"));
                assert_eq!(name, Some(expected), "{id}");
            }
            "callback" | "error_response" => {}
            kind => assert!(kind.ends_with("_response"), "{id}: nobody reads {kind}"),
        }
        let read = read(&vector).unwrap_or_else(|why| panic!("{id}: {why:?}"));
        assert_found(id, &expectation(&vector), &read.facts);
        let flags = vector["expect"]["flags"].as_array().into_iter().flatten();
        let flags = flags.map(|flag| flag.as_str().expect("a flag").replace('_', "-"));
        let flags: Vec<String> = flags.collect();
        if text(&vector, "source").contains("captured:") {
            // What real clients and the real server were seen to write deviates from nothing else.
            let deviations = read.notes.iter().filter(|noted| noted.note.is_deviation());
            for Noted { note, place, .. } in deviations {
                assert!(flags.iter().any(|flag| flag == note.code()), "{id}: {note} at {place}");
            }
            captured += 1;
        }
        for flag in &flags {
            assert!(codes(&read.notes).contains(&&**flag), "{id}: {flag} in {:?}", read.notes);
        }
    }
    assert!(count >= ACCEPTED, "only {count} vectors");
    assert!(captured >= 4, "only {captured} captured vectors");
}

#[test]
fn refused_vectors_are_refused_or_told() {
    let mut count = 0;
    for vector in vectors("refuse.jsonl") {
        count += 1;
        let id = text(&vector, "id");
        let expected = |name: &str| vector[name].as_str().unwrap_or_else(|| panic!("{id}: {name}"));
        match (text(&vector, "verdict"), read(&vector)) {
            ("reject", Ok(read)) => panic!("{id}: was read: {}", read.facts),
            ("reject", Err(refused)) => {
                let told = (refused.code, &*refused.pointer);
                assert_eq!(told, (expected("code"), expected("pointer")), "{id}");
            }
            (_, Err(refused)) => panic!("{id}: {refused:?}"),
            (_, Ok(read)) => {
                assert!(!read.notes.is_empty(), "{id}: nothing was told");
                assert_eq!(vector["reports"], json!(codes(&read.notes)), "{id}");
            }
        }
    }
    assert!(count >= REFUSED, "only {count} vectors");
}

fn vectors(file: &str) -> impl Iterator<Item = Value> {
    let message = |vector: &Value| matches!(text(vector, "kind"), "message" | "history_payload");
    lines(file).into_iter().filter(move |vector| !message(vector))
}

fn read(vector: &Value) -> Result<Read, Refused> {
    let raw = raw(vector);
    let context = &vector["context"];
    match text(vector, "kind") {
        "request" if context.is_null() => {
            visit("push-p2p", Reading { body: Some(raw), ..Reading::of(vector) })
        }
        "request" => {
            // A request that meets no endpoint must be refused by the one that it may be mistaken for.
            let mistaken = match text(context, "method") {
                "GET" => "get-topic",
                "DELETE" => "dismiss-topic",
                _ => "update-topic",
            };
            let name = endpoint_of(context).unwrap_or(mistaken);
            visit(name, Reading { request: Some(request(context, &raw)?), ..Reading::of(vector) })
        }
        "callback" => read_callback(&raw, context),
        "account" => {
            let account = std::str::from_utf8(&raw).expect("UTF-8");
            let notes = account::check(account).map_err(|_| Refused::new("invalid-value", ""))?;
            Ok(Read { facts: json!(account), notes })
        }
        "contact_payload" => {
            let payload = Payload::from_base64(String::from_utf8_lossy(&raw));
            let (bytes, notes) =
                payload.check_lines().map_err(|_| Refused::new("invalid-base64", ""))?;
            Ok(Read { facts: json!(bytes), notes })
        }
        _ => visit(answerer(vector, &raw), Reading { answer: Some(raw), ..Reading::of(vector) }),
    }
}

/// The request of a vector, as a server gets it.
fn request(context: &Value, body: &[u8]) -> Result<Request<Vec<u8>>, Refused> {
    let mut request = Request::builder().method(text(context, "method"));
    request = request.uri(text(context, "target"));
    for (name, value) in context["headers"].as_object().expect("headers") {
        request = request.header(name, value.as_str().expect("a value"));
    }
    request.body(body.to_vec()).map_err(|_| Refused::new("not-http", ""))
}

/// The endpoint of a request; of one that meets none, the one that it may be mistaken for.
fn endpoint_of(context: &Value) -> Option<&'static str> {
    let method: Method = text(context, "method").parse().expect("a method");
    let uri: Uri = text(context, "target").parse().ok()?;
    endpoints::find(&method, uri.path()).map(|facts| facts.name)
}

/// Reads a request or an answer as the endpoint's.
struct Reading<'v> {
    vector: &'v Value,
    request: Option<Request<Vec<u8>>>,
    body: Option<Vec<u8>>,
    answer: Option<Vec<u8>>,
    read: Result<Read, Refused>,
}

impl<'v> Reading<'v> {
    fn of(vector: &'v Value) -> Self {
        Self {
            vector,
            request: None,
            body: None,
            answer: None,
            read: Err(Refused::new("not visited", "")),
        }
    }
}

fn visit(name: &str, mut reading: Reading<'_>) -> Result<Read, Refused> {
    assert!(endpoints::visit_named(name, &mut reading), "{name}");
    reading.read
}

impl Visitor for Reading<'_> {
    fn visit<E: Endpoint>(&mut self) {
        if let Some(request) = &self.request {
            self.read = match server::request::<E>(request) {
                Ok(incoming) => {
                    Ok(Read { facts: facts::of_request(&incoming), notes: incoming.notes })
                }
                Err(rejection) => Err(Refused::rejection(&rejection)),
            };
        } else if let Some(body) = &self.body {
            self.read = match server::body::<E>(body) {
                Ok((_, notes)) => Ok(Read { facts: Value::Null, notes }),
                Err(rejection) => Err(Refused::rejection(&rejection)),
            };
        } else if let Some(answer) = &self.answer {
            self.read = self.answer::<E>(answer);
        }
    }
}

impl Reading<'_> {
    fn answer<E: Endpoint>(&self, body: &[u8]) -> Result<Read, Refused> {
        match client::reply::<E>(&Response::new(body)) {
            Ok(answer) => {
                let mut notes = answer.notes;
                if let Some(app) = self.vector["context"]["requested_app_id"].as_str() {
                    // As the client does that knows what it asked for.
                    let token = client::reply::<mimc_api::token::FetchToken>(&Response::new(body));
                    notes = token.expect("a token").asked_for(app.parse().expect("an id")).notes;
                }
                let data = serde_json::to_value(&answer.data).expect("data");
                let facts = json!({
                    "ok": true, "message": answer.message, "data": facts::of_data(&data),
                });
                Ok(Read { facts, notes })
            }
            Err(ReplyError::Api(error)) => {
                let data =
                    error.data.map(|data| serde_json::from_str(data.as_str()).expect("JSON"));
                let data: Value = data.unwrap_or_default();
                let facts = json!({
                    "ok": false, "code": error.code, "message": error.message, "data": data,
                });
                Ok(Read { facts, notes: error.notes })
            }
            Err(error) => Err(Refused::new(error.code(), &error.place().expect("a place").pointer)),
        }
    }
}

/// Reads a callback, and verifies it where the secret is known.
fn read_callback(raw: &[u8], context: &Value) -> Result<Read, Refused> {
    let callback = callback::read(raw).map_err(|malformed| Refused::malformed(&malformed))?;
    let data = serde_json::to_value(callback.peek()).expect("a callback");
    let mut facts = facts::of_data(&data);
    let mut notes = callback.notes().clone();
    let secret = context["app_secret"].as_str().unwrap_or("2xZmr+/yj+/T5U+vvbataQ==");
    match verify(&callback, secret) {
        Ok(verified) => {
            facts["verified"] = json!(true);
            notes = verified.notes().clone();
        }
        Err(_) if notes.contains(Note::AuthenticationMissing) => {}
        Err(why) => return Err(why),
    }
    Ok(Read { facts, notes })
}

fn verify(callback: &Unverified, secret: &str) -> Result<Verified, Refused> {
    let app = mimc_api::AppId::new(2_882_303_761_517_669_588);
    let secret = mimc_api::AppSecret::new(secret).expect("a secret");
    let now = mimc_msg::Timestamp::from_millis(1_645_000_000_123).expect("a time");
    let verifier = Verifier::new(app, &secret);
    verifier.verify(callback, now).map_err(|error| Refused::new(error.code(), "/authentication"))
}
