//! Proofs that facts contradict each other.

use serde_json::Value;

use super::Prover;
use crate::facts::{facts, listed, member, required, types};
use crate::validity::together;

/// How deep a contradiction is looked for.
const DEPTH: usize = 4;

impl Prover<'_> {
    /// Whether no document meets all the facts. A reference in them has to mean the same on both
    /// sides, or nothing is said.
    pub(super) fn nothing(&self, have: &[Value]) -> bool {
        let refers = have.iter().any(super::refers);
        let same = self.part.get("$defs") == self.whole.get("$defs");
        (same || !refers) && self.contradiction(have, DEPTH)
    }

    fn contradiction(&self, have: &[Value], depth: usize) -> bool {
        let types = types(have);
        if types.is_empty() {
            return true;
        }
        if let Some(values) = listed(have) {
            let all = together(have, self.part);
            return all.is_some_and(|all| !values.iter().any(|value| all.is_valid(value)));
        }
        let object = types.len() == 1 && types.contains("object");
        object
            && depth > 0
            && required(have).into_iter().any(|name| {
                let member = facts(&member(have, name), self.part);
                self.contradiction(&member, depth - 1)
            })
    }
}
