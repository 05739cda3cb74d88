//! Documents that differ from one in a single place.

use serde_json::{Value, json};

use super::pool::Pool;
use crate::pointer::escaped;

/// All edits of a document that are worth a try.
pub(super) fn edits(document: &Value, pool: &Pool) -> Vec<Value> {
    let mut out = Vec::new();
    let with = |place: &str, value: Value| {
        let mut copy = document.clone();
        if let Some(there) = copy.pointer_mut(place) {
            *there = value;
        }
        copy
    };
    for place in places(document) {
        let Some(value) = document.pointer(&place) else { continue };
        let others = [json!(null), json!(true), json!([]), json!({}), json!([null])];
        let name = place.rsplit('/').next().unwrap_or_default();
        let own = pool.members.get(name).into_iter().flatten();
        for other in pool.scalars.iter().chain(own).chain(&others).filter(|other| *other != value) {
            out.push(with(&place, other.clone()));
        }
        match value {
            Value::Object(members) => {
                for name in members.keys() {
                    let mut fewer = members.clone();
                    fewer.remove(name);
                    out.push(with(&place, Value::Object(fewer)));
                }
                for (name, values) in &pool.members {
                    if members.contains_key(name) {
                        continue;
                    }
                    for other in values.iter().chain(&[json!(null), json!("a"), json!(1)]) {
                        let mut more = members.clone();
                        more.insert(name.clone(), other.clone());
                        out.push(with(&place, Value::Object(more)));
                    }
                }
            }
            Value::Array(items) => {
                if let Some((_, fewer)) = items.split_last() {
                    out.push(with(&place, Value::Array(fewer.to_vec())));
                    let more = [items.clone(), vec![items[0].clone()]].concat();
                    out.push(with(&place, Value::Array(more)));
                }
            }
            Value::String(text) => {
                let mut shorter = text.clone();
                shorter.pop();
                for near in [shorter, format!("{text}x"), format!(" {text}"), format!("{text}\n")] {
                    out.push(with(&place, json!(near)));
                }
            }
            _ => {}
        }
    }
    out
}

/// The pointers of all objects of a document.
pub(super) fn objects(document: &Value) -> Vec<String> {
    let mut places = places(document);
    places.retain(|place| document.pointer(place).is_some_and(Value::is_object));
    places
}

/// The pointers of all values of a document, outer ones first.
pub(super) fn places(document: &Value) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut next = 0;
    while next < out.len() {
        let place = out[next].clone();
        match document.pointer(&place) {
            Some(Value::Object(members)) => {
                out.extend(members.keys().map(|name| format!("{place}/{}", escaped(name))));
            }
            // The elements of an array are mostly alike.
            Some(Value::Array(items)) => {
                out.extend((0..items.len().min(2)).map(|index| format!("{place}/{index}")));
            }
            _ => {}
        }
        next += 1;
    }
    out
}
