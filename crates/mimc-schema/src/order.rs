//! The order of the members of a schema, for people: what it is, then what it holds, then what that refers to.

use serde_json::{Map, Value};

/// The keywords in their order: those of the files, which generators and validators of other languages agree on, and
/// of the OpenAPI document `format` and `discriminator`.
pub(crate) const KEYWORDS: [&str; 29] = [
    "$schema",
    "$id",
    "$ref",
    "title",
    "description",
    "type",
    "format",
    "enum",
    "const",
    "minLength",
    "maxLength",
    "pattern",
    "contentEncoding",
    "minimum",
    "maximum",
    "items",
    "minItems",
    "properties",
    "required",
    "propertyNames",
    "additionalProperties",
    "oneOf",
    "anyOf",
    "allOf",
    "if",
    "then",
    "discriminator",
    "examples",
    "$defs",
];

/// Puts the members of a schema, and of those inside it, into their order; `$defs` by name.
pub(crate) fn sort(schema: &mut Value) {
    let Value::Object(members) = schema else { return };
    for (keyword, value) in members.iter_mut() {
        match (keyword.as_str(), value) {
            ("properties", Value::Object(named)) => named.values_mut().for_each(sort),
            ("$defs", Value::Object(named)) => {
                named.sort_keys();
                named.values_mut().for_each(sort);
            }
            ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
                branches.iter_mut().for_each(sort);
            }
            ("items" | "additionalProperties" | "propertyNames" | "if" | "then", inner) => {
                sort(inner);
            }
            _ => {}
        }
    }
    let rank =
        |name: &str| KEYWORDS.iter().position(|keyword| *keyword == name).unwrap_or(KEYWORDS.len());
    let mut sorted: Vec<_> = std::mem::take(members).into_iter().collect();
    sorted.sort_by_key(|(name, _)| rank(name));
    *members = sorted.into_iter().collect::<Map<_, _>>();
}

/// Takes out `format`: validators disagree on it, and only generators of clients need it, of numbers.
pub(crate) fn without_formats(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("format").is_some_and(Value::is_string) {
                members.shift_remove("format");
            }
            members.values_mut().for_each(without_formats);
        }
        Value::Array(items) => items.iter_mut().for_each(without_formats),
        _ => {}
    }
}
