//! Values worth a try: those that the schemas name, and those beside them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::keyword::{Holds, holds};
use crate::language::{Found, Texts};

/// How many pairs of demands on texts are compared.
const PAIRS: usize = 100;
/// How long a text may get.
const LONG: usize = 20_000;

/// Values worth a try.
#[derive(Default)]
pub(super) struct Pool {
    /// Texts and numbers, each once.
    pub(super) scalars: Vec<Value>,
    /// Whole documents: the examples of the roots.
    pub(super) documents: Vec<Value>,
    /// Values by the name of the member that they were grown for.
    pub(super) members: BTreeMap<String, Vec<Value>>,
    texts: [Vec<Texts>; 2],
}

impl Pool {
    pub(super) fn of(plain: [&Value; 2], raw: [&Value; 2]) -> Self {
        let mut pool = Self::default();
        for value in [json!(""), json!("a"), json!(0), json!(1), json!(-1), json!(1.5)] {
            pool.add(value);
        }
        for schema in raw {
            pool.examples(schema);
            let examples = schema.get("examples").and_then(Value::as_array);
            pool.documents.extend(examples.into_iter().flatten().cloned());
        }
        for (side, schema) in plain.into_iter().enumerate() {
            pool.keywords(schema, side);
        }
        pool.apart();
        pool.members.insert(super::UNNAMED.into(), vec![json!(1)]);
        pool
    }

    fn add(&mut self, value: Value) {
        if (value.is_string() || value.is_number()) && !self.scalars.contains(&value) {
            self.scalars.push(value);
        }
    }

    fn add_all(&mut self, values: &[Value]) {
        for value in values {
            self.add(value.clone());
        }
    }

    /// What `examples` give, at every place.
    fn examples(&mut self, schema: &Value) {
        if let Some(Value::Array(values)) = schema.get("examples") {
            self.add_all(values);
        }
        children(schema, &mut |child| self.examples(child));
    }

    fn keywords(&mut self, schema: &Value, side: usize) {
        let Value::Object(keywords) = schema else { return };
        for (keyword, value) in keywords {
            match (keyword.as_str(), value) {
                ("const", value) => self.add(value.clone()),
                ("enum", Value::Array(values)) => {
                    self.add_all(values);
                }
                (
                    "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum",
                    Value::Number(bound),
                ) => self.around(bound),
                _ => {}
            }
        }
        if ["pattern", "minLength", "maxLength"].iter().any(|word| keywords.contains_key(*word)) {
            let texts = Texts::of(std::slice::from_ref(schema));
            if !self.texts[side].contains(&texts) {
                self.texts[side].push(texts);
            }
        }
        children(schema, &mut |child| self.keywords(child, side));
    }

    fn around(&mut self, bound: &serde_json::Number) {
        self.add(Value::Number(bound.clone()));
        if let Some(bound) = bound.as_i64() {
            self.add(json!(bound.saturating_sub(1)));
            self.add(json!(bound.saturating_add(1)));
        }
    }

    /// The texts that tell two demands apart, and one for each demand.
    fn apart(&mut self) {
        let [left, right] = std::mem::take(&mut self.texts);
        let mut found: Vec<Found> = Vec::new();
        for texts in left.iter().chain(&right) {
            found.extend(edges(texts));
        }
        let pairs = left.iter().flat_map(|l| right.iter().map(move |r| (l, r)));
        for (left, right) in pairs.filter(|(l, r)| l != r).take(PAIRS) {
            found.extend([left.beyond(right), right.beyond(left)]);
        }
        for text in found {
            if let Found::Text(text) = text {
                self.add(json!(text));
            }
        }
    }
}

/// The shortest and the longest text, and those just beyond.
fn edges(texts: &Texts) -> Vec<Found> {
    let mut found = vec![texts.shortest_text()];
    if let Some(longest) = texts.longest.filter(|longest| *longest < LONG) {
        found.push(Texts { shortest: longest, ..texts.clone() }.shortest_text());
        found.push(Found::Text("a".repeat(longest + 1)));
    }
    if texts.shortest > 0 && texts.shortest < LONG {
        found.push(Found::Text("a".repeat(texts.shortest - 1)));
    }
    found
}

fn children(schema: &Value, to: &mut impl FnMut(&Value)) {
    let Value::Object(keywords) = schema else { return };
    for (keyword, value) in keywords {
        match (holds(keyword), value) {
            (Holds::One, value) => to(value),
            (Holds::List, Value::Array(items)) => items.iter().for_each(&mut *to),
            (Holds::Map, Value::Object(items)) => items.values().for_each(&mut *to),
            _ => {}
        }
    }
}
