//! Documents grown from a schema: each branch, all members and only the needed ones.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::pool::Pool;
use crate::facts::{facts, items, lengths, listed, member, named, required, types};
use crate::language::{Found, Texts};
use crate::validity::together;

mod variant;

/// How deep documents are grown.
const DEPTH: usize = 12;
/// How many values are kept for a place.
const VALUES: usize = 24;
/// How many documents are kept in the end.
const DOCUMENTS: usize = 600;
/// How many elements an array gets at most.
const ELEMENTS: usize = 1_000;
/// How many values of a member the pool keeps.
const KEPT: usize = 8;

/// Grows documents of one schema.
pub(super) struct Grower<'a> {
    root: &'a Value,
    pool: &'a mut Pool,
    known: HashMap<String, Vec<Value>>,
}

impl<'a> Grower<'a> {
    pub(super) fn new(root: &'a Value, pool: &'a mut Pool) -> Self {
        Self { root, pool, known: HashMap::new() }
    }

    pub(super) fn grow(&mut self) -> Vec<Value> {
        self.values(std::slice::from_ref(self.root), DEPTH, DOCUMENTS)
    }

    /// Values that meet the schemas, the plainest first; if none is found, values that nearly do.
    fn values(&mut self, schemas: &[Value], depth: usize, most: usize) -> Vec<Value> {
        if depth == 0 {
            return Vec::new();
        }
        let all = facts(schemas, self.root);
        let key = Value::Array(all.clone()).to_string();
        if let Some(values) = self.known.get(&key) {
            return values.clone();
        }
        let mut values = Vec::new();
        for variant in variant::variants(&all, self.root) {
            for value in self.variant(&variant, depth) {
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        if let Some(judge) = together(&all, self.root) {
            if values.iter().any(|value| judge.is_valid(value)) {
                values.retain(|value| judge.is_valid(value));
            }
        }
        values.truncate(most);
        self.known.insert(key, values.clone());
        values
    }

    /// Values for facts without branches.
    fn variant(&mut self, facts: &[Value], depth: usize) -> Vec<Value> {
        if let Some(values) = listed(facts) {
            return values;
        }
        let types = types(facts);
        let any = !facts.iter().any(|fact| fact.get("type").is_some());
        let mut values = Vec::new();
        let tells = |words: &[&str]| {
            facts.iter().any(|fact| words.iter().any(|word| fact.get(word).is_some()))
        };
        let object = tells(&["properties", "required"]);
        for kind in ["object", "string", "integer", "fraction", "array", "boolean", "null"] {
            if !types.contains(kind) || any && object && kind != "object" {
                continue;
            }
            match kind {
                "object" => values.extend(self.objects(facts, depth)),
                "string" => values.extend(self.texts(facts)),
                "integer" | "fraction" => values.extend(self.numbers()),
                "array" => values.extend(self.arrays(facts, depth)),
                "boolean" => values.extend([json!(false), json!(true)]),
                _ => values.push(Value::Null),
            }
        }
        values
    }

    fn texts(&self, facts: &[Value]) -> Vec<Value> {
        let texts = Texts::of(facts);
        let mut found = vec![texts.shortest_text()];
        if let Some(longest) = texts.longest {
            found.push(Texts { shortest: longest, ..texts }.shortest_text());
        }
        let found = found.into_iter().filter_map(|found| match found {
            Found::Text(text) => Some(json!(text)),
            _ => None,
        });
        let pool = self.pool.scalars.iter().filter(|value| value.is_string());
        found.chain(pool.cloned()).collect()
    }

    fn numbers(&self) -> Vec<Value> {
        self.pool.scalars.iter().filter(|value| value.is_number()).cloned().collect()
    }

    fn arrays(&mut self, facts: &[Value], depth: usize) -> Vec<Value> {
        let least = lengths(facts, "minItems").max().unwrap_or(0);
        let most = lengths(facts, "maxItems").min().unwrap_or(usize::MAX);
        let elements = self.values(&items(facts), depth - 1, VALUES);
        let mut arrays: Vec<Vec<Value>> = Vec::new();
        if let Some(first) = elements.first().filter(|_| least.max(1) <= ELEMENTS) {
            let mut array = vec![first.clone(); least.max(1)];
            arrays.push(array.clone());
            for element in &elements[1..] {
                array[0] = element.clone();
                arrays.push(array.clone());
            }
            if most > least && most < ELEMENTS {
                arrays.push(vec![first.clone(); most]);
            }
        }
        if least == 0 {
            arrays.push(Vec::new());
        }
        arrays.into_iter().map(Value::Array).collect()
    }

    fn objects(&mut self, facts: &[Value], depth: usize) -> Vec<Value> {
        let required = required(facts);
        let mut members: Vec<(String, Vec<Value>)> = Vec::new();
        let unnamed = required.iter().map(|name| (*name).to_owned());
        let mut names: Vec<String> = named(facts).into_iter().cloned().chain(unnamed).collect();
        names.sort();
        names.dedup();
        for name in names {
            let values = self.values(&member(facts, &name), depth - 1, VALUES);
            let kept = self.pool.members.entry(name.clone()).or_default();
            for value in &values {
                if kept.len() < KEPT && !kept.contains(value) {
                    kept.push(value.clone());
                }
            }
            if !values.is_empty() {
                members.push((name, values));
            }
        }
        let first = |(name, values): &(String, Vec<Value>)| (name.clone(), values[0].clone());
        let needed = members.iter().filter(|(name, _)| required.contains(name.as_str()));
        let needed: Map<String, Value> = needed.map(first).collect();
        let full: Map<String, Value> = members.iter().map(first).collect();
        let mut objects = vec![needed.clone()];
        for (name, values) in &members {
            for value in values {
                let mut object = needed.clone();
                object.insert(name.clone(), value.clone());
                objects.push(object);
            }
        }
        objects.push(full);
        objects.into_iter().map(Value::Object).collect()
    }
}
