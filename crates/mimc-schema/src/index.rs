//! `index.json`: which file is for what.

use serde_json::{Value, json};

use crate::document::Document;

/// The list of the documents.
pub(crate) fn index(documents: &[Document]) -> Value {
    let entries = documents.iter().map(|document| {
        json!({
            "name": document.name,
            "id": document.id(),
            "path": document.path(),
            "contract": document.usage.name(),
            "description": first_sentence(document.schema["description"].as_str().unwrap_or_default()),
        })
    });
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "openapi": "openapi.json",
        "vectors": ["vectors/accept.jsonl", "vectors/refuse.jsonl"],
        "documents": entries.collect::<Vec<_>>(),
    })
}

/// What stands before the first full stop.
pub(crate) fn first_sentence(text: &str) -> &str {
    let stops = [". ", ".\n"].into_iter().filter_map(|stop| text.find(stop));
    let end = stops.min().map_or(text.len(), |at| at + 1);
    &text[..end]
}
