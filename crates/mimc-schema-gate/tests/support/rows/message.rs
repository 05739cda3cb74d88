//! Edits of an answer, of an envelope with conditions, and of a closed union.

use serde_json::{Value, json};

use super::{Row, gone, put};
use crate::support::edit::{ANSWER, ENVELOPE, KNOWN};

#[rustfmt::skip]
pub(crate) fn answers() -> Vec<Row> {
    vec![
        ("answer: new member of a topic", ANSWER, vec![put("/$defs/Topic/properties/owner", json!({"$ref": "#/$defs/Member"}))], "ok"),
        ("answer: new member of a member", ANSWER, vec![put("/$defs/Member/properties/nick", json!({"type": ["string", "null"]}))], "ok"),
        ("answer: member of a member required", ANSWER, vec![put("/$defs/Member/required/-", json!("uuid"))], "w"),
        ("answer: identifier of any form", ANSWER, vec![gone("/$defs/Topic/properties/topicId/pattern")], "r"),
        ("answer: never null", ANSWER, vec![gone("/properties/data/anyOf/1")], "w"),
        ("answer: a list too", ANSWER, vec![put("/properties/data/anyOf/-", json!({"type": "array", "items": {"$ref": "#/$defs/Topic"}}))], "r"),
        ("answer: anyOf to oneOf", ANSWER, vec![gone("/properties/data/anyOf"), put("/properties/data/oneOf", json!([{"$ref": "#/$defs/Topic"}, {"type": "null"}]))], "ok"),
        ("answer: code is a word", ANSWER, vec![put("/properties/code/type", json!("string"))], "rw"),
    ]
}

#[rustfmt::skip]
pub(crate) fn envelopes() -> Vec<Row> {
    let condition = |kind: &str, payload: Value| json!({
        "if": {"properties": {"msgType": {"const": kind}}, "required": ["msgType"]},
        "then": {"properties": {"payload": payload}, "required": ["payload"]},
    });
    vec![
        ("envelope: new member", ENVELOPE, vec![put("/properties/sequence", json!({"type": "integer"}))], "ok"),
        ("envelope: new member of a body", ENVELOPE, vec![put("/$defs/File/properties/md5", json!({"type": "string"}))], "ok"),
        ("envelope: member of a body required", ENVELOPE, vec![put("/$defs/File/required/-", json!("size"))], "w"),
        ("envelope: member of a body not required", ENVELOPE, vec![gone("/$defs/Recall/required/0")], "r"),
        ("envelope: url narrower", ENVELOPE, vec![put("/$defs/File/properties/url/pattern", json!("^https://[^ ]+$"))], "w"),
        ("envelope: condition added", ENVELOPE, vec![put("/allOf/-", condition("STICKER", json!({"type": "object"})))], "w"),
        ("envelope: condition that follows", ENVELOPE, vec![put("/allOf/-", condition("TEXT", json!({"type": ["string", "null"]})))], "ok"),
        ("envelope: condition gone", ENVELOPE, vec![gone("/allOf/2")], "r"),
        ("envelope: constant of a condition", ENVELOPE, vec![put("/allOf/0/if/properties/msgType/const", json!("TEXT2"))], "rw"),
        ("envelope: word of a condition added", ENVELOPE, vec![put("/allOf/1/if/properties/msgType/enum/-", json!("AUDIO_FILE"))], "w"),
        ("envelope: word of a condition gone", ENVELOPE, vec![gone("/allOf/1/if/properties/msgType/enum/0")], "r"),
        ("envelope: consequence another", ENVELOPE, vec![put("/allOf/4/then/properties/payload", json!({"$ref": "#/$defs/Friend"}))], "rw"),
        ("envelope: consequence wider", ENVELOPE, vec![put("/allOf/0/then/properties/payload/type", json!(["string", "null"]))], "r"),
        ("envelope: payload not needed", ENVELOPE, vec![gone("/allOf/0/then/required")], "r"),
        ("envelope: conditions in another order", ENVELOPE, vec![
            put("/allOf/4", condition("PONG", json!({"$ref": "#/$defs/Account"}))), put("/allOf/5", condition("PING", json!({"$ref": "#/$defs/Account"}))),
        ], "ok"),
        ("envelope: time of any length", ENVELOPE, vec![put("/properties/timestamp/pattern", json!("^[0-9]+$"))], "r"),
        ("envelope: encoding gone", ENVELOPE, vec![gone("/$defs/Friend/properties/text/contentEncoding")], "?"),
    ]
}

#[rustfmt::skip]
pub(crate) fn unions() -> Vec<Row> {
    let sticker = json!({"type": "object", "properties": {"msgType": {"const": "STICKER"}}, "required": ["msgType"], "additionalProperties": false});
    vec![
        ("union: branch added", KNOWN, vec![put("/$defs/Sticker", sticker), put("/oneOf/-", json!({"$ref": "#/$defs/Sticker"}))], "ok"),
        ("union: branch gone", KNOWN, vec![gone("/oneOf/1")], "rw"),
        ("union: oneOf to anyOf", KNOWN, vec![gone("/oneOf"), put("/anyOf", json!([{"$ref": "#/$defs/Text"}, {"$ref": "#/$defs/Ping"}, {"$ref": "#/$defs/Picture"}]))], "ok"),
        ("union: constant another", KNOWN, vec![put("/$defs/Ping/properties/msgType/const", json!("PONG"))], "rw"),
        ("union: member added", KNOWN, vec![put("/$defs/Text/properties/timestamp", json!({"type": "string"}))], "ok"),
        ("union: member gone", KNOWN, vec![gone("/$defs/Picture/properties/payload/properties/size")], "rw"),
        ("union: branches overlap", KNOWN, vec![put("/$defs/Ping/properties/msgType/const", json!("TEXT"))], "rw"),
        ("union: branches in another order", KNOWN, vec![put("/oneOf/0", json!({"$ref": "#/$defs/Ping"})), put("/oneOf/1", json!({"$ref": "#/$defs/Text"}))], "ok"),
        ("union: wording", KNOWN, vec![put("/description", json!("One of the known."))], "ok"),
    ]
}
