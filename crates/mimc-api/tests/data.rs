//! What an answer holds where `data` is null, or another type than the manual's.
#![allow(clippy::panic, reason = "tests")]

use std::collections::BTreeSet;

use http::Response;
use mimc_api::contact::UpdateP2tContactExtra;
use mimc_api::{Endpoint, Note, Reply, client};
use mimc_testkit::api::{Law, Tape, for_each};
use serde_json::Value;

/// The names of the endpoints whose answer may be null: an empty one.
struct Null(BTreeSet<&'static str>);

impl Law for &mut Null {
    fn holds<E: Endpoint>(&mut self, _: Tape) {
        let body = r#"{"code":200,"message":"success","data":null}"#;
        match (client::reply::<E>(&Response::new(body)), E::Reply::of_null()) {
            (Ok(answer), Some(empty)) => {
                assert_eq!((answer.data, answer.notes.contains(Note::NullData)), (empty, true));
                self.0.insert(E::NAME);
            }
            (Ok(answer), None) => {
                assert_eq!(serde_json::to_value(answer.data).expect("JSON"), Value::Null);
            }
            (Err(error), empty) => {
                assert_eq!((empty, error.place().map(|at| &*at.pointer)), (None, Some("/data")));
            }
        }
    }
}

#[test]
fn null_means_an_empty_answer_where_there_is_one() {
    let mut null = Null(BTreeSet::new());
    for_each(&[], &mut null);
    for (what, number) in [
        ("message-extra", 8),
        ("update-p2t-contact-extra", 1),
        ("delete-", 2),
        ("list-", 4),
        ("push-", 7),
        ("-history", 12),
    ] {
        let before = null.0.len();
        null.0.retain(|name| !name.contains(what));
        assert_eq!(before - null.0.len(), number, "{what}: {:?}", null.0);
    }
    assert_eq!(null.0, BTreeSet::new());
}

/// What is odd about a contact is told also where it stands for the text beside it.
#[test]
fn a_contact_in_the_place_of_texts_is_looked_at() {
    let body = r#"{"code":200,"message":"success","data":{"userType":"LATER","id":"7","name":"a","timestamp":"1"}}"#;
    let answer = client::reply::<UpdateP2tContactExtra>(&Response::new(body)).expect("an answer");
    let at: Vec<_> = answer.notes.iter().map(|it| (it.note, &*it.place.pointer)).collect();
    assert_eq!(at, [(Note::TypeUnknown, "/data/userType")]);
}
