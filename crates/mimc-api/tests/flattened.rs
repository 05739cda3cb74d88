//! Members that serde reads before it knows their type: flattened ones. Their faults are told in the same words.
#![allow(clippy::panic, clippy::exhaustive_structs, reason = "tests")]

use std::collections::BTreeMap;

use http::{Method, Response};
use mimc_api::{Auth, Endpoint, Input, Known, Reply, ReplyError, client};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Asks what is in a region: its answer has members that serde reads before it knows which type they have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Describe {}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Description {
    #[serde(flatten)]
    more: More,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct More {
    sizes: BTreeMap<String, u32>,
    spot: Spot,
    names: Vec<String>,
    nothing: (),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Spot {
    level: u32,
}

impl Reply for Description {}

impl Endpoint for Describe {
    const NAME: &'static str = "describe";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/describe";
    const AUTH: Auth = Auth::Token;
    const INPUT: Input = Input::Query;
    const KNOWN: Known = Known::Source;
    const SECTION: &'static str = "none";

    type Ids = ();
    type Reply = Description;
}

#[test]
fn flattened_members_fail_in_the_same_words() {
    let reason = |error: &ReplyError| match error {
        ReplyError::Data { source, .. } => source.reason(),
        other => panic!("{other}"),
    };
    let read = |data: &Value| {
        let body = json!({"code": 200, "message": "success", "data": data}).to_string();
        client::reply::<Describe>(&Response::new(body)).map(|answer| answer.data)
    };
    let good = Description {
        more: More {
            sizes: BTreeMap::from([("a".into(), 1)]),
            spot: Spot { level: 2 },
            names: vec!["b".into()],
            nothing: (),
        },
    };
    let good_data = serde_json::to_value(&good).expect("JSON");
    assert_eq!(read(&good_data).expect("an answer"), good);
    for (member, wrong, expected) in [
        ("sizes", json!(true), "expected an object, found a boolean"),
        ("spot", json!("high"), "expected an object, found a string"),
        ("names", json!({}), "expected an array, found an object"),
        ("nothing", json!(0), "expected null, found a number"),
    ] {
        let mut data = good_data.clone();
        data[member] = wrong;
        let error = read(&data).expect_err("a wrong value");
        assert_eq!((error.code(), reason(&error)), ("wrong-type", expected.into()), "{member}");
        // serde tells no nearer place: it has read all members before it looks at one.
        assert_eq!(&*error.place().expect("a place").pointer, "/data", "{member}");
    }
}
