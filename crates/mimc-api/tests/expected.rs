//! A value of the wrong type: the error names what was found, and what is expected, in the words of JSON.
#![allow(clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};

use http::Response;
use mimc_api::callback::{self, Callback};
use mimc_api::{Endpoint, Malformed, Payload, Rejection, ReplyError, client, server};
use mimc_testkit::api::{Law, Tape, choices, for_each, make};
use mimc_testkit::pointers;
use serde_json::{Value, json};

/// Each kind of value: a text of it, and the word that an error has for it.
const FOUND: [(&str, &str); 11] = [
    ("true", "a boolean"),
    ("false", "a boolean"),
    ("7", "a number"),
    ("-7", "a number"),
    ("1.5", "a number"),
    ("-0", "a number"),
    ("18446744073709551616", "a number"),
    ("\"x\"", "a string"),
    ("null", "null"),
    ("[]", "an array"),
    ("{}", "an object"),
];

/// What may be expected, and a value that has this type.
const EXPECTED: [(&str, &str); 10] = [
    ("a boolean", "true"),
    ("a string", "\"x\""),
    ("an array", "[]"),
    ("an array of contacts, or an object with one", "[]"),
    ("an array of strings, or a contact", "[]"),
    ("an id: an integer from 0 to 2^64 - 1, or its decimal text", "7"),
    ("an integer in its range, or its decimal text", "7"),
    ("an object", "{}"),
    ("the name of a packet, a string", "\"x\""),
    ("true or false", "true"),
];

/// The document with this text in the place of one value.
fn exchanged(document: &Value, pointer: &str, text: &str) -> String {
    let mut document = document.clone();
    *document.pointer_mut(pointer).expect("a value") = json!("<here>");
    document.to_string().replace("\"<here>\"", text)
}

/// The words of the error about the value at this pointer, where its type is what is wrong.
type Reader = fn(&str, &str) -> Option<String>;

fn told(malformed: &Malformed, pointer: &str) -> Option<String> {
    let here = malformed.code() == "wrong-type" && *malformed.place().pointer == *pointer;
    here.then(|| malformed.reason())
}

fn in_answer<E: Endpoint>(text: &str, pointer: &str) -> Option<String> {
    match client::reply::<E>(&Response::new(text)) {
        Err(ReplyError::NotAnAnswer { source, .. } | ReplyError::Data { source, .. }) => {
            told(&source, pointer)
        }
        _ => None,
    }
}

fn in_body<E: Endpoint>(text: &str, pointer: &str) -> Option<String> {
    match server::body::<E>(text.as_bytes()) {
        Err(Rejection::Malformed(malformed)) => told(&malformed, pointer),
        _ => None,
    }
}

fn in_callback(text: &str, pointer: &str) -> Option<String> {
    callback::read(text.as_bytes()).err().and_then(|malformed| told(&malformed, pointer))
}

/// What was seen: expected words, and the words for what was found in their place.
#[derive(Default)]
struct Seen(BTreeMap<String, BTreeSet<String>>);

impl Seen {
    /// Puts each kind of value in the place of each value of the document.
    fn try_all(&mut self, what: &str, document: &Value, read: Reader) {
        for pointer in pointers(document) {
            for (text, word) in FOUND {
                let Some(reason) = read(&exchanged(document, &pointer, text), &pointer) else {
                    continue;
                };
                let what = format!("{what}: {text} at {pointer:?}: {reason}");
                let (expected, found) = reason
                    .strip_prefix("expected ")
                    .and_then(|rest| rest.rsplit_once(", found "))
                    .expect(&what);
                assert_eq!(found, word, "{what}");
                let good = EXPECTED.iter().find(|(words, _)| *words == expected).expect(&what).1;
                assert_eq!(read(&exchanged(document, &pointer, good), &pointer), None, "{what}");
                self.0.entry(expected.to_owned()).or_default().insert(found.to_owned());
            }
        }
    }
}

impl Law for &mut Seen {
    fn holds<E: Endpoint>(&mut self, mut tape: Tape) {
        let data: E::Reply = tape.value();
        let answer = server::reply::<E>(&data).into_body();
        let answer = serde_json::from_slice(&answer).expect("JSON");
        self.try_all(E::NAME, &answer, in_answer::<E>);
        let Some(made) = make::<E>(tape) else { return };
        if !made.request.body().is_empty() {
            self.try_all(E::NAME, &Value::from(made.body()), in_body::<E>);
        }
    }
}

#[test]
fn what_is_expected_and_what_is_found_is_said_in_the_words_of_json() {
    let mut seen = Seen::default();
    for seed in 0..4 {
        for_each(&choices(seed), &mut seen);
        let mut callback: Callback = Tape::new(choices(seed)).value();
        callback.payload = Payload::new(b"hi");
        let callback = serde_json::to_value(callback).expect("JSON");
        seen.try_all("callback", &callback, in_callback);
    }
    let words: BTreeSet<_> = seen.0.keys().map(String::as_str).collect();
    assert_eq!(words, EXPECTED.map(|(words, _)| words).into());
    let found: BTreeSet<_> = seen.0.values().flatten().map(String::as_str).collect();
    assert_eq!(found, FOUND.map(|(_, word)| word).into());
}
