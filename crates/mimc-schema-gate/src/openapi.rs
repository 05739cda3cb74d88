//! The table of operations of the two versions of `openapi.json`.
//!
//! The bodies are the schemas of the files and are judged there; here it counts only whether an
//! operation still refers to the same ones.

mod body;
mod operation;
mod parameter;
mod resolve;
mod security;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::pointer::{differing, escaped};
use crate::{Change, Finding, Verdict};

use Verdict::{BreakingForReaders, BreakingForWriters, Compatible, Undecided};

const FILE: &str = "openapi.json";
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// What changed in the operations, if anything did.
pub(crate) fn compare(old: Option<&Value>, new: Option<&Value>) -> Vec<Change> {
    match (old, new) {
        (Some(old), Some(new)) => both(old, new),
        (Some(_), None) => vec![change(FILE, Vec::new(), gone())],
        (None, Some(_)) => {
            vec![change(FILE, Vec::new(), vec![Finding::new(Compatible, "it is new")])]
        }
        (None, None) => Vec::new(),
    }
}

fn both(old: &Value, new: &Value) -> Vec<Change> {
    if old == new {
        return Vec::new();
    }
    let (left, right) = (operations(old), operations(new));
    let names: BTreeSet<&(String, String)> = left.keys().chain(right.keys()).collect();
    let mut changes = Vec::new();
    for name in names {
        let (path, method) = name;
        let findings = match (left.get(name), right.get(name)) {
            (Some(_), None) => gone(),
            (None, Some(_)) => vec![Finding::new(Compatible, "it is new")],
            _ => operation::compare((old, new), (path, method)),
        };
        if !findings.is_empty() {
            let place = format!("/paths/{}/{method}", escaped(path));
            let name = format!("{} {path}", method.to_uppercase());
            changes.push(change(&name, vec![place], findings));
        }
    }
    changes.extend(security::schemes(old, new));
    changes.extend(rest(old, new, changes.is_empty()));
    changes
}

/// The operations by path and method.
fn operations(openapi: &Value) -> BTreeMap<(String, String), &Value> {
    let paths = openapi.get("paths").and_then(Value::as_object);
    let all = paths.into_iter().flatten().flat_map(|(path, item)| {
        let named =
            move |method: &&str| Some(((path.clone(), (*method).into()), item.get(*method)?));
        METHODS.iter().filter_map(named)
    });
    all.collect()
}

/// What changed outside of the operations, or inside of them without any effect.
fn rest(old: &Value, new: &Value, quiet: bool) -> Option<Change> {
    let head = |openapi: &Value| json!([openapi.get("openapi"), openapi.get("jsonSchemaDialect")]);
    let mut findings = Vec::new();
    if head(old) != head(new) {
        findings.push(Finding::new(Undecided, "the version of OpenAPI or the dialect changed"));
    }
    let urls = |openapi: &Value| {
        let servers = openapi.get("servers").and_then(Value::as_array).cloned();
        let urls = servers.into_iter().flatten();
        urls.filter_map(|server| Some(server.get("url")?.as_str()?.to_owned())).collect()
    };
    let (was, is): (BTreeSet<String>, BTreeSet<String>) = (urls(old), urls(new));
    for url in was.difference(&is) {
        let why = format!("the server `{url}` is gone");
        findings.push(Finding::new(BreakingForWriters, why));
    }
    if quiet && findings.is_empty() {
        findings.push(Finding::new(Compatible, "no operation changed on the wire"));
    }
    (!findings.is_empty()).then(|| change(FILE, differing(old, new), findings))
}

fn gone() -> Vec<Finding> {
    [BreakingForReaders, BreakingForWriters]
        .map(|verdict| Finding::new(verdict, "it is gone"))
        .into()
}

fn change(name: &str, pointers: Vec<String>, findings: Vec<Finding>) -> Change {
    Change { name: name.into(), file: FILE.into(), pointers, findings }
}
