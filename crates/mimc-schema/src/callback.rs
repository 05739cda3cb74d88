//! Callbacks, derived from the type of mimc-api.

use mimc_api::callback::Callback;
use schemars::JsonSchema as _;
use serde_json::Value;

use crate::api::{finish, generator};
use crate::document::{Document, Use};
use crate::example;

/// The documents about callbacks.
pub(crate) fn documents() -> Vec<Document> {
    [Use::Read, Use::Write].map(|usage| Document::new("callback", "", usage, schema(usage))).into()
}

/// The schema of a callback.
pub(crate) fn schema(usage: Use) -> Value {
    let mut generator = generator(usage);
    let mut schema = Value::from(Callback::json_schema(&mut generator));
    schema["title"] = if usage == Use::Write { "StrictCallback" } else { "Callback" }.into();
    let mut schema = finish(schema, &mut generator, usage);
    schema["examples"] = [example::of(&schema)].into_iter().collect();
    schema
}
