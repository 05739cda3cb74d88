//! What the lines of both files have.

use serde_json::{Value, json};

use super::parts::{Members, id, map, object, of, text, words};

/// What `raw` may be; messages first.
pub(super) const KINDS: [&str; 15] = [
    "message",
    "history_payload",
    "request",
    "token_response",
    "push_response",
    "topic_response",
    "history_response",
    "extra_update_response",
    "contact_response",
    "blacklist_response",
    "uctopic_response",
    "error_response",
    "callback",
    "account",
    "contact_payload",
];

/// The members in front of the verdict.
pub(super) fn members() -> Members {
    vec![
        (
            "id",
            json!({
                "description": "The name of the line, unique over both files.",
                "type": "string", "pattern": "^[A-Za-z0-9_-]+$", "examples": ["m1-text"],
            }),
        ),
        (
            "reason",
            json!({
                "description": "What the line shows, in a sentence.", "type": "string", "minLength": 1,
            }),
        ),
        (
            "source",
            json!({
                "description": "Where the text was seen, or what it is after.", "type": "string", "minLength": 1,
            }),
        ),
        ("kind", words("What the text is.", &KINDS)),
        ("context", of("Context", "What travels beside the text.")),
        ("raw", text("The text: its UTF-8 is what is read.")),
        (
            "raw_b64",
            json!({
                "description": "The bytes, in place of raw, where they are no UTF-8 or begin with a byte order mark.",
                "type": "string", "contentEncoding": "base64", "pattern": "^[A-Za-z0-9+/]*={0,2}$",
            }),
        ),
        ("schemas", of("Schemas", "What a validator says with each document that applies.")),
    ]
}

/// What travels beside a text.
pub(super) fn context() -> Value {
    let what = "What travels beside the text: the type beside a message, or the head of a request.";
    object(
        "Context",
        what,
        vec![
            ("biz_type", text("The type beside a message; absent is the same as empty.")),
            (
                "method",
                words("The method of a request.", &["GET", "POST", "PUT", "PATCH", "DELETE"]),
            ),
            ("target", text("The path and query of a request.")),
            ("headers", map("The headers of a request by name.", text("Its value."))),
            ("operation", text("To what an answer is, where its kind does not say it.")),
            ("requested_app_id", id("The application that a token was asked for.")),
            ("app_secret", text("The secret to verify a callback with; made up.")),
        ],
        &[],
    )
}

/// The verdicts of the documents.
pub(super) fn schemas() -> Value {
    let what = "Whether the document of this name, as index.json lists it, allows the text.";
    json!({
        "title": "Schemas",
        "description": "The verdict of each document that applies to the text. Absent where JSON parsers or patterns of \
            languages differ on the text.",
        "type": "object",
        "propertyNames": { "type": "string", "pattern": "^[a-z0-9-]+([.]strict)?$" },
        "additionalProperties": { "description": what, "type": "boolean" },
    })
}
