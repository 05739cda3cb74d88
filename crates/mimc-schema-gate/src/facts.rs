//! A place of a schema as the list of all that holds there.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::plain::resolve;

/// How many references may be followed one after the other.
const HOPS: usize = 16;

/// Schemas that hold together, with the parts of `allOf` and what is referred to as facts of their
/// own. A fact is an object without `allOf` and `$ref`, or `false`.
pub(crate) fn facts(schemas: &[Value], root: &Value) -> Vec<Value> {
    let mut out = Vec::new();
    for schema in schemas {
        add(schema, root, HOPS, &mut out);
    }
    out
}

fn add(schema: &Value, root: &Value, hops: usize, out: &mut Vec<Value>) {
    match schema {
        Value::Bool(false) => out.push(Value::Bool(false)),
        Value::Object(keywords) => {
            let mut rest = keywords.clone();
            rest.remove("$defs");
            if let Some(Value::Array(parts)) = rest.remove("allOf") {
                for part in &parts {
                    add(part, root, hops, out);
                }
            }
            if let Some(Value::String(reference)) = keywords.get("$ref") {
                if let Some(target) = resolve(root, reference).filter(|_| hops > 0) {
                    rest.remove("$ref");
                    add(target, root, hops - 1, out);
                }
            }
            if !rest.is_empty() {
                out.push(Value::Object(rest));
            }
        }
        _ => {}
    }
}

/// The types of JSON, with the numbers that are no integers apart.
pub(crate) const TYPES: [&str; 7] =
    ["null", "boolean", "object", "array", "string", "integer", "fraction"];

/// The types that all the facts leave.
pub(crate) fn types(facts: &[Value]) -> BTreeSet<&'static str> {
    let mut left: BTreeSet<&'static str> = TYPES.into();
    for fact in facts {
        if *fact == Value::Bool(false) {
            return BTreeSet::new();
        }
        if let Some(told) = fact.get("type") {
            let told = type_set(told);
            left.retain(|kind| told.contains(kind));
        }
    }
    left
}

/// The types that a `type` names.
pub(crate) fn type_set(told: &Value) -> BTreeSet<&'static str> {
    let words = strings(told);
    let named = |kind: &&'static str| match *kind {
        "fraction" => words.contains(&"number"),
        "integer" => words.contains(&"number") || words.contains(&"integer"),
        kind => words.contains(&kind),
    };
    TYPES.into_iter().filter(named).collect()
}

/// The texts of a text or a list.
pub(crate) fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The values that the facts leave at most, where they list them.
pub(crate) fn listed(facts: &[Value]) -> Option<Vec<Value>> {
    for fact in facts {
        if let Some(value) = fact.get("const") {
            return Some(vec![value.clone()]);
        }
        if let Some(Value::Array(values)) = fact.get("enum") {
            return Some(values.clone());
        }
    }
    let types = types(facts);
    let of = |kind: &&str| match *kind {
        "null" => Some(vec![Value::Null]),
        "boolean" => Some(vec![json!(false), json!(true)]),
        _ => None,
    };
    let values: Option<Vec<Vec<Value>>> = types.iter().map(of).collect();
    values.map(|values| values.concat())
}

/// The members that the facts demand.
pub(crate) fn required(facts: &[Value]) -> BTreeSet<&str> {
    facts.iter().filter_map(|fact| fact.get("required")).flat_map(strings).collect()
}

/// The members that the facts name.
pub(crate) fn named(facts: &[Value]) -> BTreeSet<&String> {
    let maps = facts.iter().filter_map(|fact| fact.get("properties").and_then(Value::as_object));
    maps.flat_map(Map::keys).collect()
}

/// What holds for a member.
pub(crate) fn member(facts: &[Value], name: &str) -> Vec<Value> {
    let mut out = Vec::new();
    for fact in facts {
        let own = fact.get("properties").and_then(|members| members.get(name));
        let more =
            fact.get("additionalProperties").filter(|_| fact.get("patternProperties").is_none());
        out.extend(own.or(more).cloned());
    }
    out
}

/// What holds for the elements of an array.
pub(crate) fn items(facts: &[Value]) -> Vec<Value> {
    let plain = facts.iter().filter(|fact| fact.get("prefixItems").is_none());
    plain.filter_map(|fact| fact.get("items")).cloned().collect()
}

/// The length under a keyword in each fact that has it.
pub(crate) fn lengths<'a>(
    facts: &'a [Value],
    keyword: &'a str,
) -> impl Iterator<Item = usize> + 'a {
    let lengths = facts.iter().filter_map(move |fact| fact.get(keyword)?.as_u64());
    lengths.filter_map(|length| usize::try_from(length).ok())
}
