//! The names that stay are those that the schemas name.
#![allow(missing_docs)]

use std::collections::BTreeSet;

use mimc_testkit::scrub::scrubber;
use serde_json::Value;

/// Collects the names of properties.
fn names(schema: &Value, found: &mut BTreeSet<String>) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        found.extend(properties.keys().cloned());
    }
    match schema {
        Value::Object(members) => members.values().for_each(|value| names(value, found)),
        Value::Array(items) => items.iter().for_each(|value| names(value, found)),
        _ => {}
    }
}

#[test]
fn every_documented_name_stays() {
    let mut found = BTreeSet::new();
    for document in mimc_schema::documents() {
        if document.folder != "vectors" {
            names(&document.schema, &mut found);
        }
    }
    assert!(found.len() > 80, "{found:?}");
    for name in found {
        let document = format!("{{\"{name}\":0}}");
        let scrubbed = scrubber(1).document(document.as_bytes());
        assert_eq!(String::from_utf8_lossy(&scrubbed), document, "MEMBERS in src/words.rs");
    }
}
