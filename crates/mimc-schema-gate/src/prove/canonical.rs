//! What the canonical form of the validator's crate can tell, where the schemas are small enough.

use std::cell::Cell;

use jsonschema::canonical::{CanonicalSchema, Satisfiability};
use serde_json::{Value, json};

/// How often it is asked in one proof.
pub(super) const ATTEMPTS: usize = 40;
/// How many bytes of schema it is asked about at most.
const BYTES: usize = 12_000;
/// How many conditions and unions it is asked about at most: it looks at all combinations.
const BRANCHINGS: usize = 4;

/// Whether it proves that `whole` takes all that the facts leave.
pub(super) fn is_within(
    have: &[Value],
    part_root: &Value,
    whole: &Value,
    whole_root: &Value,
    attempts: &Cell<usize>,
) -> bool {
    if attempts.get() == 0 {
        return false;
    }
    let part = rooted(&json!({ "allOf": have }), part_root);
    let whole = rooted(whole, whole_root);
    if !small(&part) || !small(&whole) {
        return false;
    }
    attempts.set(attempts.get() - 1);
    let difference = difference(&part, &whole);
    difference.is_some_and(|rest| rest.satisfiability() == Satisfiability::No)
}

fn difference(part: &Value, whole: &Value) -> Option<CanonicalSchema> {
    let part = jsonschema::canonicalize(part).ok()?;
    part.subtract(&jsonschema::canonicalize(whole).ok()?).ok()
}

fn rooted(schema: &Value, root: &Value) -> Value {
    match root.get("$defs") {
        Some(defs) => json!({ "allOf": [schema], "$defs": defs }),
        None => schema.clone(),
    }
}

fn small(schema: &Value) -> bool {
    let text = schema.to_string();
    let branchings = ["\"if\":", "\"anyOf\":", "\"oneOf\":"];
    let count: usize = branchings.iter().map(|word| text.matches(word).count()).sum();
    text.len() <= BYTES && count <= BRANCHINGS
}
