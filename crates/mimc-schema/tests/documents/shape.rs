//! The form of schemas.

use mimc_schema::{Document, Use, documents, openapi};
use serde_json::{Value, json};

use super::walk::{KEYWORDS, all, each, of_openapi};

#[test]
fn keywords_are_those_that_everybody_knows() {
    for Document { name, schema, .. } in documents() {
        each(&schema, &name, &mut |at, schema| only_known(at, schema, &["examples"]));
    }
    of_openapi(&mut |at, schema| {
        let more = ["discriminator", "format", "examples", "schemas", "securitySchemes"];
        only_known(at, schema, &more);
        if let Some(format) = schema.get("format") {
            assert!(
                ["int32", "int64", "double"].contains(&format.as_str().expect("a text")),
                "{at}: {format}"
            );
        }
    });
}

/// A schema has no keyword but the known ones and these.
fn only_known(at: &str, schema: &Value, more: &[&str]) {
    let mut keywords = schema.as_object().into_iter().flat_map(|members| members.keys());
    let unknown = keywords.find(|name| !KEYWORDS.contains(&&***name) && !more.contains(&&***name));
    assert_eq!(unknown, None, "{at}");
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
