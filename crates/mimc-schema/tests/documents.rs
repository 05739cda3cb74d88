//! What must hold of every document, so that the validators and generators of other languages agree on them.
#![allow(clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};

use mimc_msg::Kind;
use mimc_schema::{Document, Use, documents, files, openapi};
use serde_json::{Value, json};

/// The keywords that the documents may use, and those that are OpenAPI's alone.
const KEYWORDS: [&str; 26] = [
    "$schema",
    "$id",
    "$ref",
    "$defs",
    "title",
    "description",
    "type",
    "enum",
    "const",
    "minLength",
    "maxLength",
    "pattern",
    "contentEncoding",
    "minimum",
    "maximum",
    "items",
    "minItems",
    "properties",
    "required",
    "propertyNames",
    "additionalProperties",
    "oneOf",
    "anyOf",
    "allOf",
    "if",
    "then",
];

/// Calls it with every schema inside, and its JSON pointer.
fn each(schema: &Value, at: &str, see: &mut dyn FnMut(&str, &Value)) {
    see(at, schema);
    let Value::Object(members) = schema else { return };
    for (keyword, inner) in members {
        let at = format!("{at}/{keyword}");
        match (keyword.as_str(), inner) {
            ("properties" | "$defs" | "schemas", Value::Object(named)) => {
                named.iter().for_each(|(name, inner)| each(inner, &format!("{at}/{name}"), see));
            }
            ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
                branches
                    .iter()
                    .enumerate()
                    .for_each(|(index, inner)| each(inner, &format!("{at}/{index}"), see));
            }
            (
                "items" | "additionalProperties" | "propertyNames" | "if" | "then" | "schema",
                inner,
            ) => each(inner, &at, see),
            _ => {}
        }
    }
}

/// Every schema of every document, and of the OpenAPI document's components and parameters.
fn all(see: &mut dyn FnMut(&str, &Value)) {
    for Document { name, schema, .. } in documents() {
        each(&schema, &name, see);
    }
    of_openapi(see);
}

fn of_openapi(see: &mut dyn FnMut(&str, &Value)) {
    let document = openapi();
    each(&document["components"], "openapi", see);
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for operation in methods.as_object().expect("methods").values() {
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                each(&parameter["schema"], &format!("openapi {path} {}", parameter["name"]), see);
            }
        }
    }
}

#[test]
fn keywords_are_those_that_everybody_knows() {
    for Document { name, schema, .. } in documents() {
        each(&schema, &name, &mut |at, schema| {
            let known = |keyword: &String| KEYWORDS.contains(&&**keyword) || keyword == "examples";
            let unknown = schema
                .as_object()
                .into_iter()
                .flat_map(|members| members.keys())
                .find(|name| !known(name));
            assert_eq!(unknown, None, "{at}");
        });
    }
    of_openapi(&mut |at, schema| {
        let more = ["discriminator", "format", "examples", "schemas", "securitySchemes"];
        let known = |keyword: &String| KEYWORDS.contains(&&**keyword) || more.contains(&&**keyword);
        let unknown = schema
            .as_object()
            .into_iter()
            .flat_map(|members| members.keys())
            .find(|name| !known(name));
        assert_eq!(unknown, None, "{at}");
        if let Some(format) = schema.get("format") {
            assert!(
                ["int32", "int64", "double"].contains(&format.as_str().expect("a text")),
                "{at}: {format}"
            );
        }
    });
}

#[test]
fn every_object_says_what_else_it_may_have() {
    for Document { name, schema, usage, .. } in documents() {
        each(&schema, &name, &mut |at, schema| {
            if schema["type"] == "object" {
                let stated = &schema["additionalProperties"];
                let map = stated.is_object();
                // Its body is any object: the kind stands beside it.
                let any = at.starts_with("manual-v3") && at.ends_with("/anyOf/1");
                assert!(map || any || *stated == json!(usage != Use::Write), "{at}: {stated}");
            }
            // Only the parts of a rule have properties and no type.
            let rule = at.contains("/allOf/");
            assert!(
                rule || schema.get("properties").is_none() || schema["type"] == "object",
                "{at}"
            );
        });
    }
    of_openapi(&mut |at, schema| {
        if schema["type"] == "object" {
            assert!(schema.get("additionalProperties").is_some(), "{at}");
        }
    });
}

/// ajv's strict mode takes no other union of types, and generators make little of one.
#[test]
fn a_type_is_one_or_that_one_or_null() {
    all(&mut |at, schema| {
        if let Some(Value::Array(types)) = schema.get("type") {
            assert!(types.len() == 2 && types[1] == "null", "{at}: {types:?}");
        }
    });
}

#[test]
fn patterns_mean_the_same_to_every_engine() {
    all(&mut |at, schema| {
        let Some(pattern) = schema.get("pattern") else { return };
        let pattern = pattern.as_str().expect("a text");
        assert!(
            pattern.is_ascii() && !pattern.contains('\\') && !pattern.contains("(?"),
            "{at}: {pattern}"
        );
        assert!(schema["type"] == "string" || schema["type"] == json!(["string", "null"]), "{at}");
    });
}

#[test]
fn references_are_local_and_have_no_siblings_that_constrain() {
    for Document { name, schema: document, .. } in documents() {
        each(&document, &name, &mut |at, schema| {
            let Some(path) = schema["$ref"].as_str() else { return };
            let definition =
                path.strip_prefix("#/$defs/").unwrap_or_else(|| panic!("{at}: {path}"));
            assert!(document["$defs"].get(definition).is_some(), "{at}: {path}");
            let siblings = schema.as_object().expect("an object").keys();
            assert!(
                siblings
                    .into_iter()
                    .all(|name| ["$ref", "title", "description"].contains(&&**name)),
                "{at}"
            );
        });
    }
    let document = openapi();
    of_openapi(&mut |at, schema| {
        let Some(path) = schema["$ref"].as_str() else { return };
        assert!(document.pointer(&path[1..]).is_some(), "{at}: {path}");
    });
}

#[test]
fn definitions_are_used_named_and_not_numbered() {
    for Document { name, schema, .. } in documents() {
        let text = schema.to_string();
        for (title, definition) in schema["$defs"].as_object().into_iter().flatten() {
            assert_eq!(definition["title"], **title, "{name}");
            assert!(!title.ends_with(|last: char| last.is_ascii_digit()), "{name}: {title}");
            assert!(text.contains(&format!("\"#/$defs/{title}\"")), "{name}: {title} is not used");
        }
    }
    for (name, schema) in openapi()["components"]["schemas"].as_object().expect("schemas") {
        assert_eq!(schema["title"], **name);
        // Two that differ under one name are told apart by a number: see `Components::insert`.
        let numbered = name.ends_with('2') && !name.ends_with("V2");
        assert!(!numbered, "{name}");
    }
}

#[test]
fn one_name_has_one_definition_in_all_documents_of_a_use() {
    let mut seen: BTreeMap<(String, &str), (String, Value)> = BTreeMap::new();
    for Document { name, schema, usage, folder, .. } in documents() {
        let group = if folder == "api" { usage.name() } else { continue };
        for (title, definition) in schema["$defs"].as_object().into_iter().flatten() {
            let first = seen
                .entry((title.clone(), group))
                .or_insert_with(|| (name.clone(), definition.clone()));
            assert_eq!(first.1, *definition, "{title} of {name} and of {}", first.0);
        }
    }
    assert!(seen.len() > 20);
}

#[test]
fn names_ids_and_titles_are_unique_and_follow_from_each_other() {
    let mut seen = BTreeSet::new();
    for document in documents() {
        assert_eq!(document.schema["$id"], document.id());
        assert!(document.id().ends_with(&document.path()));
        let title = document.schema["title"].as_str().expect("a title").to_owned();
        assert!(title.starts_with(|first: char| first.is_ascii_uppercase()), "{title}");
        for name in [document.name.clone(), document.path(), title] {
            assert!(seen.insert(name.clone()), "{name} twice");
        }
    }
}

#[test]
fn every_document_and_definition_says_what_it_is_without_rust() {
    all(&mut |at, schema| {
        if let Some(text) = schema.get("description") {
            let text = text.as_str().expect("a text");
            let rust =
                ["[`", "::", "Self", "crate", "mimc_"].into_iter().find(|word| text.contains(word));
            assert_eq!(rust, None, "{at}: {text}");
            assert!(!text.trim().is_empty() && text.trim() == text, "{at}: {text:?}");
        }
        if schema["type"] == "object" {
            assert!(schema.get("description").is_some(), "{at}");
        }
    });
    for Document { name, schema, .. } in documents() {
        assert!(schema.get("description").is_some(), "{name}");
        for (member, property) in schema["properties"].as_object().into_iter().flatten() {
            let told = property.is_boolean()
                || property.get("description").or(property.get("$ref")).is_some();
            assert!(told, "{name}: {member}");
        }
    }
}

#[test]
fn ids_are_text() {
    let ids =
        ["appId", "topicId", "uuid", "ownerUuid", "sequence", "miUserId", "startSeq", "stopSeq"];
    for Document { name, schema, usage, .. } in
        documents().into_iter().filter(|document| document.folder == "api")
    {
        each(&schema, &name, &mut |at, object| {
            for (member, property) in object["properties"].as_object().into_iter().flatten() {
                if !ids.contains(&&**member) {
                    continue;
                }
                // Where the real server writes a number too, its readers must take it.
                let number = property.to_string().contains("integer");
                let real = usage == Use::Read
                    && (name.starts_with("query-") || name.starts_with("list-contacts-v2"));
                assert!(!number || real, "{at}: {member}");
            }
        });
    }
}

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
