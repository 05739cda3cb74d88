//! What an endpoint is asked.

use mimc_api::{Endpoint, Input, schema};
use schemars::JsonSchema;
use serde_json::Value;

use super::{finish, generator};
use crate::document::Use;
use crate::example;
use crate::names::pascal;

/// The input of an endpoint as an object: its body with the credentials that stand in it, or the parameters of its
/// query, or its headers.
pub(crate) fn request<E: Endpoint<Reply: JsonSchema> + JsonSchema>(usage: Use) -> Value {
    let mut generator = generator(usage);
    let mut schema = Value::from(E::json_schema(&mut generator));
    if let Some(credentials) = schema::credentials(E::AUTH, &mut generator) {
        put_first(&mut schema, &Value::from(credentials));
    }
    schema["title"] = usage.title(&format!("{}Request", pascal(E::NAME))).into();
    let what = schema["description"].as_str().unwrap_or_default().to_owned();
    schema["description"] =
        format!("{what}\n\n{} of {} {}.", place::<E>(), E::METHOD, E::PATH).into();
    let mut schema = finish(schema, &mut generator, usage);
    narrow_accounts(&mut schema);
    schema["examples"] = [example::of(&schema)].into_iter().collect();
    schema
}

fn place<E: Endpoint>() -> &'static str {
    match E::INPUT {
        Input::Body => "The body",
        Input::Query => "The parameters of the query",
        Input::Headers(_) => "The headers beside the credentials",
        _ => "The input, which is none beside the path,",
    }
}

/// Puts the members of one object before those of another.
fn put_first(schema: &mut Value, first: &Value) {
    for keyword in ["properties", "required"] {
        let behind = schema.get_mut(keyword).map(Value::take);
        schema[keyword] = match (first[keyword].clone(), behind) {
            (Value::Object(mut all), Some(Value::Object(behind))) => {
                all.extend(behind);
                all.into()
            }
            (Value::Array(mut all), Some(Value::Array(behind))) => {
                all.extend(behind);
                all.into()
            }
            (all, _) => all,
        };
    }
}

/// An account that is sent must not be two, and must survive a header: the server refuses others.
fn narrow_accounts(schema: &mut Value) {
    let Some(Value::Object(definitions)) = schema.get_mut("$defs") else { return };
    let Some(mut account) = definitions.shift_remove("Account") else { return };
    account["title"] = "RequestAccount".into();
    account["pattern"] = "^[^ ,]([^,]*[^ ,])?$".into();
    definitions.insert("RequestAccount".to_owned(), account);
    redirect(schema);
}

/// Points the references to an account to that of a request.
fn redirect(schema: &mut Value) {
    match schema {
        Value::Object(members) => members.values_mut().for_each(redirect),
        Value::Array(items) => items.iter_mut().for_each(redirect),
        Value::String(text) if text == "#/$defs/Account" => {
            "#/$defs/RequestAccount".clone_into(text);
        }
        _ => {}
    }
}
