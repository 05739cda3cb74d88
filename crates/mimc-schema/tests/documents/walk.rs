//! Every schema of every document.

use mimc_schema::{Document, documents, openapi};
use serde_json::Value;

/// The keywords that the documents may use, and those that are OpenAPI's alone.
pub(crate) const KEYWORDS: [&str; 26] = [
    "$schema",
    "$id",
    "$ref",
    "$defs",
    "title",
    "description",
    "type",
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
];

/// Calls it with every schema inside, and its JSON pointer.
pub(crate) fn each(schema: &Value, at: &str, see: &mut dyn FnMut(&str, &Value)) {
    see(at, schema);
    let Value::Object(members) = schema else { return };
    for (keyword, inner) in members {
        let at = format!("{at}/{keyword}");
        match (keyword.as_str(), inner) {
            ("properties" | "$defs" | "schemas", Value::Object(named)) => {
                named.iter().for_each(|(name, inner)| each(inner, &format!("{at}/{name}"), see));
            }
            ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
                branches
                    .iter()
                    .enumerate()
                    .for_each(|(index, inner)| each(inner, &format!("{at}/{index}"), see));
            }
            (
                "items" | "additionalProperties" | "propertyNames" | "if" | "then" | "schema",
                inner,
            ) => each(inner, &at, see),
            _ => {}
        }
    }
}

/// Every schema of every document, and of the OpenAPI document's components and parameters.
pub(crate) fn all(see: &mut dyn FnMut(&str, &Value)) {
    for Document { name, schema, .. } in documents() {
        each(&schema, &name, see);
    }
    of_openapi(see);
}

pub(crate) fn of_openapi(see: &mut dyn FnMut(&str, &Value)) {
    let document = openapi();
    each(&document["components"], "openapi", see);
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for operation in methods.as_object().expect("methods").values() {
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                each(&parameter["schema"], &format!("openapi {path} {}", parameter["name"]), see);
            }
        }
    }
}
