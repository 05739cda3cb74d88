//! Every error and every note of reading says where: the member, and the bytes of it.
#![allow(clippy::panic, reason = "tests")]

mod support;

use http::{Method, Response, Uri};
use mimc_api::callback::{self, Callback};
use mimc_api::contact::ListContactsV2;
use mimc_api::topic::KickMembers;
use mimc_api::{Endpoint, Malformed, Note, Noted, Payload, Rejection, ReplyError, client, server};
use mimc_msg::Place;
use mimc_testkit::api::{Law, Tape, for_each, make, tape};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;
use serde_json::Value;
use support::broken::broken;
use support::exact::assert_exact;
use support::odd::{mutate, odd_text};

/// Faults of a value, not of syntax, and notes, but for the byte order mark, are about a value.
fn assert_places<'n>(
    input: &str,
    malformed: Option<(&str, &Place)>,
    notes: impl IntoIterator<Item = &'n Noted>,
    what: &str,
) -> usize {
    let mut count = 0;
    if let Some((code @ ("missing-member" | "wrong-type" | "invalid-value"), place)) = malformed {
        assert_exact(input.as_bytes(), place, &format!("{what}: {code}"));
        count += 1;
    }
    for Noted { note, place, .. } in notes {
        if *note == Note::ByteOrderMark {
            assert_eq!((place.offset, place.length), (0, 0));
        } else {
            assert_exact(input.as_bytes(), place, &format!("{what}: {note}"));
            count += 1;
        }
    }
    count
}

fn of_malformed(malformed: &Malformed) -> (&str, &Place) {
    (malformed.code(), malformed.place())
}

/// The body of a request as a server reads it.
fn read_body<E: Endpoint>(text: &str) -> usize {
    match server::body::<E>(text.as_bytes()) {
        Ok((_, notes)) => assert_places(text, None, &notes, E::NAME),
        Err(Rejection::Malformed(error)) => {
            assert_places(text, Some(of_malformed(&error)), [], E::NAME)
        }
        Err(other) => panic!("{}: {other:?}: {text}", E::NAME),
    }
}

/// An answer as a client reads it.
fn read_answer<E: Endpoint>(text: &str) -> usize {
    match client::reply::<E>(&Response::new(text)) {
        Ok(answer) => assert_places(text, None, &answer.notes, E::NAME),
        Err(ReplyError::Api(error)) => assert_places(text, None, &error.notes, E::NAME),
        Err(error) => {
            let place = error.place().expect("a place");
            assert_places(text, Some((error.code(), place)), [], E::NAME)
        }
    }
}

fn read_callback(text: &str) -> usize {
    match callback::read(text.as_bytes()) {
        Ok(callback) => assert_places(text, None, callback.notes(), "callback"),
        Err(error) => assert_places(text, Some(of_malformed(&error)), [], "callback"),
    }
}

/// Documents of every endpoint with a value exchanged, in odd forms.
struct Exact<'c> {
    how: &'c [u32],
    seen: &'c mut usize,
}

impl Law for Exact<'_> {
    fn holds<E: Endpoint>(&mut self, mut tape: Tape) {
        let mut how = Tape::new(self.how.to_vec());
        let data: E::Reply = tape.value();
        let answer = server::reply::<E>(&data).into_body();
        let mut answer: Value = serde_json::from_slice(&answer).expect("JSON");
        for _ in 0..=how.choose(2) {
            mutate(&mut answer, &mut how);
        }
        *self.seen += read_answer::<E>(&odd_text(&answer, &mut how));
        let Some(made) = make::<E>(tape) else { return };
        if made.request.body().is_empty() {
            return;
        }
        let mut body = Value::from(made.body());
        mutate(&mut body, &mut how);
        *self.seen += read_body::<E>(&odd_text(&body, &mut how));
    }
}

/// Documents of the vectors with some bytes exchanged.
struct ExactInBroken<'b>(&'b str);

impl Law for ExactInBroken<'_> {
    fn holds<E: Endpoint>(&mut self, _: Tape) {
        read_answer::<E>(self.0);
        read_body::<E>(self.0);
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn places_are_exact(choices in tape(), how in proptest::collection::vec(any::<u32>(), 0..400)) {
        let mut seen = 0;
        for_each(&choices, Exact { how: &how, seen: &mut seen });
        prop_assert!(seen > 0, "nothing was odd");
    }

    #[test]
    fn places_in_broken_documents_are_exact(bytes in broken()) {
        if let Ok(text) = std::str::from_utf8(&bytes) {
            for_each(&[], ExactInBroken(text));
            read_callback(text);
        }
    }

    #[test]
    fn places_in_callbacks_are_exact(choices in tape(), how in proptest::collection::vec(any::<u32>(), 0..400)) {
        let mut callback: Callback = Tape::new(choices).value();
        callback.payload = Payload::new(b"hi");
        let mut callback = serde_json::to_value(callback).expect("JSON");
        let mut how = Tape::new(how);
        mutate(&mut callback, &mut how);
        read_callback(&odd_text(&callback, &mut how));
    }
}

/// What reading a target gave: the error or the notes, each with pointer, and what stands from its offset on.
fn target<E: Endpoint>(target: &str) -> Vec<(&'static str, String, &str)> {
    let uri: Uri = target.parse().expect("a target");
    let told = |code, place: &Place| (code, place.pointer.to_string(), &target[place.offset..]);
    match server::target::<E>(&E::METHOD, &uri) {
        Ok(notes) => {
            notes.iter().map(|Noted { note, place, .. }| told(note.code(), place)).collect()
        }
        Err(error) => {
            // Codes of errors are static, but for those of documents, which borrow.
            let code = match error.code() {
                "invalid-query" => "invalid-query",
                "missing-member" => "missing-member",
                "invalid-value" => "invalid-value",
                other => panic!("{other}: {error}"),
            };
            vec![told(code, &error.place())]
        }
    }
}

#[test]
fn places_in_queries_are_those_of_the_values() {
    const PATH: &str = "/api/topic/1/2/accounts";
    let long = "a".repeat(600);
    for (query, code, pointer, rest) in [
        ("accounts=a,,b", "invalid-value", "/accounts", "a,,b"),
        ("accounts=%61%2C%2cb&x=1", "invalid-value", "/accounts", "%61%2C%2cb&x=1"),
        ("x=1&acc%6Funts=a%0Ab", "invalid-value", "/accounts", "a%0Ab"),
        ("accounts=", "invalid-value", "/accounts", ""),
        ("accounts", "invalid-value", "/accounts", ""),
        ("x", "legacy-query", "/accounts", "x"),
        ("accounts=a&accounts=b", "invalid-query", "", "b"),
        ("accounts=a&b=%zz", "invalid-query", "", "%zz"),
        ("accounts=a&b%=1", "invalid-query", "", "%=1"),
        ("accounts=a%2", "invalid-query", "", "%2"),
        ("accounts=a&b=%ff", "invalid-query", "", "%ff"),
        ("accounts=a&y=%E4%BD%A0", "members-unknown", "/y", "%E4%BD%A0"),
        ("&&accounts=a&a%2Fb=1", "members-unknown", "/a~1b", "1"),
        ("accounts=a,b,a", "account-twice", "/accounts", "a,b,a"),
        (&format!("accounts={long}"), "account-long", "/accounts", &long),
        ("accounts=a+b", "query-plus", "", "accounts=a+b"),
        ("a,b", "legacy-query", "/accounts", "a,b"),
        ("a,,b", "invalid-value", "/accounts", "a,,b"),
        ("%61", "legacy-query", "/accounts", "%61"),
    ] {
        let whole = format!("{PATH}?{query}");
        let told = target::<KickMembers>(&whole);
        assert_eq!(told.first(), Some(&(code, pointer.to_owned(), rest)), "{query}");
    }
    assert_eq!(
        target::<KickMembers>(&format!("{PATH}?b=1"))[0],
        ("missing-member", "/accounts".into(), &*format!("{PATH}?b=1"))
    );
    assert_eq!(
        target::<ListContactsV2>("/api/contact/v2?msgExtraFlag=yes"),
        [("invalid-value", "/msgExtraFlag".to_owned(), "yes")]
    );
    assert!(server::target::<KickMembers>(&Method::GET, &Uri::from_static(PATH)).is_err());
}
