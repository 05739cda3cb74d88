//! What the documents about vectors are made of.

use serde_json::{Map, Value, json};

/// Members of an object in their order.
pub(super) type Members = Vec<(&'static str, Value)>;

/// An open object of these members.
pub(super) fn object(title: &str, what: &str, members: Members, required: &[&str]) -> Value {
    let properties: Map<String, Value> =
        members.into_iter().map(|(name, member)| (name.to_owned(), member)).collect();
    let mut schema = json!({
        "title": title, "description": what, "type": "object", "properties": properties,
        "additionalProperties": true,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

pub(super) fn text(what: &str) -> Value {
    json!({ "description": what, "type": "string" })
}

pub(super) fn text_or_null(what: &str) -> Value {
    json!({ "description": what, "type": ["string", "null"] })
}

pub(super) fn flag(what: &str) -> Value {
    json!({ "description": what, "type": "boolean" })
}

pub(super) fn words(what: &str, words: &[&str]) -> Value {
    json!({ "description": what, "type": "string", "enum": words })
}

pub(super) fn integer(what: &str) -> Value {
    json!({ "description": what, "type": "integer" })
}

/// Milliseconds since 1970, which every language's numbers hold.
pub(super) fn millis(what: &str) -> Value {
    json!({
        "description": format!("{what} In milliseconds since 1970."),
        "type": ["integer", "null"], "minimum": 0, "maximum": 9_007_199_254_740_991_u64,
    })
}

/// An id or sequence of 64 bits, or an integer of which nobody knows the size.
pub(super) fn id(what: &str) -> Value {
    json!({ "description": what, "type": "string", "pattern": "^(0|[1-9][0-9]{0,19})$" })
}

pub(super) fn list(what: &str, items: Value) -> Value {
    let mut schema = json!({ "description": what, "type": ["array", "null"] });
    schema["items"] = items;
    schema
}

/// An object whose names are data.
pub(super) fn map(what: &str, values: Value) -> Value {
    let mut schema = json!({ "description": what, "type": "object" });
    schema["additionalProperties"] = values;
    schema
}

pub(super) fn of(name: &str, what: &str) -> Value {
    json!({ "description": what, "$ref": format!("#/$defs/{name}") })
}

/// The names of what is odd.
pub(super) fn flags() -> Value {
    json!({
        "description": "What a reader should tell.", "type": "array",
        "items": { "type": "string", "pattern": "^[a-z0-9]+(_[a-z0-9]+)*$" },
    })
}
