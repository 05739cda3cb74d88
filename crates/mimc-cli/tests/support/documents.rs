//! The vectors of the HTTP API as documents for `mimc check`.

use std::collections::BTreeMap;

use mimc_testkit::answerer;
use mimc_testkit::vectors::{lines, raw, text};
use serde_json::Value;

use super::mimc;

/// The vectors of a file but for those of messages.
pub(crate) fn api_vectors(file: &str) -> impl Iterator<Item = Value> {
    let message = |vector: &Value| matches!(text(vector, "kind"), "message" | "history_payload");
    lines(file).into_iter().filter(move |vector| !message(vector))
}

/// The name of a vector's type, and its document.
pub(crate) fn document(vector: &Value) -> (String, Vec<u8>) {
    let raw = raw(vector);
    match text(vector, "kind") {
        "callback" => ("callback".into(), raw),
        "account" => ("account".into(), raw),
        "contact_payload" => ("contact-payload".into(), raw),
        "request" => request(&vector["context"], raw),
        _ => (format!("{}-response", answerer(vector, &raw)), raw),
    }
}

/// The name of a request by its method and path, and its body; without one, its text.
fn request(context: &Value, body: Vec<u8>) -> (String, Vec<u8>) {
    let Some(target) = context["target"].as_str() else { return ("push-p2p-request".into(), body) };
    let method = text(context, "method");
    let path = target.split('?').next().expect("a path");
    let path = path.strip_prefix('/').filter(|rest| rest.starts_with('/')).unwrap_or(path);
    let path = path.trim_end_matches('/');
    let found = endpoints().into_iter().find(|endpoint| {
        let template = text(endpoint, "path").trim_end_matches('/');
        let same = |(name, part): (&str, &str)| {
            name == part || name.starts_with('{') && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        text(endpoint, "method") == method
            && template.split('/').count() == path.split('/').count()
            && template.split('/').zip(path.split('/')).all(same)
    });
    // What meets no endpoint can be mistaken for one.
    let (name, input) = match &found {
        Some(endpoint) => (text(endpoint, "request").to_owned(), text(endpoint, "input")),
        None => ("dismiss-topic-request".to_owned(), "none"),
    };
    if input == "body" {
        return (name, body);
    }
    let mut request = format!("{method} {target}\n");
    // In the order of their names, whatever keeps the order of the vector elsewhere.
    let headers: BTreeMap<_, _> = context["headers"].as_object().expect("headers").iter().collect();
    for (name, value) in headers {
        request.extend([name, ": ", value.as_str().expect("a value"), "\n"]);
    }
    (name, request.into_bytes())
}

/// The endpoints as the program lists them.
pub(crate) fn endpoints() -> Vec<Value> {
    mimc("endpoints --json", "").json()
}
