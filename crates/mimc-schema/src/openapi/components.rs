//! The schemas that operations share, and parameters made of them.

use mimc_api::{AppId, TopicId};
use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use crate::api::{finish, generator};
use crate::document::Use;
use crate::{callback, message, order};

/// Schemas by their names.
#[derive(Default)]
pub(super) struct Components(Map<String, Value>);

impl Components {
    /// Adds a schema that stands alone, and its definitions; gives a reference to it.
    pub(super) fn add(&mut self, name: &str, mut schema: Value) -> Value {
        self.take_definitions(&mut schema);
        schema["title"] = name.into();
        self.insert(name.to_owned(), schema);
        reference(name)
    }

    fn take_definitions(&mut self, schema: &mut Value) {
        let definitions = schema.as_object_mut().and_then(|members| members.shift_remove("$defs"));
        let Some(Value::Object(definitions)) = definitions else { return };
        for (name, definition) in definitions {
            self.insert(name, definition);
        }
    }

    /// One name, one schema: what differs gets a number behind its name, which a test refuses.
    fn insert(&mut self, name: String, mut schema: Value) {
        adapt(&mut schema);
        order::sort(&mut schema);
        if self.0.get(&name).is_some_and(|found| *found != schema) {
            return self.insert(name + "2", schema);
        }
        self.0.insert(name, schema);
    }

    /// The ids in a path.
    pub(super) fn path_parameters(&mut self, path: &str) -> Vec<Value> {
        let mut parameters = Vec::new();
        for name in
            path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        {
            let (what, schema) = match name {
                "appId" => ("The application.", self.id::<AppId>()),
                _ => ("The group.", self.id::<TopicId>()),
            };
            parameters
                .push(json!({ "name": name, "in": "path", "required": true, "description": what, "schema": schema }));
        }
        parameters
    }

    fn id<Id: JsonSchema>(&mut self) -> Value {
        let mut generator = generator(Use::Write);
        let schema = Value::from(generator.subschema_for::<Id>());
        let mut schema = finish(schema, &mut generator, Use::Write);
        self.take_definitions(&mut schema);
        adapt(&mut schema);
        schema
    }

    /// The members of an input that travel in a query or in headers.
    pub(super) fn parameters(
        &mut self,
        place: &str,
        mut input: Value,
        sample: &Value,
    ) -> Vec<Value> {
        self.take_definitions(&mut input);
        adapt(&mut input);
        let required = input["required"].take();
        let is_required = |name: &String| {
            required.as_array().is_some_and(|names| names.iter().any(|found| found == name))
        };
        let members = input["properties"].as_object().cloned().unwrap_or_default();
        let parameters = members.into_iter().map(|(name, mut schema)| {
            let description = schema.as_object_mut().and_then(|schema| schema.shift_remove("description"));
            json!({
                "name": name, "in": place, "description": description, "required": is_required(&name),
                "schema": schema, "example": sample[&name],
            })
        });
        parameters.collect()
    }

    /// The documented kinds of messages, and which definition each value of `msgType` is.
    pub(super) fn add_messages(&mut self) {
        let mut known = message::known();
        let mapping = message::names()
            .map(|(name, kind)| (kind.to_string(), reference(&name)["$ref"].clone()));
        known["discriminator"] =
            json!({ "propertyName": "msgType", "mapping": mapping.collect::<Map<_, _>>() });
        self.add("KnownMessage", known);
    }

    /// What MIMC posts.
    pub(super) fn add_callback(&mut self) {
        self.add("Callback", callback::schema(Use::Read));
    }

    pub(super) fn into_schemas(mut self) -> Map<String, Value> {
        self.0.sort_keys();
        self.0
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// Says where the definitions of a document are, and leaves out what generators of clients would lose values over:
/// of a value that is one thing or another they make an empty class.
fn adapt(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(path)) = members.get_mut("$ref") {
                *path = path.replace("#/$defs/", "#/components/schemas/");
            }
            members.values_mut().for_each(adapt);
            if members.get("anyOf").is_some_and(says_little) {
                members.shift_remove("anyOf");
            }
            name_width(members);
        }
        Value::Array(items) => items.iter_mut().for_each(adapt),
        _ => {}
    }
}

/// Whether a value is one of several things beside null, or anything at all.
fn says_little(branches: &Value) -> bool {
    let branches = || branches.as_array().into_iter().flatten();
    branches().any(|branch| *branch == json!({}))
        || branches().filter(|branch| **branch != json!({ "type": "null" })).count() > 1
}

/// Generators take an integer for one of 32 bits where no format says more; where one does, the bounds of its width go
/// without saying.
fn name_width(members: &mut Map<String, Value>) {
    let is_wide = members.get("maximum").and_then(Value::as_i64) > Some(i32::MAX.into());
    if is_wide && members.get("type").is_some_and(|kind| kind == "integer") {
        members.entry("format").or_insert_with(|| json!("int64"));
    }
    if members.get("format").is_some_and(|format| format == "int32") {
        members.retain(|keyword, value| {
            !(keyword == "minimum" && *value == i32::MIN
                || keyword == "maximum" && *value == i32::MAX)
        });
    }
}
