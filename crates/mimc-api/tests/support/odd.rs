//! JSON texts in odd forms: white space, escapes, and values that were exchanged.

use std::fmt::Write as _;

use mimc_testkit::api::Tape;
use serde_json::{Value, json};

/// Exchanges, adds or removes a value somewhere in a document.
pub(crate) fn mutate(value: &mut Value, tape: &mut Tape) {
    let inside = match value {
        Value::Object(members) => members.len(),
        Value::Array(items) => items.len(),
        _ => 0,
    };
    if inside > 0 && tape.choose(4) > 0 {
        let at = tape.choose(inside);
        let child = match value {
            Value::Object(members) => members.values_mut().nth(at),
            Value::Array(items) => items.get_mut(at),
            _ => None,
        };
        return mutate(child.expect("a child"), tape);
    }
    let others = [
        Value::Null,
        json!(0),
        json!(1.5),
        json!(-1),
        json!(u64::MAX),
        json!(true),
        json!(""),
        json!(" \u{0}\"/~"),
        json!("0"),
        json!("a,,b"),
        json!("18446744073709551616"),
        json!([]),
        json!([null, {}]),
        json!({}),
        json!({"~": {"/": 1}}),
    ];
    match (tape.choose(4), &mut *value) {
        (0, Value::Object(members)) => {
            let name = members.keys().nth(tape.choose(inside.max(1))).cloned();
            members.remove(&name.unwrap_or_default());
        }
        (1, Value::Object(members)) => {
            let name = ["a/b~", "setTopicId", "name", "appAccount", "\u{e9}\n"][tape.choose(5)];
            members.insert(name.into(), others[tape.choose(others.len())].clone());
        }
        (2, Value::Array(items)) => items.push(others[tape.choose(others.len())].clone()),
        _ => *value = others[tape.choose(others.len())].clone(),
    }
}

/// A document as text, perhaps behind a byte order mark.
pub(crate) fn odd_text(value: &Value, tape: &mut Tape) -> String {
    let mut text = String::new();
    if tape.choose(2) == 1 {
        text.push('\u{feff}');
    }
    write(value, tape, &mut text);
    text
}

fn space(tape: &mut Tape, text: &mut String) {
    text.push_str(["", "", " ", "\n\t", "\r\n"][tape.choose(5)]);
}

fn write(value: &Value, tape: &mut Tape, text: &mut String) {
    space(tape, text);
    match value {
        Value::String(string) => write_string(string, tape, text),
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                write(item, tape, text);
            }
            space(tape, text);
            text.push(']');
        }
        Value::Object(members) => {
            text.push('{');
            for (at, (name, value)) in members.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                space(tape, text);
                write_string(name, tape, text);
                space(tape, text);
                text.push(':');
                write(value, tape, text);
            }
            space(tape, text);
            text.push('}');
        }
        other => text.push_str(&other.to_string()),
    }
    space(tape, text);
}

fn write_string(string: &str, tape: &mut Tape, text: &mut String) {
    text.push('"');
    let every = 1 + tape.choose(6);
    for (at, c) in string.chars().enumerate() {
        if c < ' ' || matches!(c, '"' | '\\') || at % every == 3 {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(text, "\\u{unit:04x}").expect("a string takes it");
            }
        } else {
            text.push(c);
        }
    }
    text.push('"');
}
