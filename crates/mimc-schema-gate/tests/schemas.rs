//! Schemas of other shapes than the fixtures have.

mod support;

use mimc_schema_gate::{Contract, close, compare};
use serde_json::{Value, json};
use support::check::{examples_separate, verdicts};
use support::edit::{read, single};

/// The verdicts on two versions of a document; its examples have to separate them.
#[track_caller]
fn verdict(contract: &str, old: &Value, new: &Value) -> String {
    let versions = [old, new].map(|schema| read(&single(schema, contract)));
    let report = compare(&versions[0], &versions[1]);
    let change = report.changes.first();
    let of: Contract = serde_json::from_value(json!(contract)).expect("a contract");
    if let Some(change) = change {
        examples_separate(old, new, of, &change.findings);
    }
    verdicts(change)
}

fn tree(label: &Value, reference: &str) -> Value {
    let node = json!({
        "type": "object",
        "properties": {"label": label, "children": {"type": "array", "items": {"$ref": reference}}},
        "required": ["label"],
        "additionalProperties": false,
    });
    if reference == "#" { node } else { json!({"$ref": "#/$defs/Node", "$defs": {"Node": node}}) }
}

#[test]
fn schemas_that_refer_to_themselves() {
    let (long, short) = (json!({"type": "string"}), json!({"type": "string", "maxLength": 3}));
    for reference in ["#/$defs/Node", "#"] {
        let [old, new] = [&long, &short].map(|label| tree(label, reference));
        assert_eq!(verdict("write", &old, &new), "w", "{reference}");
        // Nothing proves this one, and nothing must claim to.
        assert_ne!(verdict("write", &new, &old), "w", "{reference}");
        assert_eq!(verdict("write", &old, &old), "same", "{reference}");
    }
}

#[test]
fn keywords_that_look_at_their_neighbours() {
    let schema = |last: bool| {
        json!({
            "type": "object",
            "allOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"b": true}}],
            "properties": {"c": true},
            "unevaluatedProperties": last,
        })
    };
    assert_eq!(verdict("write", &schema(true), &schema(false)), "w");
    assert_ne!(verdict("write", &schema(false), &schema(true)), "w");
    let mut less = schema(false);
    less["allOf"] = json!([{"properties": {"a": {"type": "string"}}}]);
    assert_eq!(verdict("write", &schema(false), &less), "w");
}

#[test]
fn numbers_beyond_floats() {
    let least = |bound: u64| json!({"type": "integer", "minimum": bound});
    let bounds = (9_007_199_254_740_992, 9_007_199_254_740_993);
    assert_eq!(verdict("write", &least(bounds.1), &least(bounds.0)), "ok");
    assert_eq!(verdict("write", &least(bounds.0), &least(bounds.1)), "w");
}

#[test]
fn patterns() {
    let text = |pattern: &str| json!({"type": "string", "pattern": pattern});
    let rows = [
        ("^[a-z]+$", "^[a-z0-9]+$", "ok"),
        ("^[a-z0-9]+$", "^[a-z]+$", "w"),
        ("^a", "a", "ok"),
        ("a", "^a", "w"),
        ("^(TEXT|PIC)_FILE$", "_FILE$", "ok"),
        ("^\\d{2,3}$", "^[0-9]{1,3}$", "ok"),
        ("^\\d{1,3}$", "^[0-9]{2,3}$", "w"),
        ("^.{3}$", "^[^x]{3}$", "w"),
        ("^[\\u4e00-\\u9fff]{2}$", "^..$", "ok"),
        ("^..$", "^[\\u4e00-\\u9fff]{2}$", "w"),
        // Look-around is beyond automata, and this says the same in other words.
        ("^(?!a)[a-z]+$", "^(?!a)[a-z]{1,}$", "?"),
    ];
    for (old, new, expected) in rows {
        assert_eq!(verdict("write", &text(old), &text(new)), expected, "{old} -> {new}");
    }
}

#[test]
fn lengths_and_patterns_together() {
    let hex = json!({"type": "string", "pattern": "^[0-9a-f]{32}$"});
    let long = json!({"type": "string", "minLength": 32, "maxLength": 32});
    assert_eq!(verdict("write", &hex, &long), "ok");
    assert_eq!(verdict("write", &long, &hex), "w");
}

#[test]
fn members_with_the_names_of_keywords() {
    let schema = |name: &str, kind: &str| {
        json!({
            "type": "object",
            "properties": {name: {"type": kind}},
            "required": [name],
            "additionalProperties": true,
        })
    };
    for name in ["title", "description", "format", "required", "$ref", "$defs", "contentEncoding"] {
        let [old, new] = ["string", "integer"].map(|kind| schema(name, kind));
        assert_eq!(verdict("read", &old, &new), "rw", "{name}");
        assert_eq!(verdict("read", &old, &old), "same", "{name}");
    }
}

#[test]
fn exactly_one_branch() {
    let tagged = |tag: &str, rest: &Value| json!({"type": "object", "properties": {"t": {"const": tag}, "v": rest}, "required": ["t"]});
    let (text, number) = (json!({"type": "string"}), json!({"type": "integer"}));
    let old = json!({"oneOf": [tagged("A", &text), tagged("B", &number)]});
    let wider = json!({"oneOf": [tagged("A", &json!(true)), tagged("B", &number)]});
    assert_eq!(verdict("write", &old, &wider), "ok");
    let overlapping =
        json!({"oneOf": [tagged("A", &text), tagged("B", &number), {"type": "object"}]});
    assert_eq!(verdict("write", &old, &overlapping), "w");
    let twice = json!({"oneOf": [tagged("A", &text), tagged("A", &text), tagged("B", &number)]});
    assert_eq!(verdict("write", &old, &twice), "w");
}

#[test]
fn what_closing_does() {
    let open = json!({"type": "object", "properties": {"a": true}, "additionalProperties": true});
    let shut = json!({"type": "object", "properties": {"a": true}, "additionalProperties": false});
    assert_eq!(close(&open), shut);
    let branches = json!({
        "type": "object",
        "properties": {"kind": {"type": "string"}, "body": true},
        "additionalProperties": true,
        "allOf": [{
            "if": {"properties": {"kind": {"const": "A"}}},
            "then": {"properties": {"body": open, "more": true}},
        }],
    });
    let expected = json!({
        "type": "object",
        "properties": {"kind": {"type": "string"}, "body": true, "more": true},
        "additionalProperties": false,
        "allOf": [{
            "if": {"properties": {"kind": {"const": "A"}}},
            "then": {"properties": {"body": shut, "more": true}},
        }],
    });
    assert_eq!(close(&branches), expected);
}
