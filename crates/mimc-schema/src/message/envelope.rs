//! The manual's envelopes, whose payload follows from the kind: `msgType`, and later `type`.

use serde_json::{Value, json};

use super::parts;
use crate::document::Use;

/// `TEXT`, or words before `_FILE`.
const CONTENT: &str = "(TEXT|[A-Z0-9]+(_[A-Z0-9]+)*_FILE)";

/// The kinds of a payload: a pattern of `msgType`, and the payload.
fn payloads() -> [(String, Value); 6] {
    let text = |what: &str| json!({ "description": what, "type": "string" });
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    [
        ("^P[IO]NG$".to_owned(), text("The sender's account.")),
        (format!("^{CONTENT}$"), text("The text, or the URL of the file.")),
        (format!("^{CONTENT}_RECALL$"), of("RecallPayload")),
        (format!("^{CONTENT}_READ$"), of("ReadPayload")),
        ("^ADD_FRIEND_REQUEST$".to_owned(), of("FriendRequestPayload")),
        ("^ADD_FRIEND_RESPONSE$".to_owned(), of("FriendResponsePayload")),
    ]
}

/// Whether a message of these kinds may come without a body, though none should be sent so.
fn may_lack(pattern: &str) -> bool {
    matches!(pattern, "^P[IO]NG$" | "^ADD_FRIEND_REQUEST$")
}

/// The envelope whose kind stands in this member.
pub(super) fn schema(member: &str, usage: Use) -> Value {
    let strict = usage == Use::Write;
    let rules = payloads().into_iter().map(|(pattern, payload)| {
        let mut then = json!({ "properties": { "payload": payload } });
        if strict || !may_lack(&pattern) {
            then["required"] = json!(["payload"]);
        }
        parts::rule(member, &json!({ "type": "string", "pattern": pattern }), &then)
    });
    let rules: Vec<Value> = rules.collect();
    let mut schema = json!({
        "type": "object",
        "properties": {
            "version": parts::version(),
            "msgId": { "$ref": "#/$defs/MsgId" },
            member: {
                "description": "The kind of the message: any text but the empty one and bare digits. Kinds that are not \
                    known carry any payload.",
                "type": "string", "pattern": "[^0-9]", "examples": ["TEXT", "PIC_FILE", "TEXT_RECALL"],
            },
            "timestamp": { "$ref": "#/$defs/TimestampMs" },
            "payload": { "description": "The body; its form follows from the kind." },
        },
        "required": ["msgId", member, "timestamp"],
        "additionalProperties": !strict,
        "allOf": rules,
        "$defs": parts::with_payloads(usage),
    });
    if strict {
        schema["required"] = json!(["version", "msgId", member, "timestamp"]);
    } else {
        parts::refuse_others(&mut schema);
    }
    schema
}
