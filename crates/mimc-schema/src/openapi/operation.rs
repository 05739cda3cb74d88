//! An operation: an endpoint as OpenAPI describes it.

use mimc_api::{Endpoint, Input};
use schemars::JsonSchema;
use serde_json::{Value, json};

use super::components::Components;
use super::security;
use crate::api::{request, response};
use crate::document::Use;
use crate::index::first_sentence;
use crate::names;

/// The operation of an endpoint; its schemas are added to the components.
pub(super) fn operation<E: Endpoint<Reply: JsonSchema> + JsonSchema>(
    tag: &str,
    components: &mut Components,
) -> Value {
    let name = names::pascal(E::NAME);
    let (input, sample) = apart(request::<E>(Use::Write));
    let what = what(&input);
    let summary = first_sentence(&what);
    let rest = what[summary.len()..].trim();
    let mut operation = json!({
        "operationId": names::camel(E::NAME),
        "tags": [tag],
        "summary": summary.trim_end_matches('.'),
        "description": format!("{rest}\n\nSource: {}.", source(E::SECTION)).trim_start(),
        "security": security::taken(E::AUTH),
    });
    let mut parameters = components.path_parameters(E::PATH);
    match E::INPUT {
        Input::Body => {
            let schema = components.add(&format!("{name}Request"), input);
            let content = json!({ "schema": schema, "examples": { "full": { "value": sample } } });
            operation["requestBody"] =
                json!({ "required": true, "content": { "application/json": content } });
        }
        Input::Query => parameters.extend(components.parameters("query", input, &sample)),
        Input::Headers(_) => parameters.extend(components.parameters("header", input, &sample)),
        _ => {}
    }
    parameters.extend(security::account_encoding(E::AUTH));
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
    let (answer, sample) = apart(response::<E>(Use::Read));
    let schema = components.add(&format!("{name}Response"), answer);
    let body =
        |examples: Value| json!({ "application/json": { "schema": schema, "examples": examples } });
    let error = json!({ "value": { "code": 500, "message": "error", "data": null } });
    operation["responses"] = json!({
        "200": {
            "description": "The answer. It is good where code is 200; any other code is an error.",
            "content": body(json!({ "good": { "value": sample }, "error": error })),
        },
        "default": {
            "description": "An error with another HTTP status: whether MIMC answers so is not known.",
            "content": body(json!({ "error": error })),
        },
    });
    operation
}

/// A schema and its example, apart.
fn apart(mut schema: Value) -> (Value, Value) {
    let examples = schema.as_object_mut().and_then(|members| members.shift_remove("examples"));
    let example = examples.and_then(|examples| examples.get(0).cloned());
    (schema, example.unwrap_or_default())
}

/// What an endpoint does: what is said of its input, without the line of the request below it.
fn what(input: &Value) -> String {
    let text = input["description"].as_str().unwrap_or_default();
    text.rsplit_once("\n\n").map_or("", |(what, _)| what).to_owned()
}

/// Where an endpoint is described, for readers who do not know our short names.
fn source(section: &str) -> String {
    match section.strip_prefix("EVIDENCE ") {
        Some(place) => format!("docs/evidence.md, {place}"),
        None => format!("the manual, {section}"),
    }
}
