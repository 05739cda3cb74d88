//! The two versions of one operation.

use serde_json::Value;

use super::{body, parameter, security};
use crate::{Finding, Verdict};

/// What changed in an operation that both versions have; nothing where only the wording did.
///
/// Callers write requests and servers read them; with answers it is the other way round.
pub(super) fn compare((old, new): (&Value, &Value), (path, method): (&str, &str)) -> Vec<Finding> {
    let item = |openapi: &Value| openapi["paths"][path].clone();
    let (old_item, new_item) = (item(old), item(new));
    let (was, is) = (&old_item[method], &new_item[method]);
    let mut findings = Vec::new();
    let id = |operation: &Value| operation.get("operationId").cloned();
    if let Some(name) = id(was).filter(|_| id(was) != id(is)) {
        let why = format!(
            "its operationId was {name}: the same on the wire, but the code of callers that is \
             generated from it does not build any more"
        );
        findings.push(Finding::new(Verdict::BreakingForWriters, why));
    }
    findings.extend(parameter::compare((old, &old_item, was), (new, &new_item, is)));
    findings.extend(security::compare((old, was), (new, is)));
    findings.extend(body::request((old, was), (new, is)));
    findings.extend(body::answers((old, was), (new, is)));
    findings
}
