//! A schema that takes only the members that it names.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::plain::plain;

/// The schema in plain form (references put in, annotations gone) with `additionalProperties: false`
/// wherever an object was open.
///
/// A member is known when any part of the schema that applies to the same place names it: the parts
/// of `allOf`, the branch itself, and what stands beside the branches. What another branch of
/// `anyOf`, `oneOf` or `then` names is known beside the branches, but not inside this one.
#[must_use]
pub fn close(schema: &Value) -> Value {
    closed(&plain(schema))
}

pub(crate) fn closed(plain: &Value) -> Value {
    let (base, full) = (Names::of(plain, false), Names::of(plain, true));
    shut(plain, &base, &full, true)
}

/// The members that a schema names, and what it names inside of them.
#[derive(Clone, Default)]
struct Names {
    members: BTreeMap<String, Names>,
    items: Option<Box<Names>>,
}

impl Names {
    /// What a schema names: with or without its branches.
    fn of(schema: &Value, branches: bool) -> Self {
        let mut names = Self::default();
        names.add(schema, branches);
        names
    }

    fn and(&self, schema: &Value, branches: bool) -> Self {
        let mut names = self.clone();
        names.add(schema, branches);
        names
    }

    fn add(&mut self, schema: &Value, branches: bool) {
        let Value::Object(keywords) = schema else { return };
        for (keyword, value) in keywords {
            match (keyword.as_str(), value) {
                ("properties", Value::Object(members)) => {
                    for (name, member) in members {
                        self.members.entry(name.clone()).or_default().add(member, branches);
                    }
                }
                ("items", value) => self.items.get_or_insert_default().add(value, branches),
                ("allOf", Value::Array(parts)) => {
                    for part in parts {
                        self.add(part, branches);
                    }
                }
                ("anyOf" | "oneOf", Value::Array(parts)) if branches => {
                    for part in parts {
                        self.add(part, branches);
                    }
                }
                ("if" | "then" | "else", value) if branches => self.add(value, branches),
                _ => {}
            }
        }
    }

    fn member(&self, name: &str) -> Self {
        self.members.get(name).cloned().unwrap_or_default()
    }

    fn item(&self) -> Self {
        self.items.as_deref().cloned().unwrap_or_default()
    }
}

/// Shuts a schema: `base` are the names that hold in any case, `full` those of all branches too,
/// `whole` says that nothing else applies to the same place.
fn shut(schema: &Value, base: &Names, full: &Names, whole: bool) -> Value {
    let Value::Object(keywords) = schema else { return schema.clone() };
    let mut out = Map::new();
    for (keyword, value) in keywords {
        let value = match (keyword.as_str(), value) {
            ("properties", Value::Object(members)) => {
                let shut_member = |(name, member): (&String, &Value)| {
                    let (base, full) = (base.member(name), full.member(name));
                    (name.clone(), shut(member, &base, &full, true))
                };
                Value::Object(members.iter().map(shut_member).collect())
            }
            ("items", value) => shut(value, &base.item(), &full.item(), true),
            ("allOf", Value::Array(parts)) => {
                parts.iter().map(|part| shut(part, base, full, false)).collect()
            }
            ("anyOf" | "oneOf", Value::Array(parts)) => {
                parts.iter().map(|part| branch(part, base)).collect()
            }
            ("then" | "else", value) => branch(value, base),
            (_, value) => value.clone(),
        };
        out.insert(keyword.clone(), value);
    }
    let open = match keywords.get("additionalProperties") {
        Some(more) => *more == Value::Bool(true),
        None => whole && keywords.contains_key("properties"),
    };
    if open && !keywords.keys().any(|word| word == "patternProperties") {
        let members = out.entry("properties").or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(members) = members {
            for name in full.members.keys() {
                members.entry(name.clone()).or_insert(Value::Bool(true));
            }
        }
        out.insert("additionalProperties".into(), Value::Bool(false));
    }
    Value::Object(out)
}

fn branch(schema: &Value, base: &Names) -> Value {
    shut(schema, &base.and(schema, false), &base.and(schema, true), false)
}
