//! What is expected of a message.

use serde_json::json;

use super::parts::{Members, flag, flags, id, map, millis, text, text_or_null, words};

/// The dialect, the header, and the body by its form.
pub(super) fn members() -> Members {
    let mut members = header();
    members.extend(body());
    members.extend(foreign());
    members.push(("flags", flags()));
    members
}

fn header() -> Members {
    vec![
        (
            "dialect",
            text("An official dialect, or the name of a foreign format; raw is a bare text."),
        ),
        ("msg_type", text_or_null("The kind; null where there is none or an unknown code.")),
        ("msg_type_source", text("Where the kind stood.")),
        (
            "type_raw",
            json!({
                "description": "The code as it came, where it is unknown.", "anyOf": [{ "type": "integer" }, { "type": "string" }],
            }),
        ),
        ("known_type", flag("Whether the kind is a documented one.")),
        (
            "type_hint_from_msg_id",
            text("What the prefix of the msgId hints at; it decides nothing."),
        ),
        ("msg_id", text_or_null("The msgId.")),
        (
            "version",
            json!({
                "description": "The version.", "type": ["integer", "null"], "minimum": 0, "maximum": u32::MAX,
            }),
        ),
        ("version_json", text("The JSON type of the version, where it is not a number.")),
        ("timestamp_ms", millis("When it was written.")),
        ("timestamp_json", words("The JSON type of the timestamp.", &["string", "number"])),
        ("timestamp_unit", text("The unit on the wire, where it is not milliseconds.")),
    ]
}

fn body() -> Members {
    let forms = [
        "none",
        "account",
        "text",
        "url",
        "target_msg_id",
        "friend_request",
        "friend_response",
        "bytes",
        "object",
        "json_string",
    ];
    vec![
        (
            "payload_kind",
            words("The form of the body, which says which of the next members hold it.", &forms),
        ),
        ("account", text("The account of a ping or pong, or of a request.")),
        ("text", text("The text.")),
        ("url", text("The URL of a file.")),
        ("target_msg_id", text("The message that a recall or receipt names.")),
        ("requester", text("Who asks for friendship.")),
        ("responder", text("Who answers that.")),
        ("accepted", flag("Whether the answer is yes.")),
        ("payload_hex", text("Bytes in hexadecimal digits.")),
        (
            "object",
            json!({
                "description": "The object as it came.", "type": "object", "additionalProperties": true,
            }),
        ),
        (
            "object_ids",
            map("Integers of the object that fit no double, as decimal text.", text("The digits.")),
        ),
    ]
}

/// Of foreign formats, which this project does not take apart.
fn foreign() -> Members {
    vec![
        ("app_id", id("The application in a foreign payload.")),
        ("from", text("The sender in a foreign envelope.")),
        ("to", text("The receiver in a foreign envelope.")),
        ("key", text("The key of a foreign envelope, as decimal text.")),
        ("transfer_account", text("Whom a foreign conversation is handed on to.")),
        ("text_percent_decoded", text("The text once percent-decoded.")),
    ]
}
