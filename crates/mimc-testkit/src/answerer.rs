//! Whose answer a vector is.

use serde_json::Value;

/// The endpoint whose answer a vector is: by the operation, else by what the data has.
pub fn answerer(vector: &Value, raw: &[u8]) -> &'static str {
    let data: Value = serde_json::from_slice(raw).unwrap_or_default();
    let data = &data["data"];
    let kind = vector["kind"].as_str().unwrap_or_default();
    match (kind, vector["context"]["operation"].as_str().unwrap_or_default()) {
        ("token_response", _) => "fetch-token",
        ("push_response", _) if data.get("packetIds").is_some() => "push-p2p-more",
        ("push_response", _) => "push-p2p",
        ("history_response", _) => "query-p2p-history",
        ("extra_update_response", _) => "update-p2p-message-extra",
        ("contact_response", "contact_extra_p2p") => "update-p2p-contact-extra",
        ("contact_response", _) => "list-contacts",
        ("blacklist_response", _) => "query-blacklist",
        ("uctopic_response", _) if data.is_array() => "list-unlimited-topics",
        ("uctopic_response", _) if data.get("members").is_some() => "list-unlimited-members",
        ("uctopic_response", _) if data.get("userCnt").is_some() => "get-unlimited-online",
        ("uctopic_response", _) if data.is_null() => "dismiss-unlimited-topic",
        ("uctopic_response", _) => "create-unlimited-topic",
        (_, "topic_quit") => "quit-topic",
        (_, "topic_dismiss") => "dismiss-topic",
        (_, "list") => "list-topics",
        _ if data.is_array() => "list-topics",
        _ => "get-topic",
    }
}
