//! What holds for the members of objects.

use serde_json::Value;

use super::Prover;
use crate::facts::{member, named, required, strings};

impl Prover<'_> {
    pub(super) fn object_within(
        &self,
        have: &[Value],
        wanted: &Value,
        keyword: &str,
        value: &Value,
    ) -> bool {
        match (keyword, value) {
            ("required", value) => {
                let required = required(have);
                strings(value).into_iter().all(|name| required.contains(name))
            }
            ("properties", Value::Object(members)) => {
                members.iter().all(|(name, schema)| self.within(&member(have, name), schema))
            }
            ("additionalProperties", more) => {
                *more == Value::Bool(true) || self.others_within(have, wanted, more)
            }
            _ => false,
        }
    }

    /// Whether the members that `wanted` does not name are what it demands of all others.
    fn others_within(&self, have: &[Value], wanted: &Value, more: &Value) -> bool {
        if wanted.get("patternProperties").is_some() {
            return false;
        }
        let known = |name: &str| wanted.get("properties").is_some_and(|m| m.get(name).is_some());
        let unnamed: Vec<Value> = have.iter().filter_map(unnamed).collect();
        self.within(&unnamed, more)
            && named(have)
                .into_iter()
                .filter(|name| !known(name))
                .all(|name| self.within(&member(have, name), more))
    }
}

/// What a fact says of members that no fact names.
fn unnamed(fact: &Value) -> Option<Value> {
    let plain = fact.get("patternProperties").is_none();
    fact.get("additionalProperties").filter(|_| plain).cloned()
}
