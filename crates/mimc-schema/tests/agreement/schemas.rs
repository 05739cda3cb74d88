//! The validators of the documents.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;

/// Whether a document accepts a value.
pub(crate) fn accepts(name: &str, value: &Value) -> bool {
    static VALIDATORS: OnceLock<BTreeMap<String, Validator>> = OnceLock::new();
    let validators = VALIDATORS.get_or_init(|| {
        let documents = mimc_schema::documents().into_iter();
        let compile = |schema: &Value| jsonschema::draft202012::new(schema).expect("a schema");
        documents.map(|document| (document.name, compile(&document.schema))).collect()
    });
    validators.get(name).unwrap_or_else(|| panic!("no document {name}")).is_valid(value)
}
