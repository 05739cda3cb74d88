//! The parameters of an operation.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::body::schema;
use super::resolve::resolve;
use crate::{Finding, Verdict};

use Verdict::{BreakingForReaders, BreakingForWriters, Compatible};

type Parameters<'a> = BTreeMap<(String, String), &'a Value>;

/// Compares the parameters of the operation and of its path: `(openapi, path item, operation)`.
pub(super) fn compare(
    old: (&Value, &Value, &Value),
    new: (&Value, &Value, &Value),
) -> Vec<Finding> {
    let (left, right) = (parameters(old), parameters(new));
    let names: BTreeSet<_> = left.keys().chain(right.keys()).collect();
    let mut findings = Vec::new();
    for name in names {
        let told = format!("the {} parameter `{}`", name.0, name.1);
        match (left.get(name), right.get(name)) {
            (Some(was), None) => {
                let why = format!("{told} is gone");
                findings.push(Finding::new(BreakingForWriters, why));
                if required(was) {
                    let why = format!("{told} is gone, and the old version needs it");
                    findings.push(Finding::new(BreakingForReaders, why));
                }
            }
            (None, Some(is)) if required(is) => {
                let why = format!("{told} is new and required");
                findings.push(Finding::new(BreakingForWriters, why));
            }
            (None, Some(_)) => {
                findings.push(Finding::new(Compatible, format!("{told} is new and optional")));
            }
            (Some(was), Some(is)) => {
                match (required(was), required(is)) {
                    (false, true) => {
                        let why = format!("{told} is required now");
                        findings.push(Finding::new(BreakingForWriters, why));
                    }
                    (true, false) => {
                        let why = format!("{told} is optional now, and the old version needs it");
                        findings.push(Finding::new(BreakingForReaders, why));
                    }
                    _ => {}
                }
                if form(was) != form(is) {
                    let why = format!("{told} is written in another form");
                    findings.push(Finding::new(BreakingForWriters, why));
                }
                let schemas = ((old.0, was.get("schema")), (new.0, is.get("schema")));
                findings.extend(schema(&told, schemas, (BreakingForWriters, BreakingForReaders)));
            }
            (None, None) => {}
        }
    }
    findings
}

fn parameters<'a>((root, item, operation): (&'a Value, &'a Value, &'a Value)) -> Parameters<'a> {
    // What the operation says goes before what its path says.
    let lists = [item, operation].into_iter().filter_map(|it| it.get("parameters")?.as_array());
    let all = lists.flatten().map(|parameter| resolve(root, parameter));
    let word = |parameter: &Value, key: &str| {
        parameter.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    all.map(|parameter| ((word(parameter, "in"), word(parameter, "name")), parameter)).collect()
}

fn required(parameter: &Value) -> bool {
    parameter.get("required") == Some(&Value::Bool(true))
}

/// How it is written into the URL.
fn form(parameter: &Value) -> Value {
    let get = |key: &str| parameter.get(key);
    json!([get("style"), get("explode"), get("allowReserved"), get("content")])
}
