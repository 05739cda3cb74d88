//! Who may call an operation, and how one proves it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::change;
use crate::keyword::is_annotation;
use crate::{Change, Finding, Verdict};

use Verdict::{BreakingForReaders, BreakingForWriters, Compatible};

/// The names of the proofs that are needed together, with their scopes.
type Way = BTreeSet<String>;

/// Compares who may call: `(openapi, operation)`.
pub(super) fn compare(old: (&Value, &Value), new: (&Value, &Value)) -> Vec<Finding> {
    let (was, is) = (ways(old), ways(new));
    let opens = |way: &Way, ways: &BTreeSet<Way>| ways.iter().any(|needed| needed.is_subset(way));
    let mut findings = Vec::new();
    if !was.iter().all(|way| opens(way, &is)) {
        let why = "a caller with the proof that was enough is turned away: security changed";
        findings.push(Finding::new(BreakingForWriters, why));
    }
    if !is.iter().all(|way| opens(way, &was)) {
        let why = "a proof that is enough now was not: security changed";
        findings.push(Finding::new(BreakingForReaders, why));
    }
    if findings.is_empty() && was != is {
        findings.push(Finding::new(Compatible, "security is written in another form"));
    }
    findings
}

/// The ways in; without `security` there is one that needs nothing.
fn ways((openapi, operation): (&Value, &Value)) -> BTreeSet<Way> {
    let told = operation.get("security").or_else(|| openapi.get("security"));
    let told = told.and_then(Value::as_array).filter(|ways| !ways.is_empty());
    let way = |way: &Value| {
        let proofs = way.as_object().into_iter().flatten();
        proofs.map(|(name, scopes)| format!("{name} {scopes}")).collect()
    };
    told.map_or_else(|| [Way::new()].into(), |ways| ways.iter().map(way).collect())
}

/// The definitions of the proofs.
pub(super) fn schemes(old: &Value, new: &Value) -> Vec<Change> {
    let all = |openapi: &Value| {
        let schemes = openapi.pointer("/components/securitySchemes").and_then(Value::as_object);
        schemes.cloned().unwrap_or_default()
    };
    let bare = |scheme: &Value| {
        let mut scheme = scheme.clone();
        if let Value::Object(members) = &mut scheme {
            members.retain(|name, _| !is_annotation(name));
        }
        scheme
    };
    let (old, new) = (all(old), all(new));
    let differ =
        |(name, was): &(&String, &Value)| new.get(*name).is_none_or(|is| bare(is) != bare(was));
    let changed = old.iter().filter(differ).map(|(name, _)| {
        let pointer = format!("/components/securitySchemes/{name}");
        let why = "the proof is given in another way, or not at all";
        let findings = [BreakingForReaders, BreakingForWriters].map(|v| Finding::new(v, why));
        change(name, vec![pointer], findings.into())
    });
    changed.collect()
}
