//! The validators of the documents.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;

/// The names of all members that a document knows.
pub fn members(name: &str) -> &'static BTreeSet<String> {
    static MEMBERS: OnceLock<BTreeMap<String, BTreeSet<String>>> = OnceLock::new();
    let members = MEMBERS.get_or_init(|| {
        let documents = mimc_schema::documents().into_iter();
        documents
            .map(|document| {
                let mut names = BTreeSet::new();
                collect(&document.schema, &mut names);
                (document.name, names)
            })
            .collect()
    });
    &members[name]
}

fn collect(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(keywords) => {
            if let Some(Value::Object(properties)) = keywords.get("properties") {
                names.extend(properties.keys().cloned());
            }
            keywords.values().for_each(|inner| collect(inner, names));
        }
        Value::Array(items) => items.iter().for_each(|inner| collect(inner, names)),
        _ => {}
    }
}

/// Whether a document accepts a value.
pub fn accepts(name: &str, value: &Value) -> bool {
    static VALIDATORS: OnceLock<BTreeMap<String, Validator>> = OnceLock::new();
    let validators = VALIDATORS.get_or_init(|| {
        let documents = mimc_schema::documents().into_iter();
        let compile = |schema: &Value| jsonschema::draft202012::new(schema).expect("a schema");
        documents.map(|document| (document.name, compile(&document.schema))).collect()
    });
    validators.get(name).unwrap_or_else(|| panic!("no document {name}")).is_valid(value)
}
