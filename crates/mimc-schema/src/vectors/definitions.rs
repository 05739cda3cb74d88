//! The objects inside what is expected: messages, groups, contacts.

use serde_json::{Value, json};

use super::parts::{flag, id, list, millis, object, text, text_or_null};

/// Each under its title.
pub(super) fn all() -> [Value; 8] {
    let sent = || {
        vec![
            ("sequence", id("Its number.")),
            ("from_account", text("The sender.")),
            ("to_account", text("The receiver.")),
            ("biz_type", text("The type beside it.")),
            ("payload_utf8", text("Its payload, decoded.")),
            ("extra", text_or_null("Its extra text.")),
        ]
    };
    let last = [
        vec![
            ("from_uuid", id("The sender, as MIMC numbers them.")),
            ("to_uuid", id("The receiver, as MIMC numbers them.")),
        ],
        sent(),
    ];
    let stored = [sent(), vec![("ts_ms", millis("When the server took it."))]];
    [
        object("Message", "A stored message.", stored.concat(), &["sequence"]),
        object("Last", "The last message of a contact.", last.concat(), &["sequence"]),
        object(
            "Update",
            "What became of a change of extra.",
            vec![
                ("code", text("Its code, as text.")),
                ("message", text("What the server says to it.")),
                ("from_account", text("The sender.")),
                ("to_account", text("The receiver.")),
                ("sequence", id("The message.")),
                ("extra", text("Its extra text.")),
            ],
            &["code"],
        ),
        object(
            "Topic",
            "A group.",
            vec![
                ("topic_id", id("The group.")),
                ("topic_name", text("Its name.")),
                ("owner_uuid", id("Its owner, as MIMC numbers them.")),
                ("owner_account", text("Its owner.")),
                ("bulletin", text_or_null("Its notice.")),
                ("extra", text_or_null("Its extra text.")),
            ],
            &["topic_id"],
        ),
        object(
            "Member",
            "A member of a group.",
            vec![
                ("uuid", id("The user, as MIMC numbers them.")),
                ("account", text("The user.")),
                ("app_id", id("The user's application.")),
            ],
            &["uuid", "account"],
        ),
        object(
            "Contact",
            "A contact.",
            vec![
                ("kind", text("USER, TOPIC, or another word.")),
                ("id", id("The user or group.")),
                ("name", text("Its name.")),
                ("ts_ms", millis("When the last message was.")),
                ("extra", text("Its extra text.")),
                (
                    "last",
                    json!({
                        "description": "The last message; null where there is none.",
                        "anyOf": [{ "$ref": "#/$defs/Last" }, { "type": "null" }],
                    }),
                ),
            ],
            &["kind", "id"],
        ),
        object(
            "Offline",
            "A member that is offline.",
            vec![
                ("account", text("The user.")),
                ("resources", list("Their devices.", text("A device."))),
            ],
            &["account"],
        ),
        object(
            "Proof",
            "How a callback is proven.",
            vec![
                ("app_secret", text("The secret; made up.")),
                ("plaintext", text("What it was made of.")),
                ("valid", flag("Whether it is right.")),
            ],
            &["valid"],
        ),
    ]
}
