//! The branches of a place: each choice as a list of facts without a choice.

use serde_json::Value;

use crate::facts::facts;

/// How many choices are looked at.
const VARIANTS: usize = 120;

/// Each choice among `anyOf`, `oneOf` and one `if` at a time.
pub(super) fn variants(have: &[Value], root: &Value) -> Vec<Vec<Value>> {
    let mut out = Vec::new();
    unions(have.to_vec(), root, &mut out);
    out
}

fn unions(mut have: Vec<Value>, root: &Value, out: &mut Vec<Vec<Value>>) {
    for index in 0..have.len() {
        let Value::Object(keywords) = &mut have[index] else { continue };
        let union = keywords.remove("oneOf").or_else(|| keywords.remove("anyOf"));
        if let Some(Value::Array(branches)) = union {
            for branch in branches {
                let mut one = have.clone();
                one.extend(facts(&[branch], root));
                unions(one, root, out);
            }
            return;
        }
    }
    conditions(have, root, out);
}

fn conditions(mut have: Vec<Value>, root: &Value, out: &mut Vec<Vec<Value>>) {
    let mut conditions = Vec::new();
    for fact in &mut have {
        let Value::Object(keywords) = fact else { continue };
        if let Some(condition) = keywords.remove("if") {
            conditions.push((condition, keywords.remove("then"), keywords.remove("else")));
        }
    }
    if out.len() >= VARIANTS {
        return;
    }
    if conditions.is_empty() {
        out.push(have);
        return;
    }
    for (condition, then, otherwise) in conditions {
        let mut met = have.clone();
        met.extend(facts(&[condition], root));
        if let Some(then) = then {
            met.extend(facts(&[then], root));
        }
        // A consequence may hold choices again, but no condition that is looked at here.
        unions(met, root, out);
        if let Some(otherwise) = otherwise {
            let mut unmet = have.clone();
            unmet.extend(facts(&[otherwise], root));
            unions(unmet, root, out);
        }
    }
    out.push(have);
}
