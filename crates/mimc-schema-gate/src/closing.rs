//! Where a schema closes objects.

use serde_json::Value;

use crate::keyword::{Holds, holds};
use crate::pointer::escaped;

/// The keywords by which a schema takes some members only, or so many.
pub(crate) fn closing(schema: &Value) -> Vec<(&str, &Value)> {
    let words = [
        "additionalProperties",
        "maxProperties",
        "patternProperties",
        "propertyNames",
        "unevaluatedProperties",
    ];
    let told = words.into_iter().filter_map(|word| Some((word, schema.get(word)?)));
    told.filter(|(_, value)| **value != Value::Bool(true)).collect()
}

/// A place of a schema, and how it is closed.
pub(crate) type Closed<'a> = (String, Vec<(&'a str, &'a Value)>);

/// The places where a schema closes an object.
pub(crate) fn closed_places<'a>(schema: &'a Value, at: &mut String, found: &mut Vec<Closed<'a>>) {
    let how = closing(schema);
    if !how.is_empty() {
        found.push((at.clone(), how));
    }
    let mut inside = |step: &str, child: &'a Value| {
        let length = at.len();
        at.push('/');
        at.push_str(step);
        closed_places(child, at, found);
        at.truncate(length);
    };
    let Value::Object(keywords) = schema else { return };
    for (keyword, value) in keywords {
        let step = escaped(keyword);
        match (holds(keyword), value) {
            (Holds::One, value) => inside(&step, value),
            (Holds::List, Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    inside(&format!("{step}/{index}"), item);
                }
            }
            (Holds::Map, Value::Object(items)) => {
                for (name, item) in items {
                    inside(&format!("{step}/{}", escaped(name)), item);
                }
            }
            _ => {}
        }
    }
}
