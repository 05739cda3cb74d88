//! What the generators of clients and of pages make of the OpenAPI document.
#![allow(clippy::panic, reason = "tests")]

use mimc_schema::openapi;
use serde_json::{Value, json};

/// Calls it with every object inside, and its JSON pointer.
fn each(value: &Value, at: &str, see: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Object(members) => {
            see(at, value);
            members.iter().for_each(|(name, inner)| each(inner, &format!("{at}/{name}"), see));
        }
        Value::Array(items) => items.iter().for_each(|item| each(item, at, see)),
        _ => {}
    }
}

#[test]
fn an_integer_has_the_width_that_its_bounds_need() {
    let mut seen = 0;
    each(&openapi()["components"]["schemas"], "", &mut |at, schema| {
        let bound = schema["maximum"].as_i64();
        if bound > Some(i32::MAX.into()) {
            seen += 1;
            assert_eq!(schema["format"], "int64", "{at}");
        }
        if schema["format"] == "int32" {
            seen += 1;
            assert_ne!(bound, Some(i32::MAX.into()), "{at}");
        }
    });
    assert!(seen > 20);
}

/// openapi-generator makes a type in Go of it that does not exist.
#[test]
fn no_choice_is_of_a_schema_that_takes_all() {
    let document = openapi();
    let schemas = &document["components"]["schemas"];
    each(schemas, "", &mut |at, schema| {
        for branch in schema["anyOf"].as_array().into_iter().flatten() {
            let Some(name) = branch["$ref"].as_str().and_then(|path| path.rsplit('/').next())
            else {
                continue;
            };
            let says = ["type", "anyOf", "oneOf"]
                .iter()
                .any(|keyword| schemas[name].get(keyword).is_some());
            assert!(says, "{at}: {name}");
        }
    });
}

#[test]
fn a_page_says_nothing_twice() {
    let document = openapi();
    for operation in document["paths"].as_object().expect("paths").values() {
        for operation in operation.as_object().expect("operations").values() {
            let text = |name: &str| operation[name].as_str().expect("a text").to_owned();
            let (summary, description) = (text("summary"), text("description"));
            assert!(!summary.is_empty() && !description.starts_with(&summary), "{summary}");
            assert!(description.contains("Source: "), "{summary}");
        }
    }
}

#[test]
fn groups_have_titles() {
    for tag in openapi()["tags"].as_array().expect("tags") {
        assert!(tag["x-displayName"] != json!("") && tag["x-displayName"].is_string(), "{tag}");
    }
}
