//! The form of the lines, as their documents say it.

use std::collections::BTreeSet;

use jsonschema::Validator;
use mimc_testkit::vectors::{FILES, lines, text};
use serde_json::{Value, json};

#[test]
fn every_line_has_its_form_and_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    for file in FILES {
        let (validator, schema) = of(file);
        for line in lines(file) {
            let id = text(&line, "id");
            let wrong: Vec<_> =
                validator.iter_errors(&line).map(|wrong| wrong.to_string()).collect();
            assert!(wrong.is_empty(), "{id}: {wrong:?}");
            known(id, &line, &schema, &schema["$defs"]);
            let message = matches!(text(&line, "kind"), "message" | "history_payload");
            let expected = if message { "MessageExpectation" } else { "ApiExpectation" };
            known(id, &line["expect"], &schema["$defs"][expected], &schema["$defs"]);
            let reason = text(&line, "reason");
            let first = reason.chars().next().expect("a letter");
            assert!(
                reason.ends_with('.') && !first.is_whitespace() && !reason.contains('\n'),
                "{id}: {reason}"
            );
            assert!(names.insert(id.to_owned()), "{id} stands twice");
        }
    }
    assert!(names.len() >= 680, "only {}", names.len());
}

#[test]
fn what_is_no_line_has_not_its_form() {
    for (file, id) in [("accept.jsonl", "m1-text"), ("refuse.jsonl", "e-msgid-null")] {
        none_has_the_form(file, id, &OF_BOTH);
    }
    none_has_the_form("accept.jsonl", "m1-text", &OF_ACCEPTED);
    none_has_the_form("accept.jsonl", "rs-topic-create-real", &OF_THE_API);
    none_has_the_form("refuse.jsonl", "e-msgid-null", &OF_REFUSED);
    none_has_the_form("refuse.jsonl", "x-members", &OF_TOLD);
}

type Change = (&'static str, fn(&mut Value));

const OF_BOTH: [Change; 15] = [
    ("no id", |line| without(line, "id")),
    ("an id that is a number", |line| line["id"] = json!(1)),
    ("a blank in an id", |line| line["id"] = json!("m1 text")),
    ("no reason", |line| without(line, "reason")),
    ("an empty reason", |line| line["reason"] = json!("")),
    ("no source", |line| without(line, "source")),
    ("an unknown kind", |line| line["kind"] = json!("letter")),
    ("no text", |line| without(line, "raw")),
    ("two texts", |line| line["raw_b64"] = json!("aGk=")),
    ("a text that is a number", |line| line["raw"] = json!(1)),
    ("a context that is a text", |line| line["context"] = json!("TEXT")),
    ("an unknown method", |line| line["context"] = json!({ "method": "FETCH" })),
    ("a header that is a number", |line| line["context"] = json!({ "headers": { "a": 1 } })),
    ("a verdict that is a text", |line| line["schemas"] = json!({ "message": "true" })),
    ("a document with a strange name", |line| line["schemas"] = json!({ "Message": true })),
];

const OF_ACCEPTED: [Change; 5] = [
    ("nothing expected", |line| without(line, "expect")),
    ("no dialect", |line| without(&mut line["expect"], "dialect")),
    ("an unknown form of the body", |line| line["expect"]["payload_kind"] = json!("picture")),
    ("a time as a text", |line| line["expect"]["timestamp_ms"] = json!("1516763973000")),
    ("a flag that is no word", |line| line["expect"]["flags"] = json!(["Odd!"])),
];

const OF_THE_API: [Change; 2] = [
    ("an id that is a number", |line| line["expect"]["topic"]["topic_id"] = json!(1)),
    ("an id that is not canonical", |line| line["expect"]["app_id"] = json!("01")),
];

const OF_REFUSED: [Change; 4] = [
    ("no verdict", |line| without(line, "verdict")),
    ("an unknown verdict", |line| line["verdict"] = json!("maybe")),
    ("no place", |line| without(line, "pointer")),
    ("a code that is no name", |line| line["code"] = json!("Not A Code")),
];

const OF_TOLD: [Change; 2] = [
    ("nothing told", |line| without(line, "reports")),
    ("an empty list", |line| line["reports"] = json!([])),
];

/// No line that is changed so has the form; unchanged it has.
#[track_caller]
fn none_has_the_form(file: &str, id: &str, changes: &[Change]) {
    let (validator, _) = of(file);
    let line = lines(file).into_iter().find(|line| line["id"] == id).expect(id);
    assert!(validator.is_valid(&line), "{id}");
    for (what, change) in changes {
        let mut other = line.clone();
        change(&mut other);
        assert!(!validator.is_valid(&other), "{id}: {what}");
    }
}

fn without(line: &mut Value, name: &str) {
    line.as_object_mut().expect("an object").remove(name);
}

/// The document of a file's lines: `accept-vector` of `accept.jsonl`.
fn of(file: &str) -> (Validator, Value) {
    let name = format!("{}-vector", file.trim_end_matches(".jsonl"));
    let document = mimc_schema::documents().into_iter().find(|document| document.name == name);
    let schema = document.expect(file).schema;
    (jsonschema::draft202012::new(&schema).expect("a schema"), schema)
}

/// Every member is one that the document names, however open it is.
fn known(place: &str, value: &Value, schema: &Value, definitions: &Value) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.strip_prefix("#/$defs/").expect("a definition");
        return known(place, value, &definitions[name], definitions);
    }
    for branch in schema["anyOf"].as_array().into_iter().flatten() {
        let object = branch.get("$ref").is_some();
        if value.is_object() == object {
            known(place, value, branch, definitions);
        }
    }
    match value {
        Value::Object(members) if schema.get("properties").is_some() => {
            for (name, member) in members {
                let inner = schema["properties"].get(name);
                let inner = inner.unwrap_or_else(|| panic!("{place}: {name} is not described"));
                known(&format!("{place}/{name}"), member, inner, definitions);
            }
        }
        Value::Array(items) => {
            for item in items {
                known(place, item, &schema["items"], definitions);
            }
        }
        _ => {}
    }
}
