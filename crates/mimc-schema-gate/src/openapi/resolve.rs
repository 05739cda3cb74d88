//! References inside `openapi.json`.

use serde_json::Value;

/// How many references may be followed one after the other.
const HOPS: usize = 8;

/// What a value refers to within the document, or the value itself. A reference to a file stays.
pub(super) fn resolve<'a>(root: &'a Value, mut value: &'a Value) -> &'a Value {
    for _ in 0..HOPS {
        let reference = value.get("$ref").and_then(Value::as_str);
        let target = reference.and_then(|text| root.pointer(text.strip_prefix('#')?));
        match target {
            Some(target) => value = target,
            None => break,
        }
    }
    value
}

/// Whether something refers to anything.
pub(super) fn refers(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.contains_key("$ref") || members.values().any(refers),
        Value::Array(items) => items.iter().any(refers),
        _ => false,
    }
}
