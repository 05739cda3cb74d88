//! Requests and answers of every endpoint, and callbacks.

use http::header::{HeaderName, HeaderValue};
use http::{Request, Response, Uri};
use mimc_api::callback::{self, Callback};
use mimc_api::endpoints::{self, Visitor};
use mimc_api::{Base, Endpoint, Input, Note, Notes, ReplyError, client, server};
use mimc_testkit::api::{Tape, make, tape};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

use super::api_exceptions::{Beyond, Unsaid, same_types};
use mimc_testkit::schema::{accepts, edited, edits, members};

/// What a reader makes of a document, and what it writes for what it read.
pub(crate) enum Taken {
    Refused(String),
    Read {
        written: Value,
        notes: Vec<Note>,
    },
    /// The document cannot be sent at all, such as an object in a query.
    Impossible,
}

/// Holds the schemas of one document to its reader.
pub(crate) fn agree(name: &str, document: &Value, taken: &Taken) -> Result<(), TestCaseError> {
    let (open, strict) = (accepts(name, document), accepts(&format!("{name}.strict"), document));
    match taken {
        Taken::Impossible => {}
        Taken::Refused(why) => {
            let refused = !open && !strict || Unsaid::explains(document, why);
            prop_assert!(refused, "{name}: only the reader refuses ({why}): {document}");
        }
        Taken::Read { written, notes } => {
            let excused = !same_types(document, written) || Beyond::explains(document, notes);
            prop_assert!(open || excused, "{name}: only the schema refuses: {document}");
            // What is strict is what is written; null for nothing is strict as the data of an error is.
            let same = if strict {
                written == document || Beyond::NullData.is_why(document, notes)
            } else {
                written != document || Beyond::explains(document, notes)
            };
            prop_assert!(same, "{name}: strict {strict}, written as {written}: {document}");
        }
    }
    Ok(())
}

/// The request of an endpoint with this input.
fn with_input<E: Endpoint>(request: &Request<Vec<u8>>, input: &Value) -> Option<Request<Vec<u8>>> {
    let (mut parts, mut body) = request.clone().into_parts();
    let members = input.as_object()?;
    match E::INPUT {
        Input::Body => body = input.to_string().into_bytes(),
        Input::Query => {
            let pairs: Option<Vec<String>> = members
                .iter()
                .map(|(name, value)| {
                    Some(format!("{}={}", percent(name), percent(&scalar(value)?)))
                })
                .collect();
            let query = pairs?.join("&");
            parts.uri = format!("{}?{query}", parts.uri.path()).parse::<Uri>().ok()?;
        }
        Input::Headers(names) => {
            for name in names {
                parts.headers.remove(*name);
            }
            for (name, value) in members.iter().filter(|(name, _)| names.contains(&&***name)) {
                let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
                parts.headers.insert(name, HeaderValue::from_str(&scalar(value)?).ok()?);
            }
        }
        _ => return None,
    }
    Some(Request::from_parts(parts, body))
}

/// A value as it stands in a query or header.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

fn percent(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// The input of a request, as its document describes it.
fn input_of<E: Endpoint>(request: &Request<Vec<u8>>, input: &E) -> Value {
    match E::INPUT {
        Input::Body => serde_json::from_slice(request.body()).expect("JSON"),
        _ => serde_json::to_value(input).expect("JSON"),
    }
}

pub(crate) fn take_request<E: Endpoint>(request: &Request<Vec<u8>>, document: &Value) -> Taken {
    let Some(request) = with_input::<E>(request, document) else { return Taken::Impossible };
    let incoming = match server::request::<E>(&request) {
        Ok(incoming) => incoming,
        Err(rejection) => return Taken::Refused(rejection.to_string()),
    };
    // What was read can be written, but for what only a reader lets pass.
    let written =
        client::request(&Base::mimc(), &incoming.credentials, &incoming.ids, &incoming.input);
    match written {
        Ok(written) => Taken::Read {
            written: input_of(&written, &incoming.input),
            notes: incoming.notes.iter().map(|noted| noted.note).collect(),
        },
        Err(error) => Taken::Refused(error.to_string()),
    }
}

pub(crate) fn take_answer<E: Endpoint>(document: &Value) -> Taken {
    let answer = |code: i32, message: &str, data: Value, notes: &Notes| Taken::Read {
        written: json!({ "code": code, "message": message, "data": data }),
        notes: notes.iter().map(|noted| noted.note).collect(),
    };
    match client::reply::<E>(&Response::new(document.to_string())) {
        Ok(reply) => {
            let data = serde_json::to_value(&reply.data).expect("JSON");
            answer(200, &reply.message, data, &reply.notes)
        }
        Err(ReplyError::Api(error)) => {
            let data = error.data.map(|data| serde_json::from_str(data.as_str()).expect("JSON"));
            answer(error.code, &error.message, data.unwrap_or_default(), &error.notes)
        }
        Err(ReplyError::NotAnAnswer { source, .. } | ReplyError::Data { source, .. }) => {
            Taken::Refused(source.to_string())
        }
        Err(error) => Taken::Refused(error.to_string()),
    }
}

pub(crate) fn runner(count: u32) -> TestRunner {
    let mut config = cases(count);
    // Not every tape makes a legal request.
    config.max_global_rejects = config.cases * 50 + 1000;
    TestRunner::new(config)
}

/// The document with small changes; what is put in has the name of some member that its schema knows, or of none.
pub(crate) fn edit_with(name: &str, document: Value, edits: &[[u32; 5]]) -> Value {
    let names = members(name);
    let names: Vec<&str> = names.iter().map(String::as_str).chain(["unknown"]).collect();
    edited(document, edits, &names)
}

/// So many documents of each kind without `PROPTEST_CASES`.
pub(crate) const COUNT: u32 = 30;

#[test]
fn requests_agree() {
    struct Requests;

    impl Visitor for Requests {
        fn visit<E: Endpoint>(&mut self) {
            let name = format!("{}-request", E::NAME);
            let change = prop::bool::weighted(0.9);
            let law = |(choices, edits, change): (Vec<u32>, Vec<[u32; 5]>, bool)| {
                let made = make::<E>(Tape::new(choices));
                let Some(made) = made else { return Err(TestCaseError::reject("not legal")) };
                let document = input_of(&made.request, &made.input);
                let document = if change { edit_with(&name, document, &edits) } else { document };
                agree(&name, &document, &take_request::<E>(&made.request, &document))
            };
            runner(COUNT)
                .run(&(tape(), edits(), change), law)
                .unwrap_or_else(|error| panic!("{error}"));
        }
    }

    endpoints::visit_all(&mut Requests);
}

#[test]
fn answers_agree() {
    struct Answers;

    impl Visitor for Answers {
        fn visit<E: Endpoint>(&mut self) {
            let name = format!("{}-response", E::NAME);
            let change = prop::bool::weighted(0.9);
            let law = |(choices, edits, change): (Vec<u32>, Vec<[u32; 5]>, bool)| {
                let reply: E::Reply = Tape::new(choices).value();
                let data = serde_json::to_value(&reply).expect("JSON");
                let document = json!({ "code": 200, "message": "success", "data": data });
                let document = if change { edit_with(&name, document, &edits) } else { document };
                agree(&name, &document, &take_answer::<E>(&document))
            };
            runner(COUNT)
                .run(&(tape(), edits(), change), law)
                .unwrap_or_else(|error| panic!("{error}"));
        }
    }

    endpoints::visit_all(&mut Answers);
}

pub(crate) fn take_callback(document: &Value) -> Taken {
    match callback::read(document.to_string().as_bytes()) {
        Ok(unverified) => Taken::Read {
            written: serde_json::to_value(unverified.peek()).expect("JSON"),
            notes: unverified.notes().iter().map(|noted| noted.note).collect(),
        },
        Err(malformed) => Taken::Refused(malformed.to_string()),
    }
}

#[test]
fn callbacks_agree() {
    let law = |(choices, edits): (Vec<u32>, Vec<[u32; 5]>)| {
        let callback: Callback = Tape::new(choices).value();
        let document =
            edit_with("callback", serde_json::to_value(&callback).expect("JSON"), &edits);
        agree("callback", &document, &take_callback(&document))
    };
    runner(COUNT * 20).run(&(tape(), edits()), law).unwrap_or_else(|error| panic!("{error}"));
}

/// A document of an endpoint that has no body, query or headers is the empty object.
#[test]
fn endpoints_without_input_take_nothing() {
    struct Nothing(usize);

    impl Visitor for Nothing {
        fn visit<E: Endpoint>(&mut self) {
            if E::INPUT == Input::Nowhere {
                let name = format!("{}-request.strict", E::NAME);
                assert!(accepts(&name, &Map::new().into()), "{name}");
                assert!(!accepts(&name, &json!({ "a": 1 })), "{name}");
                self.0 += 1;
            }
        }
    }

    let mut nothing = Nothing(0);
    endpoints::visit_all(&mut nothing);
    assert!(nothing.0 > 5);
}
