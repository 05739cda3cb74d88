//! Small changes at random places of a JSON document.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::pointers;

/// Choices for one to three edits.
pub fn edits() -> impl Strategy<Value = Vec<[u32; 5]>> {
    prop::collection::vec(any::<[u32; 5]>(), 1..=3)
}

/// Makes these edits; names are those that the document may have.
pub fn edited(mut document: Value, edits: &[[u32; 5]], names: &[&str]) -> Value {
    for choices in edits {
        edit(&mut document, *choices, names);
    }
    document
}

fn edit(document: &mut Value, [place, what, first, second, third]: [u32; 5], names: &[&str]) {
    let places = pointers(document);
    let place = pick(&places, place).clone();
    let name: &&str = pick(names, first);
    match what % 9 {
        0 => remove(document, &place),
        8 => set(document, &place, Value::Null),
        1 => rename(document, &place, name),
        2 | 3 => insert(document, &place, name, value(second)),
        4 => near(document, &place, first, second),
        5 => {
            // A value of elsewhere.
            let from: &String = pick(&places, third);
            let copied = document.pointer(from).cloned().unwrap_or_default();
            set(document, &place, copied);
        }
        _ => set(document, &place, value(first)),
    }
}

fn pick<T>(from: &[T], choice: u32) -> &T {
    &from[choice as usize % from.len()]
}

/// Sets the value at a place.
fn set(document: &mut Value, place: &str, value: Value) {
    if let Some(found) = document.pointer_mut(place) {
        *found = value;
    }
}

/// The object or array that has the value at a place, and its name there.
fn parent<'d>(document: &'d mut Value, place: &str) -> Option<(&'d mut Value, String)> {
    let (parent, name) = place.rsplit_once('/')?;
    let name = name.replace("~1", "/").replace("~0", "~");
    Some((document.pointer_mut(parent)?, name))
}

fn remove(document: &mut Value, place: &str) {
    match parent(document, place) {
        Some((Value::Object(members), name)) => {
            members.shift_remove(&name);
        }
        Some((Value::Array(items), name)) => {
            items.remove(name.parse::<usize>().expect("an index"));
        }
        _ => {}
    }
}

fn rename(document: &mut Value, place: &str, name: &str) {
    if let Some((Value::Object(members), old)) = parent(document, place) {
        if let Some(value) = members.shift_remove(&old) {
            members.insert(name.to_owned(), value);
        }
    }
}

/// Puts a member into the object at the place, or into the one around it.
fn insert(document: &mut Value, place: &str, name: &str, value: Value) {
    let members = match document.pointer(place) {
        Some(Value::Object(_)) => document.pointer_mut(place),
        _ => parent(document, place).map(|(parent, _)| parent),
    };
    match members {
        Some(Value::Object(members)) => {
            members.insert(name.to_owned(), value);
        }
        Some(Value::Array(items)) => items.push(value),
        _ => {}
    }
}

/// Changes a text, or a number, by a little.
fn near(document: &mut Value, place: &str, how: u32, which: u32) {
    let Some(found) = document.pointer(place).cloned() else { return };
    let changed = match found {
        Value::String(text) => {
            let piece = pick(
                &["0", "1", "A", "_", ",", " ", "_FILE", "_RECALL", "_READ", "é", "=", "\n"],
                which,
            );
            match how % 4 {
                0 => format!("{text}{piece}"),
                1 => format!("{piece}{text}"),
                2 => text.chars().skip(1).collect(),
                _ => text.to_lowercase(),
            }
            .into()
        }
        Value::Number(number) => {
            let number = number.as_i64().unwrap_or_default();
            pick(
                &[
                    json!(number.wrapping_add(1)),
                    json!(number.wrapping_neg()),
                    json!(number.to_string()),
                    json!(2.5),
                ],
                how,
            )
            .clone()
        }
        Value::Bool(flag) => json!(flag.to_string()),
        Value::Object(members) => json!([members]),
        Value::Array(items) => items.first().cloned().unwrap_or_else(|| json!({})),
        Value::Null => Map::new().into(),
    };
    set(document, place, changed);
}

/// A value that is likely to be wrong somewhere.
fn value(choice: u32) -> Value {
    let values = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(-1),
        json!(200),
        json!(500),
        json!(1.5),
        json!(0.0),
        json!(1e2),
        json!(u32::MAX),
        json!(u64::from(u32::MAX) + 1),
        json!((1_u64 << 53) + 1),
        json!(u64::MAX),
        json!(""),
        json!("0"),
        json!("01"),
        json!("103"),
        json!("-5"),
        json!("x"),
        json!("true"),
        json!("9223372036854775807"),
        json!("9223372036854775808"),
        json!("18446744073709551615"),
        json!("18446744073709551616"),
        json!("aGk="),
        json!("aGk"),
        json!("ada,bo"),
        json!(" ada"),
        json!("ada\u{1}"),
        json!("张三"),
        json!("PING"),
        json!("TEXT"),
        json!("PIC_FILE"),
        json!("A_1_FILE_READ"),
        json!("_FILE"),
        json!("text"),
        json!("TEXT_RECALL"),
        json!("TEXT_READ"),
        json!("ADD_FRIEND_REQUEST"),
        json!("ADD_FRIEND_RESPONSE"),
        json!([]),
        json!({}),
        json!({ "recall_msgId": "x" }),
        json!({ "read_msgId": "x", "recall_msgId": "y" }),
        json!({ "add_requester": "ada" }),
        json!({ "add_responser": "bo", "accepted": false }),
        json!("{\"recall_msgId\":\"x\"}"),
    ];
    pick(&values, choice).clone()
}
