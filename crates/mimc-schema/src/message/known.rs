//! The documented kinds as a closed union, for generators of code.

use mimc_msg::Kind;
use serde_json::{Map, Value, json};

use super::parts;
use crate::document::Use;
use crate::names::pascal;

/// The union, and one definition for each kind.
pub(crate) fn schema() -> Value {
    let branches: Vec<Value> =
        names().map(|(name, _)| json!({ "$ref": format!("#/$defs/{name}") })).collect();
    json!({
        "title": "KnownMessage",
        "description": "A message of a documented kind, for generators of code. Other kinds are legal too, and new ones may be \
            listed here: keep a default branch, and check what is received with message.schema.json.",
        "oneOf": branches,
        "$defs": definitions(),
    })
}

/// The definitions of all kinds, and what they use.
fn definitions() -> Map<String, Value> {
    let mut definitions = parts::with_payloads(Use::Codegen);
    definitions.extend(Kind::documented().map(|kind| (name(&kind), definition(&kind))));
    definitions
}

/// The name of each definition of a kind, and the kind.
pub(crate) fn names() -> impl Iterator<Item = (String, Kind<'static>)> {
    Kind::documented().map(|kind| (name(&kind), kind))
}

/// `TEXT_RECALL`: `TextRecallMessage`.
fn name(kind: &Kind<'_>) -> String {
    pascal(&kind.to_text()) + "Message"
}

fn definition(kind: &Kind<'_>) -> Value {
    let payload = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let text = |what: &str, example: &str| json!({ "description": what, "type": "string", "examples": [example] });
    let content = kind.content().map(|content| content.to_string()).unwrap_or_default();
    let (what, payload) = match kind {
        Kind::Ping => (
            "Asks whether the other side is online.".to_owned(),
            text("The sender's account.", "ada"),
        ),
        Kind::Pong => ("Answers a ping.".to_owned(), text("The sender's account.", "bo")),
        Kind::Text => ("A text.".to_owned(), text("The text.", "hi")),
        Kind::File(medium) => (
            format!("A file of the medium {medium}."),
            text("The URL of the file.", "https://files.example/1"),
        ),
        Kind::Recall(_) => {
            (format!("Takes back a message of the kind {content}."), payload("RecallPayload"))
        }
        Kind::Read(_) => (
            format!("Says that a message of the kind {content} has been read."),
            payload("ReadPayload"),
        ),
        Kind::FriendRequest => ("Asks for friendship.".to_owned(), payload("FriendRequestPayload")),
        Kind::FriendResponse => {
            ("Accepts or declines it.".to_owned(), payload("FriendResponsePayload"))
        }
        // The test `every_documented_kind_has_a_payload` names a kind that comes here.
        other => (format!("A message of the kind {other}."), json!({ "description": "Any JSON." })),
    };
    json!({
        "title": name(kind),
        "description": what,
        "type": "object",
        "properties": {
            "version": parts::version(),
            "msgId": { "$ref": "#/$defs/MsgId" },
            "msgType": { "type": "string", "const": kind.to_string() },
            "timestamp": { "$ref": "#/$defs/TimestampMs" },
            "payload": payload,
        },
        "required": ["version", "msgId", "msgType", "timestamp", "payload"],
        "additionalProperties": true,
    })
}
