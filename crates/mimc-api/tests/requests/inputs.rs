//! Inputs that either side refuses, by the names of their members.

use std::collections::BTreeSet;

use http::Uri;
use mimc_api::{Base, Endpoint, Input, Note, RequestError, client, server};
use mimc_testkit::api::{Law, Made, Tape, make, members_of};
use serde_json::{Value, json};

const DAY: u64 = 86_400_000;

/// Sees that both sides refuse this input because of this member, or neither.
fn assert_both<E: Endpoint>(made: &Made<E>, input: &Value, refused: Option<&str>) {
    let what = format!("{}: {input}", E::NAME);
    let read = server::input::<E>(input.to_string().as_bytes());
    let (sent, _) = Tape::new(vec![]).credentials::<E>();
    let typed: E = serde_json::from_value(input.clone()).expect(&what);
    let written = client::request(&Base::mimc(), &sent, &made.ids, &typed);
    let Some(member) = refused else {
        assert!(read.is_ok() && written.is_ok(), "{what}");
        return;
    };
    let read = read.expect_err(&what);
    let pointer = format!("/{member}");
    assert_eq!((read.code(), &*read.place().pointer), ("invalid-value", &*pointer), "{what}");
    match written.expect_err(&what) {
        RequestError::Invalid(invalid) => {
            assert_eq!((invalid.code(), invalid.member), ("invalid-value", member), "{what}");
        }
        other => panic!("{what}: {other:?}"),
    }
}

/// Windows of time hold something and at most a day, spans of numbers and lists hold something.
pub(crate) struct NotEmpty<'s>(pub(crate) &'s mut BTreeSet<(&'static str, &'static str)>);

impl Law for NotEmpty<'_> {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        let good = serde_json::to_value(&made.input).expect("an input");
        let pairs = [("utcFromTime", "utcToTime", DAY), ("startSeq", "stopSeq", u64::MAX)];
        for (from, to, longest) in pairs {
            // Some ask for what was before one time only.
            if good.get(from).is_none() {
                continue;
            }
            self.0.insert((E::NAME, to));
            let begin = 1_516_763_973_000_u64;
            for (end, is_good) in [
                (begin + 1, true),
                (begin + DAY, true),
                (begin + DAY + 1, longest > DAY),
                (begin, false),
                (begin - 1, false),
                (0, false),
            ] {
                let mut input = good.clone();
                input[from] = begin.to_string().into();
                input[to] = end.to_string().into();
                assert_both(&made, &input, (!is_good).then_some(to));
            }
        }
        for name in ["toAccounts", "topicIds", "messages", "accounts"] {
            let Some(value) = good.get(name) else { continue };
            if E::NAME == "create-topic" {
                continue;
            }
            self.0.insert((E::NAME, name));
            let mut input = good.clone();
            input[name] = if value.is_array() { json!([]) } else { json!("") };
            assert_both(&made, &input, Some(name));
        }
    }
}

/// An id that the path has too is the same in the input.
pub(crate) struct SameIds<'s>(pub(crate) &'s mut BTreeSet<&'static str>);

impl Law for SameIds<'_> {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        let input = serde_json::to_value(&made.input).expect("an input");
        let in_path = mimc_api::Ids::to_path(&made.ids);
        if !E::PATH.contains("{topicId}") || E::INPUT != Input::Body {
            return;
        }
        if !members_of::<E>().contains(&"topicId") {
            return;
        }
        self.0.insert(E::NAME);
        let topic = *in_path.last().expect("an id");
        for (id, is_good) in [(topic, true), (topic ^ 1, false), (topic ^ (1 << 63), false)] {
            let mut input = input.clone();
            input["topicId"] = id.to_string().into();
            let typed: E = serde_json::from_value(input.clone()).expect("an input");
            let (sent, _) = Tape::new(vec![]).credentials::<E>();
            let written = client::request(&Base::mimc(), &sent, &made.ids, &typed);
            let text = input.to_string();
            let request = made.with_body(&input);
            match server::request::<E>(&request) {
                Ok(_) => assert!(is_good && written.is_ok(), "{}: {text}", E::NAME),
                Err(refused) => {
                    assert!(!is_good, "{}: {text}: {refused}", E::NAME);
                    let place = refused.place();
                    assert_eq!((refused.code(), &*place.pointer), ("invalid-value", "/topicId"));
                    assert_eq!(&text[place.offset..][..place.length], format!("\"{id}\""));
                    assert_eq!(written.expect_err("another group").code(), "invalid-value");
                }
            }
        }
    }
}

/// What a form writes as a plus sign is read as the blank that it was, and told.
pub(crate) struct PlusIsBlank;

impl Law for PlusIsBlank {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        let Some(query) = made.request.uri().query() else { return };
        assert!(!query.contains('+'), "{}: {query}", E::NAME);
        let plus = query.replace("%20", "+");
        let target = format!("{}?{plus}", made.request.uri().path());
        let mut request = made.request.clone();
        *request.uri_mut() = target.parse::<Uri>().expect("a target");
        let notes = made.assert_read(&request, &target);
        assert_eq!(notes.contains(&Note::QueryPlus), plus.contains('+'), "{target}");
    }
}
