//! Nothing is forgotten, nothing is out of date.

use mimc_msg::Kind;
use mimc_schema::{Document, documents, files};
use serde_json::Value;

#[test]
fn every_documented_kind_has_a_definition_and_a_payload() {
    let documents = documents();
    let known =
        documents.iter().find(|document| document.name == "known-message").expect("known-message");
    let definitions = known.schema["$defs"].as_object().expect("definitions");
    let of_kind = |kind: &Kind<'_>| {
        let is_of = |schema: &&Value| schema["properties"]["msgType"]["const"] == kind.to_string();
        definitions.values().find(is_of).unwrap_or_else(|| panic!("no definition of {kind}"))
    };
    for kind in Kind::documented() {
        let payload = &of_kind(&kind)["properties"]["payload"];
        assert!(
            payload.get("type").or(payload.get("$ref")).is_some(),
            "{kind} needs a payload in message/known.rs"
        );
    }
    assert_eq!(
        known.schema["oneOf"].as_array().expect("branches").len(),
        Kind::documented().count()
    );
}

/// The place that is forgotten where a new member has no example: `example.rs`.
#[test]
fn examples_are_valid_and_complete() {
    for Document { name, schema, .. } in documents() {
        let validator = jsonschema::draft202012::new(&schema).expect(&name);
        let examples = schema["examples"].as_array().map(Vec::as_slice).unwrap_or_default();
        assert!(!examples.is_empty() || name == "known-message", "{name} has no example");
        for example in examples {
            let faults: Vec<String> = validator
                .iter_errors(example)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(faults.is_empty(), "{name}: {faults:?}; does example.rs know the member?");
        }
    }
}

/// The committed files are those that are generated. `mimc schema write schemas` makes them so.
#[test]
fn the_committed_files_are_current() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas");
    let drifts = mimc_schema::check(std::path::Path::new(folder)).expect("readable");
    let words: Vec<String> =
        drifts.iter().map(|drift| format!("{} {}", drift.word(), drift.path())).collect();
    assert!(words.is_empty(), "run `mimc schema write schemas`: {words:#?}");
}

#[test]
fn files_are_the_same_every_time_and_end_in_a_line_end() {
    let (once, again) = (files(), files());
    assert_eq!(once, again);
    for file in once {
        assert!(file.text.ends_with("}\n") && !file.text.contains('\r'), "{}", file.path);
    }
}
