//! Names, titles, descriptions.

use std::collections::{BTreeMap, BTreeSet};

use mimc_schema::{Document, documents, openapi};
use serde_json::Value;

use super::walk::all;

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
