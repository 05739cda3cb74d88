//! What holds for any request.

use super::{Law, make};
use crate::api::{Tape, members_of};
use http::{Request, Uri};
use mimc_api::{Base, Endpoint, Input, Note, client, endpoints, server};
use serde_json::{Map, Value};

/// What the client writes, the server reads, without a deviation.
#[derive(Debug)]
pub struct RequestsArrive;

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
#[derive(Debug)]
pub struct PathsAreForgiving;

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
#[derive(Debug)]
pub struct BodiesAreForgiving;

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
#[derive(Debug)]
pub struct BadAccountsAreRefused;

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
