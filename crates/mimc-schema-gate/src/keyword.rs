//! Where in a schema other schemas stand, and which keywords only tell.

use serde_json::Value;

/// What stands under a keyword.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// One schema.
    One,
    /// A list of schemas.
    List,
    /// Schemas by name.
    Map,
    /// A plain value.
    Value,
}

pub(crate) fn holds(keyword: &str) -> Holds {
    match keyword {
        "additionalProperties"
        | "contains"
        | "else"
        | "if"
        | "items"
        | "not"
        | "propertyNames"
        | "then"
        | "unevaluatedItems"
        | "unevaluatedProperties" => Holds::One,
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => Holds::List,
        "$defs" | "dependentSchemas" | "patternProperties" | "properties" => Holds::Map,
        _ => Holds::Value,
    }
}

/// Says something to people only.
pub(crate) fn is_annotation(keyword: &str) -> bool {
    matches!(
        keyword,
        "$comment"
            | "$id"
            | "$schema"
            | "default"
            | "deprecated"
            | "description"
            | "examples"
            | "readOnly"
            | "title"
            | "writeOnly"
    ) || keyword.starts_with("x-")
}

/// Means something to programs, but no validator of draft 2020-12 looks at it.
pub(crate) fn is_unasserted(keyword: &str) -> bool {
    matches!(keyword, "contentEncoding" | "contentMediaType" | "contentSchema" | "format")
}

/// The schema without the keywords that `drop` names, at every place where a schema stands.
pub(crate) fn without(schema: &Value, drop: fn(&str) -> bool) -> Value {
    let Value::Object(members) = schema else { return schema.clone() };
    let kept = members.iter().filter(|(name, _)| !drop(name));
    let kept = kept.map(|(name, value)| {
        let value = each(holds(name), value, &mut |child| without(child, drop));
        (name.clone(), value)
    });
    Value::Object(kept.collect())
}

/// The value of a keyword with each schema in it replaced.
pub(crate) fn each(holds: Holds, value: &Value, to: &mut impl FnMut(&Value) -> Value) -> Value {
    match (holds, value) {
        (Holds::One, value) => to(value),
        (Holds::List, Value::Array(items)) => items.iter().map(to).collect(),
        (Holds::Map, Value::Object(members)) => {
            Value::Object(members.iter().map(|(name, item)| (name.clone(), to(item))).collect())
        }
        (_, value) => value.clone(),
    }
}
