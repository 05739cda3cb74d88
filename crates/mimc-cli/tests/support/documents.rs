//! The vectors of the HTTP API as documents for `mimc check`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::{answerer, mimc, vectors};

/// The vectors of a file but for those of messages.
pub(crate) fn api_vectors(file: &str) -> impl Iterator<Item = Value> {
    let message = |vector: &Value| matches!(text(vector, "kind"), "message" | "history_payload");
    vectors(file).into_iter().filter(move |vector| !message(vector))
}

/// The name of a vector's type, and its document.
pub(crate) fn document(vector: &Value) -> (String, Vec<u8>) {
    let raw = match vector["raw_b64"].as_str() {
        Some(base64) => STANDARD.decode(base64).expect("base64"),
        None => text(vector, "raw").as_bytes().to_vec(),
    };
    match text(vector, "kind") {
        "callback" => ("callback".into(), raw),
        "account" => ("account".into(), raw),
        "contact_payload" => ("contact-payload".into(), raw),
        "request" => request(&vector["context"], raw),
        _ => (format!("{}-response", answerer::answerer(vector, &raw)), raw),
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
    for (name, value) in context["headers"].as_object().expect("headers") {
        request.extend([name, ": ", value.as_str().expect("a value"), "\n"]);
    }
    (name, request.into_bytes())
}

/// The endpoints as the program lists them.
pub(crate) fn endpoints() -> Vec<Value> {
    mimc("endpoints --json", "").json()
}

#[track_caller]
pub(crate) fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} in {value}"))
}
