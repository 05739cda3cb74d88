//! What is expected of requests, answers and callbacks, in plain names.

use serde_json::json;

use super::parts::{
    Members, flag, flags, id, integer, list, map, millis, of, text, text_or_null, words,
};

/// Of requests, answers and callbacks.
pub(super) fn members() -> Members {
    [outer(), application(), accounts(), messages(), topics(), contacts(), callbacks()].concat()
}

fn outer() -> Members {
    vec![
        ("endpoint", text("The endpoint of a request.")),
        ("auth", words("Who asks: a user's token, or the application.", &["token", "app"])),
        ("flags", flags()),
        ("ok", flag("Whether the answer is a good one.")),
        ("code", json!({ "description": "The code of an answer.", "type": ["integer", "null"] })),
        ("message", text("The message of an answer, or the text of a push to an unlimited group.")),
        (
            "data",
            json!({ "description": "The data of an error, as it came.", "type": ["object", "null"], "additionalProperties": true }),
        ),
    ]
}

fn application() -> Members {
    vec![
        ("app_id", id("The application.")),
        ("app_id_json", text("The JSON type of the application's id.")),
        ("app_key", text("Its key.")),
        ("app_secret", text("Its secret; made up.")),
        ("app_account", text("The account it speaks for.")),
        ("app_package", text_or_null("Its package.")),
        ("chid", integer("The number of the service.")),
        ("uuid", id("The user, as MIMC numbers them.")),
        ("security_key", text("The key of a session; made up.")),
        ("token", text("The token; made up.")),
        ("region_bucket", integer("Which servers.")),
        ("region_key", text("Which region.")),
        ("fe_domain", text("The host that clients connect to.")),
        ("relay_domain", text("The host that calls are relayed by.")),
    ]
}

fn accounts() -> Members {
    let names = |what| list(what, text("An account."));
    vec![
        ("account", text("The account that asks.")),
        ("accounts", names("Several accounts.")),
        ("from_account", text_or_null("The sender.")),
        ("from_resource", text("The sender's device.")),
        ("to_account", text("The receiver.")),
        ("to_accounts", names("The receivers.")),
        ("owner_account", text("The owner of a group.")),
        ("owner_uuid", id("The owner of a group, as MIMC numbers them.")),
        ("black_account", text("The account on a blacklist.")),
        ("is_black", flag("Whether it is there.")),
        ("member", text("The account of a conversation.")),
    ]
}

fn messages() -> Members {
    vec![
        ("msg_utf8", text("What is pushed, decoded.")),
        ("msg_encoding", words("How it is written.", &["plain", "base64"])),
        ("is_store", flag("Whether it is kept in the history.")),
        ("biz_type", text_or_null("The type beside a message.")),
        ("packet_id", text_or_null("The name of a push.")),
        ("packet_ids", list("The names of a push to several.", text("A name."))),
        ("from_ms", millis("From when.")),
        ("to_ms", millis("Until when.")),
        ("start_seq", id("From which sequence.")),
        ("stop_seq", id("Up to which sequence.")),
        ("count", integer("How many messages are asked for.")),
        ("count_json", text("The JSON type of the count.")),
        ("row", integer("How many messages a page says it has.")),
        ("earliest_ts_ms", millis("The time of the earliest message of a page.")),
        (
            "messages",
            list(
                "The messages of a page, or the texts of a push.",
                json!({
                    "anyOf": [{ "type": "string" }, of("Message", "A stored message.")],
                }),
            ),
        ),
        ("sequence", id("The number of a stored message.")),
        (
            "extra",
            json!({
                "description": "The extra text, or of a token the members that are left.",
                "anyOf": [{ "type": "string" }, map("The members that are left.", text("Its value."))],
            }),
        ),
        ("extra_key", text("A key of the extra.")),
        ("extra_value", text("Its value.")),
        ("extra_keys", map("Values of the extra by key.", text("Its value."))),
        (
            "extra_filter",
            map("Values of the extra that are asked for, by key.", text("Its value.")),
        ),
        ("get_all_extra", flag("Whether all of the extra is asked for.")),
        ("sequence_extra", map("Extras by sequence.", text("The extra."))),
        ("updates", list("What became of each change.", of("Update", "A change."))),
    ]
}

fn topics() -> Members {
    vec![
        ("topic_id", id("The group.")),
        ("topic_id_json", text("The JSON type of the group's id.")),
        ("topic_ids", list("Several groups.", id("A group."))),
        ("topic_name", text("The name of a group.")),
        ("bulletin", text("The notice of a group.")),
        (
            "topic",
            json!({
                "description": "The group; null where there is none.",
                "anyOf": [{ "$ref": "#/$defs/Topic" }, { "type": "null" }],
            }),
        ),
        ("topics", list("The groups of a user.", of("Topic", "A group."))),
        ("members", list("The members of a group.", of("Member", "A member."))),
        ("black_topic_id", id("The group of a blacklist.")),
        ("member_num", integer("How many members there are.")),
        ("is_end", flag("Whether this is the last page.")),
        ("next_start_uuid", id("Where the next page begins.")),
        ("user_count", integer("How many users are online.")),
    ]
}

fn contacts() -> Members {
    vec![
        (
            "msg_extra",
            json!({ "description": "Whether the extra is asked for.", "type": ["boolean", "null"] }),
        ),
        ("contacts", list("The contacts of a user.", of("Contact", "A contact."))),
        ("contact", of("Contact", "The contact that was changed.")),
    ]
}

fn callbacks() -> Members {
    vec![
        ("callback", text("The kind of a callback.")),
        (
            "from_app_id",
            json!({
                "description": "The sender's application.", "type": ["string", "null"], "pattern": "^(0|[1-9][0-9]{0,19})$",
            }),
        ),
        ("to_app_id", id("The receiver's application.")),
        ("timestamp_ms", millis("When the server took the message.")),
        ("payload_utf8", text("The payload, decoded.")),
        ("offline_resources", list("The devices that are offline.", text("A device."))),
        ("offline_accounts", list("The members that are offline.", of("Offline", "A member."))),
        ("authentication", of("Proof", "How a callback is proven.")),
    ]
}
