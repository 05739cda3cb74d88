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
    type Change = fn(&mut Value);
    let changes: [(&str, Change); 19] = [
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
        ("a verdict of a document that is a text", |line| {
            line["schemas"] = json!({ "message": "true" })
        }),
        ("a document with a strange name", |line| line["schemas"] = json!({ "Message": true })),
        ("no verdict", |line| {
            without(line, "expect");
            without(line, "verdict");
        }),
        ("an unknown verdict, or no body", |line| {
            line["verdict"] = json!("maybe");
            line["expect"] = json!({ "dialect": "manual-v1" });
        }),
        ("no place, or an id as a number", |line| {
            without(line, "pointer");
            line["expect"]["topic_id"] = json!(1);
        }),
        ("an unknown form of the error and of the body", |line| {
            line["code"] = json!("Not A Code");
            line["expect"]["payload_kind"] = json!("picture");
        }),
    ];
    for (file, id) in [("accept.jsonl", "m1-text"), ("refuse.jsonl", "e-msgid-null")] {
        let (validator, _) = of(file);
        let line = lines(file).into_iter().find(|line| line["id"] == id).expect(id);
        for (what, change) in &changes {
            let mut changed = line.clone();
            change(&mut changed);
            assert!(!validator.is_valid(&changed), "{file}: {what}");
        }
    }
}

#[test]
fn what_is_told_has_its_form() {
    let (validator, _) = of("refuse.jsonl");
    let mut line =
        lines("refuse.jsonl").into_iter().find(|line| line["verdict"] == "flag").expect("one");
    assert!(validator.is_valid(&line));
    line["reports"] = json!([]);
    assert!(!validator.is_valid(&line));
    without(&mut line, "reports");
    assert!(!validator.is_valid(&line));
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
            items.iter().for_each(|item| known(place, item, &schema["items"], definitions));
        }
        _ => {}
    }
}
