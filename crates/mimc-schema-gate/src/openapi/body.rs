//! What an operation takes and answers.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::resolve::{refers, resolve};
use crate::difference::{Difference, Of, Side, difference};
use crate::plain::plain;
use crate::{Finding, Verdict};

use Verdict::{BreakingForReaders, BreakingForWriters, Undecided};

/// Compares the bodies of requests: `(openapi, operation)`.
pub(super) fn request(old: (&Value, &Value), new: (&Value, &Value)) -> Vec<Finding> {
    let body = |(openapi, operation): (&Value, &Value)| {
        operation.get("requestBody").map(|body| resolve(openapi, body).clone())
    };
    let needed = |body: &Value| body.get("required") == Some(&Value::Bool(true));
    let finding = |verdict, why: &str| vec![Finding::new(verdict, why)];
    match (body(old), body(new)) {
        (Some(was), Some(is)) => {
            let mut findings = match (needed(&was), needed(&is)) {
                (false, true) => finding(BreakingForWriters, "the body is required now"),
                (true, false) => finding(
                    BreakingForReaders,
                    "the body is optional, and the old version needs it",
                ),
                _ => Vec::new(),
            };
            let verdicts = (BreakingForWriters, BreakingForReaders);
            findings.extend(content("the body", (old.0, &was), (new.0, &is), verdicts));
            findings
        }
        (Some(_), None) => finding(BreakingForWriters, "the body is gone"),
        (None, Some(is)) if needed(&is) => {
            finding(BreakingForWriters, "there is a body to send now")
        }
        _ => Vec::new(),
    }
}

/// Compares the answers by status: `(openapi, operation)`.
pub(super) fn answers(old: (&Value, &Value), new: (&Value, &Value)) -> Vec<Finding> {
    let all = |(_, operation): (&Value, &Value)| object(operation, "responses");
    let (left, right) = (all(old), all(new));
    let mut findings = Vec::new();
    for status in left.keys().chain(right.keys()).collect::<BTreeSet<_>>() {
        let told = format!("the answer {status}");
        match (left.get(status), right.get(status)) {
            (Some(was), Some(is)) => {
                let (was, is) = (resolve(old.0, was), resolve(new.0, is));
                let verdicts = (BreakingForWriters, BreakingForReaders);
                findings.extend(content(&told, (old.0, was), (new.0, is), verdicts));
            }
            (Some(_), None) => {
                findings.push(Finding::new(BreakingForWriters, format!("{told} is gone")));
            }
            _ => findings.push(Finding::new(BreakingForReaders, format!("{told} is new"))),
        }
    }
    findings
}

fn content(
    told: &str,
    (old, was): (&Value, &Value),
    (new, is): (&Value, &Value),
    verdicts: (Verdict, Verdict),
) -> Vec<Finding> {
    let (left, right) = (object(was, "content"), object(is, "content"));
    let mut findings = Vec::new();
    for kind in left.keys().chain(right.keys()).collect::<BTreeSet<_>>() {
        match (left.get(kind), right.get(kind)) {
            (Some(was), Some(is)) => {
                let schemas = ((old, was.get("schema")), (new, is.get("schema")));
                findings.extend(schema(told, schemas, verdicts));
            }
            (Some(_), None) => {
                findings.push(Finding::new(verdicts.0, format!("{told} is no `{kind}` any more")));
            }
            _ => findings.push(Finding::new(verdicts.1, format!("{told} may be `{kind}` now"))),
        }
    }
    findings
}

/// A schema with the document that it stands in.
type Placed<'a> = (&'a Value, Option<&'a Value>);

/// Compares two schemas, each with the document that it stands in. The verdicts are for what is
/// lost and for what is new.
pub(super) fn schema(
    told: &str,
    ((old, was), (new, is)): (Placed<'_>, Placed<'_>),
    verdicts: (Verdict, Verdict),
) -> Vec<Finding> {
    let everything = Value::Bool(true);
    if was == is && was.is_none_or(refers) {
        // The same file, and files are compared by themselves.
        return Vec::new();
    }
    let was = was.map_or(&everything, |schema| resolve(old, schema));
    let is = is.map_or(&everything, |schema| resolve(new, schema));
    if plain(was) == plain(is) {
        return Vec::new();
    }
    if refers(was) || refers(is) {
        return vec![Finding::new(Undecided, format!("{told} refers to another schema"))];
    }
    let (was, is) = (Side::of(was), Side::of(is));
    let sides = [(&was, &is, verdicts.0, "fewer"), (&is, &was, verdicts.1, "more")];
    let found = sides.into_iter().filter_map(|(part, whole, verdict, word)| {
        let why = format!("{told} may be {word} than before");
        match difference(part, whole, Of::Closed) {
            Difference::Nothing => None,
            Difference::Document(witness) => {
                let mut finding = Finding::new(verdict, why);
                finding.example = Some(witness.document);
                Some(finding)
            }
            Difference::Unknown => Some(Finding::new(Undecided, why)),
        }
    });
    found.collect()
}

fn object(value: &Value, name: &str) -> Map<String, Value> {
    value.get(name).and_then(Value::as_object).cloned().unwrap_or_default()
}
