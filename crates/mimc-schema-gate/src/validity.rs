//! What the validator says: the only judge of whether a document is valid.

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// The validator of a schema, which may refer to itself only.
pub(crate) fn validator(schema: &Value) -> Result<Validator, String> {
    let options = jsonschema::options().with_draft(Draft::Draft202012);
    options.build(schema).map_err(|error| error.to_string())
}

/// The validator of all of `facts` together, with the definitions of their root.
pub(crate) fn together(facts: &[Value], root: &Value) -> Option<Validator> {
    let mut schema = json!({ "allOf": facts });
    if let Some(defs) = root.get("$defs") {
        schema["$defs"] = defs.clone();
    }
    validator(&schema).ok()
}

/// Where a schema refuses a document, and how it says so.
pub(crate) fn refusal(validator: &Validator, document: &Value) -> Option<(String, String)> {
    let error = validator.iter_errors(document).next()?;
    Some((error.schema_path().to_string(), error.masked().to_string()))
}
