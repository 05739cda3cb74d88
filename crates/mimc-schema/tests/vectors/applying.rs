//! What a document sees of a line, and which documents apply to it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_api::{Input, endpoints};
use mimc_msg::{Codec, Dialect, Message, Scratch};
use mimc_testkit::answerer;
use mimc_testkit::vectors::{raw, text};
use serde_json::Value;

/// The text of a line: of a message from the history, what the base64 stands for.
pub(crate) fn document_text(vector: &Value) -> Option<Vec<u8>> {
    let raw = raw(vector);
    if text(vector, "kind") == "history_payload" { STANDARD.decode(raw).ok() } else { Some(raw) }
}

/// The names of the documents that apply to a line, the one for reading first.
pub(crate) fn documents(vector: &Value, bytes: &[u8]) -> Vec<String> {
    match text(vector, "kind") {
        "message" | "history_payload" => of_message(dialect(vector, bytes)),
        "account" | "contact_payload" => Vec::new(),
        "callback" => both("callback"),
        "request" => {
            asked(&vector["context"]).map_or_else(Vec::new, |name| both(&format!("{name}-request")))
        }
        _ => both(&format!("{}-response", answerer(vector, bytes))),
    }
}

fn both(name: &str) -> Vec<String> {
    vec![name.to_owned(), format!("{name}.strict")]
}

fn of_message(dialect: Option<Dialect>) -> Vec<String> {
    let others = dialect.filter(|dialect| *dialect != Dialect::MANUAL_V1);
    let mut names = both(others.map_or("message", |dialect| dialect.name()));
    names.push(if others.is_some() { "message" } else { "known-message" }.to_owned());
    names
}

/// The official dialect of a line: the expected one, or that which a reader finds in what it flags.
fn dialect(vector: &Value, bytes: &[u8]) -> Option<Dialect> {
    if let Some(name) = vector["expect"]["dialect"].as_str() {
        return name.parse().ok();
    }
    let biz_type = vector["context"]["biz_type"].as_str().unwrap_or_default();
    let mut scratch = Scratch::new();
    let read = Codec::new().biz_type(biz_type).read_with(bytes, &mut scratch);
    read.and_then(Message::into_envelope).ok()?.dialect
}

/// The endpoint whose body a request has; the lines without a context are of a push.
fn asked(context: &Value) -> Option<&'static str> {
    if context.is_null() {
        return Some("push-p2p");
    }
    let path = text(context, "target").split('?').next()?;
    let facts = endpoints::find(&text(context, "method").parse().ok()?, path)?;
    matches!(facts.input, Input::Body).then_some(facts.name)
}
