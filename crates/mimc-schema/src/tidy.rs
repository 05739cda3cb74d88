//! What is made of schemas that were derived, so that validators and generators of code agree on them.

use serde_json::{Map, Value, json};

use crate::document::Use;

/// Tidies a derived schema and all inside it.
pub(crate) fn tidy(schema: &mut Value, usage: Use) {
    let Value::Object(members) = schema else { return };
    members.shift_remove("default");
    if let Some(Value::String(text)) = members.get_mut("description") {
        *text = without_links(text);
    }
    fold_words(members);
    name_keys(members);
    flatten(members);
    bound(members);
    if members.contains_key("properties") || members.get("type") == Some(&json!("object")) {
        members.entry("type").or_insert_with(|| json!("object"));
        members.entry("additionalProperties").or_insert_with(|| json!(usage != Use::Write));
    }
    if usage == Use::Write {
        without_null(members);
    }
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        for (name, property) in properties {
            describe(name, property);
            tidy(property, usage);
        }
    }
    for (keyword, inner) in members.iter_mut() {
        match (keyword.as_str(), inner) {
            ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
                for branch in branches {
                    tidy(branch, usage);
                }
            }
            ("items" | "additionalProperties", inner) => tidy(inner, usage),
            ("$defs", Value::Object(definitions)) => {
                for (name, definition) in definitions {
                    if let Value::Object(definition) = &mut *definition {
                        definition.entry("title").or_insert_with(|| json!(name));
                    }
                    tidy(definition, usage);
                }
            }
            _ => {}
        }
    }
}

/// The words of an enum, each with a description: one list of words, since generators make classes of the branches.
fn fold_words(members: &mut Map<String, Value>) {
    let Some(Value::Array(branches)) = members.get("oneOf") else { return };
    let words: Vec<Value> =
        branches.iter().filter_map(|branch| branch.get("const").cloned()).collect();
    if words.len() == branches.len() {
        members.shift_remove("oneOf");
        members.insert("type".to_owned(), json!("string"));
        members.insert("enum".to_owned(), words.into());
    }
}

/// A map whose keys are ids: generators of code know what its values are by `additionalProperties` alone.
fn name_keys(members: &mut Map<String, Value>) {
    let Some(Value::Object(patterns)) = members.shift_remove("patternProperties") else { return };
    for (pattern, values) in patterns {
        members.insert("propertyNames".to_owned(), json!({ "type": "string", "pattern": pattern }));
        members.insert("additionalProperties".to_owned(), values);
    }
}

/// A choice within a choice is one choice.
fn flatten(members: &mut Map<String, Value>) {
    let Some(Value::Array(branches)) = members.get_mut("anyOf") else { return };
    let flat = branches.iter().filter_map(|branch| match branch.as_object() {
        Some(only) if only.len() == 1 && only.contains_key("anyOf") => {
            only["anyOf"].as_array().cloned()
        }
        _ => Some(vec![branch.clone()]),
    });
    *branches = flat.flatten().collect();
}

/// The bounds of an integer, which `format` names in a way that few know.
fn bound(members: &mut Map<String, Value>) {
    if members.get("format") == Some(&json!("uint32")) {
        members.entry("minimum").or_insert_with(|| json!(0));
        members.entry("maximum").or_insert_with(|| json!(u32::MAX));
        members.insert("format".to_owned(), json!("int64"));
    }
}

/// What may be left out is left out where there is none: it is not null.
fn without_null(members: &mut Map<String, Value>) {
    let required = members.get("required").cloned().unwrap_or_default();
    let is_required = |name: &str| {
        required.as_array().is_some_and(|names| names.iter().any(|found| found == name))
    };
    let Some(Value::Object(properties)) = members.get_mut("properties") else { return };
    for (name, property) in properties {
        let Value::Object(property) = property else { continue };
        if is_required(name) {
            continue;
        }
        if let Some(Value::Array(types)) = property.get("type") {
            let others: Vec<Value> =
                types.iter().filter(|kind| **kind != json!("null")).cloned().collect();
            if let [only] = &others[..] {
                property.insert("type".to_owned(), only.clone());
            }
        }
        if let Some(Value::Array(branches)) = property.get("anyOf") {
            let others: Vec<Value> = branches
                .iter()
                .filter(|branch| **branch != json!({ "type": "null" }))
                .cloned()
                .collect();
            if let [Value::Object(only)] = &others[..] {
                property.shift_remove("anyOf");
                property.extend(only.clone());
            }
        }
    }
}

/// Texts for readers of Rust begin with the name that stands on the wire; here it stands right before.
fn describe(name: &str, property: &mut Value) {
    let Some(Value::String(text)) = property.get_mut("description") else { return };
    if let Some(rest) = text.strip_prefix(&format!("`{name}`: ")) {
        let mut letters = rest.chars();
        let first =
            letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
        *text = first + letters.as_str();
    }
}

/// One line a paragraph; sentences that point into Rust are for its readers alone.
fn without_links(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let line = paragraph.replace('\n', " ");
        let sentences = line.split_inclusive(". ").filter(|sentence| !sentence.contains("[`"));
        sentences.collect::<String>().trim().replace("EVIDENCE ", "docs/evidence.md, ")
    });
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}
