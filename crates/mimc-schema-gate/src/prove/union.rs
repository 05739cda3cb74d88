//! Branches: `anyOf`, `oneOf`, `if` and `then`, and a `type` that names several.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Prover;
use crate::facts::{facts, types};

impl Prover<'_> {
    pub(super) fn any_within(&self, have: &[Value], branches: &Value) -> bool {
        let Value::Array(branches) = branches else { return false };
        branches.iter().any(|branch| self.within(have, branch))
    }

    /// One branch takes all, and no other takes any.
    pub(super) fn one_within(&self, have: &[Value], branches: &Value) -> bool {
        let Value::Array(branches) = branches else { return false };
        let apart = |index: usize| {
            let others = branches.iter().enumerate().filter(|(other, _)| *other != index);
            others.into_iter().all(|(_, other)| self.apart(have, other))
        };
        branches.iter().enumerate().any(|(index, branch)| self.within(have, branch) && apart(index))
    }

    /// Whether nothing that the facts leave is taken by `other`, a schema of the whole.
    fn apart(&self, have: &[Value], other: &Value) -> bool {
        if !self.same_meaning(other) {
            return false;
        }
        let mut both = have.to_vec();
        both.extend(facts(std::slice::from_ref(other), self.whole));
        self.nothing(&both)
    }

    /// `if` and `then` of a wanted fact: what meets the condition has to meet the consequence.
    pub(super) fn condition_within(&self, have: &[Value], wanted: &Value) -> bool {
        let (Some(condition), None) = (wanted.get("if"), wanted.get("else")) else { return false };
        let Some(consequence) = wanted.get("then") else { return true };
        if !self.same_meaning(condition) {
            return false;
        }
        let mut met = have.to_vec();
        met.extend(facts(std::slice::from_ref(condition), self.whole));
        if self.nothing(&met) {
            return true;
        }
        // What the part's own conditions say of documents that meet the wanted one.
        for fact in have {
            let (Some(own), Some(then)) = (fact.get("if"), fact.get("then")) else { continue };
            if self.same_meaning(own) && (own == condition || self.within(&met, own)) {
                met.extend(facts(std::slice::from_ref(then), self.part));
            }
        }
        self.within(&met, consequence)
    }

    /// Takes the facts apart into the branches of their first union, and asks for each.
    pub(super) fn each_branch_within(&self, have: &[Value], whole: &Value) -> bool {
        for (index, fact) in have.iter().enumerate() {
            for union in ["anyOf", "oneOf"] {
                let Some(Value::Array(branches)) = fact.get(union) else { continue };
                let mut rest = have.to_vec();
                if let Value::Object(keywords) = &mut rest[index] {
                    keywords.remove(union);
                }
                return branches.iter().all(|branch| {
                    let mut one = rest.clone();
                    one.push(branch.clone());
                    self.within(&one, whole)
                });
            }
        }
        let types = types(have);
        let told = have.iter().any(|fact| fact.get("type").is_some());
        told && types.len() > 1
            && types.iter().filter(|kind| **kind != "fraction").all(|kind| {
                let kind = match *kind {
                    "integer" if types.contains("fraction") => "number",
                    kind => kind,
                };
                let mut one = have.to_vec();
                one.push(json!({ "type": kind }));
                one.len() < 64 && kind_is_less(&types, kind) && self.within(&one, whole)
            })
    }
}

/// Whether a type leaves less than there was, so that taking apart comes to an end.
fn kind_is_less(types: &BTreeSet<&'static str>, kind: &str) -> bool {
    types.len() > if kind == "number" { 2 } else { 1 }
}
