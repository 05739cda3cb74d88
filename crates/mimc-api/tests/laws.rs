//! What holds for every endpoint and any value.
#![allow(clippy::panic, reason = "tests")]

mod support;

use http::{Request, Response, Uri};
use mimc_api::endpoints::{self, Visitor};
use mimc_api::{Base, Check, Credentials, Endpoint, Input, Note, client, server};
use proptest::prelude::*;
use serde_json::{Map, Value};
use support::cases;
use support::random::{Tape, members_of};

/// Choices for one value of every endpoint.
fn tape() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(any::<u32>(), 0..120)
}

/// Does something with every endpoint and a tape.
struct ForEach<'t, F> {
    choices: &'t [u32],
    law: F,
}

trait Law {
    fn holds<E: Endpoint>(&mut self, tape: Tape);
}

impl<F: Law> Visitor for ForEach<'_, F> {
    fn visit<E: Endpoint>(&mut self) {
        self.law.holds::<E>(Tape::new(self.choices.to_vec()));
    }
}

fn for_each(choices: &[u32], law: impl Law) {
    endpoints::visit_all(&mut ForEach { choices, law });
}

/// A request of an endpoint, with what a server should make of it.
struct Made<E: Endpoint> {
    ids: E::Ids,
    input: E,
    seen: Credentials,
    request: Request<Vec<u8>>,
}

/// Makes a request; None where the values made no legal one.
fn make<E: Endpoint>(mut tape: Tape) -> Option<Made<E>> {
    let (sent, seen) = tape.credentials::<E>();
    let ids = tape.ids::<E>();
    let input: E = tape.value();
    if input.check(&mut Check::default()).is_err() || input.check_ids(&ids).is_err() {
        return None;
    }
    let request = client::request(&Base::mimc(), &sent, &ids, &input).expect(E::NAME);
    Some(Made { ids, input, seen, request })
}

impl<E: Endpoint> Made<E> {
    /// Sees that a server reads this request as what was sent, and gives the notes.
    fn assert_read(&self, request: &Request<Vec<u8>>, what: &str) -> Vec<Note> {
        let incoming = server::request::<E>(request)
            .unwrap_or_else(|error| panic!("{}: {what}: {error}: {request:?}", E::NAME));
        assert_eq!(incoming.ids, self.ids, "{}: {what}", E::NAME);
        assert_eq!(incoming.input, self.input, "{}: {what}", E::NAME);
        assert_eq!(incoming.credentials, self.seen, "{}: {what}", E::NAME);
        incoming.notes.iter().map(|noted| noted.note).collect()
    }

    /// The request with another body.
    fn with_body(&self, body: &Value) -> Request<Vec<u8>> {
        let (parts, _) = self.request.clone().into_parts();
        Request::from_parts(parts, body.to_string().into_bytes())
    }

    /// The members of its body.
    fn body(&self) -> Map<String, Value> {
        let body: Value = serde_json::from_slice(self.request.body()).expect("JSON");
        body.as_object().expect("an object").clone()
    }
}

/// What the client writes, the server reads, without a deviation.
struct RequestsArrive;

impl Law for RequestsArrive {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        let notes = made.assert_read(&made.request, "as written");
        assert!(!notes.iter().any(|note| note.is_deviation()), "{}: {notes:?}", E::NAME);
        let strict = server::request::<E>(&made.request).expect(E::NAME).strict();
        assert!(strict.is_ok(), "{}", E::NAME);
        let found = endpoints::find(made.request.method(), made.request.uri().path());
        assert_eq!(found.expect("an endpoint").name, E::NAME);
    }
}

/// A slash more or less at the end of the path, two in front, and the case of headers do not matter.
struct PathsAreForgiving;

impl Law for PathsAreForgiving {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        let uri = made.request.uri();
        let path = uri.path();
        let other = path.strip_suffix('/').map_or_else(|| format!("{path}/"), str::to_owned);
        for (path, double) in [(other, false), (format!("/{path}"), true)] {
            let target = match uri.query() {
                Some(query) => format!("{path}?{query}"),
                None => path,
            };
            let mut request = made.request.clone();
            *request.uri_mut() = target.parse::<Uri>().expect("a target");
            let notes = made.assert_read(&request, &target);
            assert_eq!(notes.contains(&Note::DoubleSlash), double, "{target}");
        }
    }
}

/// Ids and times as numbers, missing members as null, members in another order, members that nobody knows,
/// a byte order mark, and white space read as the same.
struct BodiesAreForgiving;

impl Law for BodiesAreForgiving {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        if E::INPUT != Input::Body {
            return;
        }
        let body = made.body();
        let numbers = body.iter().map(|(name, value)| (name.clone(), as_number(name, value)));
        let mut numbers: Map<String, Value> = numbers.collect();
        made.assert_read(&made.with_body(&numbers.clone().into()), "numbers");
        for name in members_of::<E>() {
            numbers.entry(*name).or_insert(Value::Null);
        }
        made.assert_read(&made.with_body(&numbers.into()), "null for missing");
        let reversed: Vec<String> = body
            .iter()
            .rev()
            .map(|(name, value)| format!(" {} : {value} ", Value::from(&**name)))
            .collect();
        let text = format!("\u{feff}\n{{{}}}\t", reversed.join(","));
        let (parts, _) = made.request.clone().into_parts();
        let notes =
            made.assert_read(&Request::from_parts(parts, text.into_bytes()), "another order");
        assert!(notes.contains(&Note::ByteOrderMark));
        let mut more = body;
        more.insert("nobody".into(), serde_json::json!({"knows": [1, "\u{1f600}", null]}));
        let notes = made.assert_read(&made.with_body(&more.into()), "an unknown member");
        assert!(notes.contains(&Note::MembersUnknown));
    }
}

/// An id or time as the number that clients write too.
fn as_number(name: &str, value: &Value) -> Value {
    const WRITTEN_SO: [&str; 8] = [
        "appId",
        "topicId",
        "ownerUuid",
        "utcFromTime",
        "utcToTime",
        "startSeq",
        "stopSeq",
        "sequence",
    ];
    match value {
        Value::String(text) if WRITTEN_SO.contains(&name) => {
            text.parse::<u64>().expect("digits").into()
        }
        Value::Number(_) => value.to_string().into(),
        other => other.clone(),
    }
}

/// A value that would change its meaning is refused by both sides, in whatever account or list it stands.
struct BadAccountsAreRefused;

impl Law for BadAccountsAreRefused {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        let input = serde_json::to_value(&made.input).expect("an input");
        for (name, value) in input.as_object().expect("an object") {
            if !name.to_lowercase().contains("account") && name != "member" {
                continue;
            }
            for bad in ["a\nb", "", "a\u{0}", "a\u{7f}b", " a", "a ", "a,,b", ",", "a\u{85}"] {
                let mut input = input.clone();
                input[name] = match value {
                    Value::Array(_) => serde_json::json!([bad]),
                    _ if bad.is_empty() && name == "accounts" => ",a".into(),
                    _ => bad.into(),
                };
                let read = server::input::<E>(input.to_string().as_bytes());
                assert!(read.is_err(), "{}: {name}: {bad:?} was read", E::NAME);
                if let Ok(input) = serde_json::from_value::<E>(input) {
                    let (sent, _) = Tape::new(vec![]).credentials::<E>();
                    let request = client::request(&Base::mimc(), &sent, &made.ids, &input);
                    assert!(request.is_err(), "{}: {name}: {bad:?} was written", E::NAME);
                }
            }
        }
    }
}

/// What the server answers, the client reads, without a deviation of form; also in another order and with
/// members that nobody knows.
struct AnswersArrive;

impl Law for AnswersArrive {
    fn holds<E: Endpoint>(&mut self, mut tape: Tape) {
        let data: E::Reply = tape.value();
        let response = server::reply::<E>(&data);
        let answer = client::reply::<E>(&response).expect(E::NAME);
        assert_eq!(answer.data, data, "{}", E::NAME);
        assert_eq!(answer.message, E::SUCCESS);
        let of_form = [
            Note::IdAsNumber,
            Note::NumberAsText,
            Note::CodeAsString,
            Note::NullMessages,
            Note::LegacyName,
            Note::BareData,
            Note::HttpStatus,
            Note::DataUnexpected,
            Note::MembersUnknown,
            Note::ThriftArtefacts,
        ];
        for note in of_form {
            assert!(!answer.notes.contains(note), "{}: {note}", E::NAME);
        }
        let mut body: Value = serde_json::from_slice(response.body()).expect("JSON");
        scatter(&mut body["data"]);
        let text =
            format!(r#"{{"nobody":[{{}}],"data":{},"message":null,"code":"200"}}"#, body["data"]);
        let answer = client::reply::<E>(&Response::new(text)).expect(E::NAME);
        assert_eq!(answer.data, data, "{}", E::NAME);
        for note in [Note::MembersUnknown, Note::CodeAsString, Note::MessageForm] {
            assert!(answer.notes.contains(note), "{}: {note}", E::NAME);
        }
        assert!(answer.strict().is_err());
    }
}

/// Adds a member that nobody knows to every object; serde_json sorts the members anew.
fn scatter(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(scatter);
            members.insert("aNobody".into(), true.into());
        }
        Value::Array(items) => items.iter_mut().for_each(scatter),
        _ => {}
    }
}

/// Counts how often an endpoint got a legal request, so that no law is empty.
struct Reach<'c>(&'c mut std::collections::BTreeMap<&'static str, usize>);

impl Law for Reach<'_> {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        *self.0.entry(E::NAME).or_default() += usize::from(make::<E>(tape).is_some());
    }
}

#[test]
fn every_endpoint_is_reached() {
    let mut reached = std::collections::BTreeMap::new();
    for seed in 0..100_u32 {
        let choices = (0..120).scan(seed, |state, _| {
            *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Some(*state >> 8)
        });
        for_each(&choices.collect::<Vec<_>>(), Reach(&mut reached));
    }
    assert_eq!(reached.len(), endpoints::all().len());
    for (name, count) in reached {
        assert!(count >= 40, "{name}: only {count} of 100 tapes make a request");
    }
}

/// Whatever bytes come, each side gives a value or an error, and errors have places within the bytes.
struct NothingPanics<'b>(&'b [u8]);

impl Law for NothingPanics<'_> {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let _ = client::reply::<E>(&Response::new(self.0));
        if let Err(error) = server::body::<E>(self.0) {
            assert!(error.place().offset <= self.0.len(), "{}: {error:?}", E::NAME);
        }
        let Some(made) = make::<E>(tape) else { return };
        let (parts, _) = made.request.into_parts();
        let _ = server::request::<E>(&Request::from_parts(parts, self.0));
    }
}

/// Broken copies of a good document.
fn broken() -> impl Strategy<Value = Vec<u8>> {
    let good = support::lines("accept.jsonl").into_iter().map(|vector| support::raw(&vector));
    let good: Vec<Vec<u8>> = good.filter(|raw| raw.first() == Some(&b'{')).collect();
    (prop::sample::select(good), any::<prop::sample::Index>(), 0..6_u8, any::<u8>()).prop_map(
        |(mut bytes, at, how, byte)| {
            let at = at.index(bytes.len());
            match how {
                0 => bytes.truncate(at),
                1 => bytes[at] = byte,
                2 => bytes.insert(at, byte),
                3 => drop(bytes.remove(at)),
                4 => bytes.splice(at..at, *b"null").for_each(drop),
                _ => bytes.splice(at..at, br#"{"a":[1e9,"\ud83d\ude00"]}"#.to_vec()).for_each(drop),
            }
            bytes
        },
    )
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_the_client_writes_the_server_reads(choices in tape()) {
        for_each(&choices, RequestsArrive);
    }

    #[test]
    fn paths_are_forgiving(choices in tape()) {
        for_each(&choices, PathsAreForgiving);
    }

    #[test]
    fn bodies_are_forgiving(choices in tape()) {
        for_each(&choices, BodiesAreForgiving);
    }

    #[test]
    fn bad_accounts_are_refused(choices in tape()) {
        for_each(&choices, BadAccountsAreRefused);
    }

    #[test]
    fn what_the_server_answers_the_client_reads(choices in tape()) {
        for_each(&choices, AnswersArrive);
    }

    #[test]
    fn nothing_panics(bytes in broken(), choices in tape()) {
        for_each(&choices, NothingPanics(&bytes));
        let _ = mimc_api::callback::read(&bytes);
    }
}
