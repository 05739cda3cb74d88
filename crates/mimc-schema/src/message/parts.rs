//! What envelopes are made of.

use mimc_msg::MsgId;
use serde_json::{Map, Value, json};

use crate::document::Use;

/// `version`: any that the decoder takes.
pub(super) fn version() -> Value {
    json!({
        "description": "The version of the message format: 0. Of a later version only the envelope is known, not the body.",
        "type": "integer", "minimum": 0, "maximum": u32::MAX, "examples": [0],
    })
}

/// What holds of a message of version 0 whose kind, in this member, is one of these.
pub(super) fn rule(member: &str, kinds: &Value, then: &Value) -> Value {
    json!({
        "if": {
            "properties": { "version": { "type": "integer", "const": 0 }, member: kinds },
            "required": [member],
        },
        "then": then,
    })
}

/// The definitions of the header.
pub(super) fn header(usage: Use) -> Map<String, Value> {
    // Zeros in front are read, not written.
    let digits = if usage == Use::Read { "^0*[0-9]{1,19}$" } else { "^(0|[1-9][0-9]{0,18})$" };
    definitions([
        json!({
            "title": "MsgId",
            "description": "The application's own id of a message. Not unique in practice: alone it identifies nothing.",
            "type": "string", "minLength": 1, "maxLength": MsgId::MAX_LEN, "examples": ["TEXT_12345"],
        }),
        json!({
            "title": "TimestampMs", "description": "Milliseconds since 1970, as decimal text.",
            "type": "string", "pattern": digits, "examples": ["1516763973000"],
        }),
    ])
}

/// The definitions of the header and of the payloads that are objects.
pub(super) fn with_payloads(usage: Use) -> Map<String, Value> {
    let open = usage != Use::Write;
    let receipt = |title: &str, what: &str, key: &str| {
        json!({
            "title": title, "description": what, "type": "object",
            "properties": { key: { "type": "string", "minLength": 1, "examples": ["TEXT_12345"] } },
            "required": [key], "additionalProperties": open,
        })
    };
    let mut all = header(usage);
    all.extend(definitions([
        receipt("RecallPayload", "Which message is taken back.", "recall_msgId"),
        receipt("ReadPayload", "Which message has been read.", "read_msgId"),
        json!({
            "title": "FriendRequestPayload", "description": "Who asks for friendship.", "type": "object",
            "properties": {
                "add_requester": { "description": "The account that asks.", "type": "string", "examples": ["ada"] },
            },
            "required": ["add_requester"], "additionalProperties": open,
        }),
        json!({
            "title": "FriendResponsePayload", "description": "Who answers, and how.", "type": "object",
            "properties": {
                "add_responser": { "description": "The account that answers. It is really spelt so.", "type": "string", "examples": ["bo"] },
                "accepted": { "description": "Whether it accepts.", "type": "boolean", "examples": [true] },
            },
            "required": ["add_responser", "accepted"], "additionalProperties": open,
        }),
    ]));
    all
}

/// Definitions by their titles.
fn definitions<const N: usize>(schemas: [Value; N]) -> Map<String, Value> {
    let named = schemas
        .into_iter()
        .map(|schema| (schema["title"].as_str().unwrap_or_default().to_owned(), schema));
    named.collect()
}

/// Refuses the members of other dialects: a message with one of them is not of this one, or says something twice.
pub(super) fn refuse_others(schema: &mut Value) {
    for other in ["msgType", "type", "payload", "content"] {
        if schema["properties"].get(other).is_none() {
            schema["properties"][other] = false.into();
        }
    }
}
