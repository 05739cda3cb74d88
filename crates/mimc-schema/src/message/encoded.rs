//! Envelopes whose kind is a code, or travels beside them. Of version 0 alone: so their bodies have a type.

use mimc_msg::{Dialect, Kind};
use serde_json::{Value, json};

use super::parts;
use crate::document::Use;

pub(super) fn schema(dialect: Dialect, usage: Use) -> Value {
    let strict = usage == Use::Write;
    let body = dialect.body_member();
    let version = json!({ "description": "The version of the message format.", "type": "integer", "const": 0 });
    let mut properties = json!({ "version": version, "msgId": { "$ref": "#/$defs/MsgId" } });
    let mut required: Vec<&str> = if strict { vec!["version", "msgId"] } else { vec!["msgId"] };
    if let Some(member) = dialect.type_member() {
        properties[member] =
            json!({ "description": "The code of the kind.", "type": "integer", "examples": [103] });
        required.push(member);
    }
    properties["timestamp"] = timestamp(dialect);
    required.push("timestamp");
    if strict && !dialect.is_base64() {
        // Where the body is plain, every kind has one.
        required.push(body);
    }
    properties[body] = if dialect.is_base64() { base64() } else { plain() };
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": !strict,
        "$defs": parts::header(usage),
    });
    if dialect.is_timestamp_number() {
        schema["$defs"].as_object_mut().map(|definitions| definitions.shift_remove("TimestampMs"));
    }
    if let Some(member) = dialect.type_member() {
        schema["allOf"] = rules(member, body);
    }
    if !strict {
        parts::refuse_others(&mut schema);
    }
    schema
}

fn timestamp(dialect: Dialect) -> Value {
    if dialect.is_timestamp_number() {
        json!({
            "description": "Milliseconds since 1970. More than 2^53 fits no JavaScript number, and is read by few.",
            "type": "integer", "minimum": 0, "maximum": 9_007_199_254_740_991_u64, "examples": [1_516_763_973_000_u64],
        })
    } else {
        json!({ "$ref": "#/$defs/TimestampMs" })
    }
}

fn base64() -> Value {
    json!({
        "description": "The body, as base64 (RFC 4648, section 4, padded, in one line).",
        "type": "string", "contentEncoding": "base64", "pattern": "^[A-Za-z0-9+/]*={0,2}$", "examples": ["aGk="],
    })
}

fn plain() -> Value {
    json!({
        "description": "The body; its form follows from the kind.",
        "anyOf": [{ "type": "string" }, {
            "description": "The payload of a receipt, a friend request or its answer.",
            "type": "object", "additionalProperties": true,
        }],
    })
}

/// The codes of kinds that need a body; what a receipt or answer to a friend request must say.
fn rules(member: &str, body: &str) -> Value {
    let codes = |wanted: fn(&Kind<'_>) -> bool| -> Vec<u16> {
        Kind::documented().filter(wanted).filter_map(|kind| kind.code()).collect()
    };
    let rule = |codes: Vec<u16>, payload: Value| {
        let kinds = json!({ "type": "integer", "enum": codes });
        parts::rule(member, &kinds, &json!({ "properties": { body: payload }, "required": [body] }))
    };
    json!([
        rule(codes(|kind| matches!(kind, Kind::Text | Kind::File(_))), json!({ "type": "string" })),
        rule(
            codes(|kind| matches!(kind, Kind::Recall(_) | Kind::Read(_))),
            json!({ "type": "string", "minLength": 1 })
        ),
        rule(
            codes(|kind| *kind == Kind::FriendResponse),
            json!({
                "description": "Base64 of true or false.", "type": "string", "enum": ["dHJ1ZQ==", "ZmFsc2U="],
            })
        ),
    ])
}
