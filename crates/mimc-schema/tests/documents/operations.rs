//! The OpenAPI document.

use std::collections::BTreeSet;

use mimc_schema::openapi;
use serde_json::{Value, json};

#[test]
fn the_discriminator_is_one_to_one() {
    let schemas = &openapi()["components"]["schemas"];
    let known = &schemas["KnownMessage"];
    let mapping = known["discriminator"]["mapping"].as_object().expect("a mapping");
    let branches: BTreeSet<&str> = known["oneOf"]
        .as_array()
        .expect("branches")
        .iter()
        .map(|branch| branch["$ref"].as_str().expect("a ref"))
        .collect();
    let targets: BTreeSet<&str> =
        mapping.values().map(|target| target.as_str().expect("a ref")).collect();
    assert_eq!(branches, targets);
    assert_eq!(targets.len(), mapping.len());
    for (kind, target) in mapping {
        let name = target.as_str().and_then(|path| path.rsplit('/').next()).expect("a name");
        assert_eq!(
            schemas[name]["properties"]["msgType"],
            json!({ "type": "string", "const": kind })
        );
    }
}

#[test]
fn every_endpoint_is_an_operation() {
    let document = openapi();
    let endpoints = mimc_api::endpoints::all();
    let mut operations = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            assert!(
                operations.insert(operation["operationId"].as_str().expect("an id").to_owned()),
                "{path}"
            );
            assert!(
                endpoints.iter().any(|facts| facts.path == path
                    && facts.method.as_str().eq_ignore_ascii_case(method))
            );
            for hole in path.split('/').filter_map(|segment| segment.strip_prefix('{')) {
                let name = hole.trim_end_matches('}');
                let named =
                    |parameter: &Value| parameter["name"] == name && parameter["in"] == "path";
                assert!(
                    operation["parameters"].as_array().expect(path).iter().any(named),
                    "{path}: {name}"
                );
            }
        }
    }
    assert_eq!(operations.len(), endpoints.len());
}

/// The place that is forgotten where there is a new group of endpoints: `about` in `openapi.rs`.
#[test]
fn every_tag_is_described() {
    for tag in openapi()["tags"].as_array().expect("tags") {
        assert_ne!(tag["description"], "", "{tag}");
    }
}
