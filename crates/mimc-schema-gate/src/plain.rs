//! One form for schemas that say the same in other words.

use serde_json::{Map, Value, json};

use crate::keyword::{each, holds, is_annotation, is_unasserted, without};

/// The prefix of the only references that published schemas use.
const LOCAL: &str = "#/$defs/";

/// The schema with all references put in, without annotations, and with the lists sorted whose
/// order says nothing.
///
/// A reference inside what it refers to stays, and then `$defs` stays too.
pub(crate) fn plain(schema: &Value) -> Value {
    let bare = without(schema, |keyword| is_annotation(keyword) || is_unasserted(keyword));
    let none = Map::new();
    let defs = bare.get("$defs").and_then(Value::as_object).unwrap_or(&none);
    let mut inliner = Inliner { defs, open: Vec::new(), recursive: false };
    let mut out = inliner.schema(&bare);
    if inliner.recursive {
        if let Value::Object(members) = &mut out {
            members.insert("$defs".into(), Value::Object(defs.clone()));
        }
    }
    out
}

struct Inliner<'a> {
    defs: &'a Map<String, Value>,
    /// The names that are being put in just now.
    open: Vec<String>,
    recursive: bool,
}

impl Inliner<'_> {
    fn schema(&mut self, schema: &Value) -> Value {
        let Value::Object(members) = schema else { return schema.clone() };
        let mut out = Map::new();
        let mut target = None;
        for (keyword, value) in members {
            match (keyword.as_str(), value) {
                ("$defs", _) => {}
                ("$ref", Value::String(reference)) => match self.target(reference) {
                    Some(schema) => target = Some(schema),
                    None => drop(out.insert(keyword.clone(), value.clone())),
                },
                (word, value) => {
                    let value = each(holds(word), value, &mut |child| self.schema(child));
                    out.insert(keyword.clone(), sorted(word, value));
                }
            }
        }
        match target {
            Some(schema) if out.is_empty() => schema,
            Some(schema) => {
                let all = out.entry("allOf").or_insert_with(|| json!([]));
                if let Value::Array(all) = all {
                    all.push(schema);
                }
                *all = sorted("allOf", all.take());
                Value::Object(out)
            }
            None if out.is_empty() => Value::Bool(true),
            None => Value::Object(out),
        }
    }

    fn target(&mut self, reference: &str) -> Option<Value> {
        let name = reference.strip_prefix(LOCAL);
        let found = name.and_then(|name| Some((name, self.defs.get(name)?)));
        let Some((name, schema)) = found.filter(|(name, _)| !self.open.iter().any(|o| o == name))
        else {
            self.recursive = true;
            return None;
        };
        self.open.push(name.to_owned());
        let schema = self.schema(schema);
        self.open.pop();
        Some(schema)
    }
}

/// The value of a keyword with its list in order, where the order says nothing.
fn sorted(keyword: &str, value: Value) -> Value {
    let Value::Array(mut items) = value else { return value };
    match keyword {
        "oneOf" => items.sort_by_cached_key(ToString::to_string),
        "allOf" | "anyOf" | "enum" | "required" | "type" => {
            items.sort_by_cached_key(ToString::to_string);
            items.dedup();
        }
        _ => {}
    }
    match (keyword, items.as_slice()) {
        ("type", [one]) => one.clone(),
        _ => Value::Array(items),
    }
}

/// What a reference names in `$defs` of `root`.
pub(crate) fn resolve<'a>(root: &'a Value, reference: &str) -> Option<&'a Value> {
    if reference == "#" {
        return Some(root);
    }
    root.get("$defs")?.get(reference.strip_prefix(LOCAL)?)
}
