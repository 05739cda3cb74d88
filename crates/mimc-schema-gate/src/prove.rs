//! Proofs that every document of one schema is one of another.
//!
//! Each rule is sound by itself, and what no rule proves stays open: a witness or nobody decides it.
//! The rules go from keyword to keyword, because published schemas differ in few places and are
//! large; what they leave open is asked of the canonical form where it is small enough for that.

mod canonical;
mod nothing;
mod object;
mod union;

use std::cell::Cell;
use std::cmp::Ordering::{self, Equal, Greater, Less};

use serde_json::Value;

use crate::facts::{facts, items, lengths, listed, type_set, types};
use crate::keyword::{Holds, holds};
use crate::language::{Found, Texts};
use crate::validity::together;

/// How deep schemas may stand in each other.
const DEPTH: usize = 40;
/// How many questions may be asked before it is given up.
const QUESTIONS: usize = 20_000;

/// Two schemas, of which the first is thought to be part of the second.
pub(crate) struct Prover<'a> {
    /// The root of the part, for its definitions.
    part: &'a Value,
    /// The root of the whole.
    whole: &'a Value,
    questions: Cell<usize>,
    depth: Cell<usize>,
    canonical: Cell<usize>,
}

/// Whether it is proved that `whole` takes every document that `part` takes.
pub(crate) fn is_within(part: &Value, whole: &Value) -> bool {
    if is_beyond(part) || is_beyond(whole) {
        return false;
    }
    let prover = Prover {
        part,
        whole,
        questions: Cell::new(QUESTIONS),
        depth: Cell::new(DEPTH),
        canonical: Cell::new(canonical::ATTEMPTS),
    };
    prover.within(std::slice::from_ref(part), whole)
}

impl Prover<'_> {
    /// Whether all that `schemas` leave together, `whole` takes.
    fn within(&self, schemas: &[Value], whole: &Value) -> bool {
        if *whole == Value::Bool(true) {
            return true;
        }
        if self.questions.get() == 0 || self.depth.get() == 0 {
            return false;
        }
        self.questions.set(self.questions.get() - 1);
        self.depth.set(self.depth.get() - 1);
        let have = facts(schemas, self.part);
        let answer = self.within_facts(&have, whole);
        self.depth.set(self.depth.get() + 1);
        answer
    }

    fn within_facts(&self, have: &[Value], whole: &Value) -> bool {
        if have.contains(whole) && self.same_meaning(whole) {
            return true;
        }
        if let Some(values) = listed(have) {
            return self.values_within(have, &values, whole);
        }
        let wanted = facts(std::slice::from_ref(whole), self.whole);
        wanted.iter().all(|fact| self.implied(have, fact))
            || self.each_branch_within(have, whole)
            || self.nothing(have)
            || canonical::is_within(have, self.part, whole, self.whole, &self.canonical)
    }

    /// A reference that is left means what its own root says.
    fn same_meaning(&self, schema: &Value) -> bool {
        self.part.get("$defs") == self.whole.get("$defs") || !refers(schema)
    }

    fn values_within(&self, have: &[Value], values: &[Value], whole: &Value) -> bool {
        let of = together(have, self.part);
        let to = together(std::slice::from_ref(whole), self.whole);
        let (Some(of), Some(to)) = (of, to) else { return false };
        values.iter().all(|value| !of.is_valid(value) || to.is_valid(value))
    }

    /// Whether the facts make every keyword of a wanted fact true.
    fn implied(&self, have: &[Value], wanted: &Value) -> bool {
        if have.contains(wanted) && self.same_meaning(wanted) {
            return true;
        }
        let Value::Object(keywords) = wanted else { return self.nothing(have) };
        let types = types(have);
        keywords.iter().all(|(keyword, value)| match keyword.as_str() {
            "type" => types.is_subset(&type_set(value)),
            "pattern" => !types.contains("string") || texts_within(have, wanted),
            "minLength" | "maxLength" => {
                !types.contains("string") || value.is_u64() && texts_within(have, wanted)
            }
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
                !(types.contains("integer") || types.contains("fraction"))
                    || bounded(have, keyword, value)
            }
            "items" => !types.contains("array") || self.items_within(have, wanted, value),
            "minItems" | "maxItems" => {
                !types.contains("array") || value.is_u64() && bounded(have, keyword, value)
            }
            "required" | "properties" | "additionalProperties" => {
                !types.contains("object") || self.object_within(have, wanted, keyword, value)
            }
            "anyOf" => self.any_within(have, value),
            "oneOf" => self.one_within(have, value),
            "if" => self.condition_within(have, wanted),
            "then" | "else" => true,
            // These do not depend on what stands beside them.
            "not" | "multipleOf" | "uniqueItems" | "minProperties" | "maxProperties"
            | "patternProperties" | "propertyNames" => {
                let same = have.iter().any(|fact| fact.get(keyword) == Some(value));
                same && self.same_meaning(value)
            }
            // `enum` and `const` are here too: lists of values were looked at before.
            _ => false,
        })
    }

    fn items_within(&self, have: &[Value], wanted: &Value, value: &Value) -> bool {
        let none = lengths(have, "maxItems").any(|most| most == 0);
        wanted.get("prefixItems").is_none() && (none || self.within(&items(have), value))
    }
}

/// Whether a schema has what no rule here is made for: references to anything but definitions, and
/// keywords that mean more than the part of the schema that they stand in.
fn is_beyond(schema: &Value) -> bool {
    has(schema, &|keyword, value| match keyword {
        "$ref" => !value.as_str().is_some_and(|reference| reference.starts_with("#/$defs/")),
        word => {
            word.starts_with("$dynamic") || word.starts_with("unevaluated") || word == "$anchor"
        }
    })
}

fn refers(schema: &Value) -> bool {
    has(schema, &|keyword, _| keyword == "$ref")
}

/// Whether a keyword is what is looked for, in a schema or in one inside of it.
fn has(schema: &Value, looked_for: &impl Fn(&str, &Value) -> bool) -> bool {
    let inside = |child| has(child, looked_for);
    match schema {
        Value::Object(keywords) => keywords.iter().any(|(keyword, value)| {
            looked_for(keyword, value)
                || match (holds(keyword), value) {
                    (Holds::One, value) => inside(value),
                    (Holds::List, Value::Array(items)) => items.iter().any(inside),
                    (Holds::Map, Value::Object(items)) => items.values().any(inside),
                    _ => false,
                }
        }),
        _ => false,
    }
}

fn texts_within(have: &[Value], wanted: &Value) -> bool {
    let wanted = Texts::of(std::slice::from_ref(wanted));
    Texts::of(have).beyond(&wanted) == Found::None
}

/// Whether the facts have a bound of the keyword's sort that is at least as narrow.
fn bounded(have: &[Value], keyword: &str, bound: &Value) -> bool {
    let any = |word: &str, orders: &[Ordering]| {
        let bounds = have.iter().filter_map(|fact| fact.get(word));
        bounds.filter_map(|own| compared(own, bound)).any(|order| orders.contains(&order))
    };
    let (above, below) = ([Greater, Equal], [Less, Equal]);
    match keyword {
        "minimum" => any("minimum", &above) || any("exclusiveMinimum", &above),
        "maximum" => any("maximum", &below) || any("exclusiveMaximum", &below),
        "exclusiveMinimum" => any("minimum", &[Greater]) || any("exclusiveMinimum", &above),
        "exclusiveMaximum" => any("maximum", &[Less]) || any("exclusiveMaximum", &below),
        "minItems" => any("minItems", &above),
        "maxItems" => any("maxItems", &below),
        _ => false,
    }
}

/// The order of two numbers, exact for integers.
fn compared(left: &Value, right: &Value) -> Option<Ordering> {
    let integer = |value: &Value| value.as_i64().map(i128::from).or(value.as_u64().map(i128::from));
    match (integer(left), integer(right)) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}
