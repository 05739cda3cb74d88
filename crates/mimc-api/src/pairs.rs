//! The input of an endpoint as names and values, for queries and headers.

use serde::Serialize;
use serde_json::Value;

/// The members of an input as text. Members that are null are left out.
pub(crate) fn of_input(input: &impl Serialize) -> Result<Vec<(String, String)>, serde_json::Error> {
    let Value::Object(members) = serde_json::to_value(input)? else { return Ok(Vec::new()) };
    let text = |(name, value)| match value {
        Value::Null => None,
        Value::String(text) => Some((name, text)),
        other => Some((name, other.to_string())),
    };
    Ok(members.into_iter().filter_map(text).collect())
}

/// The JSON object of these names and values, each value a string; the types read them as such.
pub(crate) fn to_json<'p>(pairs: impl Iterator<Item = (&'p str, &'p str)>) -> String {
    let members = pairs.map(|(name, value)| (name.to_owned(), Value::from(value)));
    Value::Object(members.collect()).to_string()
}
