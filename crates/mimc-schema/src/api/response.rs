//! What an endpoint answers.

use mimc_api::Endpoint;
use schemars::JsonSchema;
use serde_json::{Value, json};

use super::{finish, generator};
use crate::document::Use;
use crate::example;
use crate::names::pascal;

/// The answer of an endpoint: `code`, `message`, `data`.
pub(crate) fn response<E: Endpoint<Reply: JsonSchema> + JsonSchema>(usage: Use) -> Value {
    let strict = usage == Use::Write;
    let mut generator = generator(usage);
    let data = Value::from(E::reply_schema(&mut generator));
    let mut data = or_null(data);
    data["description"] =
        "What was asked for; null where there is nothing, and with any error.".into();
    let schema = json!({
        "title": usage.title(&format!("{}Response", pascal(E::NAME))),
        "description": format!(
            "The answer to {} {}. The code 200 is success, and data then has what was asked for; with any other code data \
             is null.", E::METHOD, E::PATH
        ),
        "type": "object",
        "properties": {
            "code": { "description": "200 where all went well; no list of the others exists.", "type": "integer", "format": "int32",
                "minimum": i32::MIN, "maximum": i32::MAX },
            "message": { "description": "What the server says to it. It decides nothing.", "type": "string" },
            "data": data,
        },
        "required": if strict { json!(["code", "message", "data"]) } else { json!(["code", "message"]) },
    });
    let mut schema = finish(schema, &mut generator, usage);
    schema["examples"] = [example::of(&schema)].into_iter().collect();
    schema
}

/// Any answer may be an error, and its data null.
fn or_null(data: Value) -> Value {
    match &data["type"] {
        Value::String(kind) if kind != "null" => {
            let kinds = json!([kind, "null"]);
            let mut data = data;
            data["type"] = kinds;
            data
        }
        Value::String(_) => data,
        _ => match data.get("anyOf") {
            Some(Value::Array(branches)) => {
                let mut branches = branches.clone();
                if !branches.contains(&json!({ "type": "null" })) {
                    branches.push(json!({ "type": "null" }));
                }
                json!({ "anyOf": branches })
            }
            _ => json!({ "anyOf": [data, { "type": "null" }] }),
        },
    }
}
