//! The lines of the vectors under `schemas/vectors/`, for those who read them in other languages.
//!
//! Written by hand, as the vectors are. `tests/vectors` holds every line to these documents.

mod answers;
mod definitions;
mod line;
mod messages;
mod parts;

use serde_json::{Map, Value, json};

use crate::document::{Document, Use};
use parts::{Members, object, words};

/// The documents about vectors.
pub(crate) fn documents() -> Vec<Document> {
    let of = |name: &str, schema| Document::new(name, "vectors", Use::Read, schema);
    vec![of("accept-vector", accept()), of("refuse-vector", refuse())]
}

/// A line of `accept.jsonl`.
fn accept() -> Value {
    let mut members = line::members();
    members.push((
        "expect",
        json!({
            "description": "What it is read as. A member that is null says the same as one that is not there.",
            "type": "object", "additionalProperties": true,
        }),
    ));
    let mut schema = whole(
        "AcceptVector",
        "A line of accept.jsonl: a text that must be read, and as what.",
        members,
        &["expect"],
    );
    let (messages, api) = line::KINDS.split_at(2);
    let expect =
        |name: &str| json!({ "properties": { "expect": { "$ref": format!("#/$defs/{name}") } } });
    rule(&mut schema, when("kind", messages, expect("MessageExpectation")));
    rule(&mut schema, when("kind", api, expect("ApiExpectation")));
    for definition in definitions::all() {
        define(&mut schema, definition);
    }
    let what = "What a message is read as: its dialect, its header, its body by its form.";
    let message =
        object("MessageExpectation", what, messages::members(), &["dialect", "payload_kind"]);
    define(&mut schema, message);
    let what = "What a request, an answer or a callback is read as, in plain names.";
    define(&mut schema, object("ApiExpectation", what, answers::members(), &[]));
    schema["examples"] = json!([{
        "id": "a1-pong", "reason": "A PONG of the Android demo has no content.", "source": "the Android demo of 2018-07-16",
        "kind": "message", "raw": r#"{"version":0,"msgId":"AF7T1-1","msgType":102,"timestamp":1531738530000}"#,
        "expect": {
            "dialect": "android-a1", "msg_type": "PONG", "msg_id": "AF7T1-1", "version": 0,
            "timestamp_ms": 1_531_738_530_000_u64, "payload_kind": "none",
        },
        "schemas": { "android-a1": true, "android-a1.strict": true, "message": false },
    }]);
    schema
}

/// A line of `refuse.jsonl`.
fn refuse() -> Value {
    let code = "^[a-z0-9]+(-[a-z0-9]+)*$";
    let mut members = line::members();
    members.extend([
        ("rule", parts::text("The rule or standard that it goes against.")),
        ("verdict", words("reject: it is refused. flag: it is read, and what is odd is told.", &["reject", "flag"])),
        ("code", json!({
            "description": "The name of the error in this project; other readers have names of their own.",
            "type": "string", "pattern": code, "examples": ["missing-member"],
        })),
        ("pointer", json!({
            "description": "Where the error is, as a JSON pointer; empty for the whole.",
            "type": "string", "pattern": "^(/[^/]*)*$", "examples": ["/payload"],
        })),
        ("reports", json!({
            "description": "What is told, by the names of this project: deviations, then notes.",
            "type": "array", "items": { "type": "string", "pattern": code }, "minItems": 1,
        })),
    ]);
    let mut schema = whole(
        "RefuseVector",
        "A line of refuse.jsonl: a text that must be refused, or read and told.",
        members,
        &["verdict"],
    );
    rule(&mut schema, when("verdict", &["reject"], needs(&["code", "pointer"])));
    rule(&mut schema, when("verdict", &["flag"], needs(&["reports"])));
    schema["examples"] = json!([{
        "id": "x-two-nul", "reason": "Refused: two NULs behind the object.", "source": "mimc-msg", "rule": "docs/rules.md",
        "kind": "message", "raw": "{}\u{0}\u{0}", "verdict": "reject", "code": "trailing-data", "pointer": "",
    }]);
    schema
}

/// A line: `raw`, or `raw_b64` in its place.
fn whole(title: &str, what: &str, members: Members, required: &[&str]) -> Value {
    let required = [&["id", "reason", "source", "kind"], required].concat();
    let mut schema = object(title, what, members, &required);
    rule(&mut schema, json!({ "oneOf": [needs(&["raw"]), needs(&["raw_b64"])] }));
    for definition in [line::context(), line::schemas()] {
        define(&mut schema, definition);
    }
    schema
}

/// Adds a rule that ties members together.
fn rule(schema: &mut Value, rule: Value) {
    match schema.get_mut("allOf") {
        Some(Value::Array(rules)) => rules.push(rule),
        _ => schema["allOf"] = json!([rule]),
    }
}

/// Adds a definition under its title.
fn define(schema: &mut Value, definition: Value) {
    let title = definition["title"].as_str().unwrap_or_default().to_owned();
    schema["$defs"][title] = definition;
}

fn needs(names: &[&str]) -> Value {
    let open: Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), json!({}))).collect();
    json!({ "properties": open, "required": names })
}

fn when(member: &str, values: &[&str], then: Value) -> Value {
    let condition = json!({ member: { "type": "string", "enum": values } });
    let mut rule = json!({ "if": { "properties": condition, "required": [member] } });
    rule["then"] = then;
    rule
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::KEYWORDS;

    #[test]
    fn the_documents_keep_to_the_keywords_and_say_what_everything_is() {
        for document in documents() {
            look(&document.name, &document.schema);
        }
    }

    /// Looks at a schema and at those inside it.
    fn look(place: &str, schema: &Value) {
        let members = schema.as_object().unwrap_or_else(|| panic!("{place}: no schema"));
        for (keyword, value) in members {
            let place = format!("{place}/{keyword}");
            assert!(KEYWORDS.contains(&&**keyword), "{place} is not for every tool");
            match (&**keyword, value) {
                ("properties" | "$defs", Value::Object(named)) => {
                    named.iter().for_each(|(name, inner)| look(&format!("{place}/{name}"), inner));
                }
                ("items" | "propertyNames" | "if" | "then", inner) => look(&place, inner),
                ("additionalProperties", Value::Object(_)) => look(&place, value),
                ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
                    for branch in branches {
                        look(&place, branch);
                    }
                }
                _ => {}
            }
        }
        let condition = place.contains("/allOf");
        if condition {
            return;
        }
        let of = |kind: &str| {
            schema["type"] == kind
                || schema["type"].as_array().is_some_and(|all| all.contains(&kind.into()))
        };
        assert!(
            !of("object") || members.contains_key("additionalProperties"),
            "{place}: open or closed?"
        );
        let parent = place.rsplit('/').nth(1);
        let described = schema["description"].as_str().is_some_and(|what| what.ends_with('.'));
        assert!(
            described || !matches!(parent, Some("properties" | "$defs")),
            "{place}: what is it?"
        );
    }
}
