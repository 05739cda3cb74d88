//! Messages whose every text is hostile.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// JSON text with everything beyond ASCII escaped, as its UTF-16 units.
fn escaped(json: &str) -> String {
    let mut escaped = String::new();
    for c in json.chars() {
        if c.is_ascii() {
            escaped.push(c);
        } else {
            escaped.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    escaped
}

/// Messages, frames and texts with this text in every place that takes one.
pub(crate) fn with(text: &str) -> Vec<String> {
    let base64 = STANDARD.encode(text);
    let bodies = [
        ("TEXT", json!(text)),
        ("PIC_FILE", json!(text)),
        ("PING", json!(text)),
        (text, json!(text)),
        (text, json!({text: [text, {text: text}]})),
        ("TEXT_READ", json!({"read_msgId": text, text: text})),
        ("TEXT_READ", json!({"read_msgId": 1, text: text})),
        ("TEXT_RECALL", json!({text: text})),
        ("ADD_FRIEND", json!({"add_requester": text, text: text})),
        ("ADD_FRIEND_RESPONSE", json!({"add_responder": text, "accepted": "true", text: text})),
    ];
    let mut made: Vec<String> = Vec::new();
    for (kind, payload) in bodies {
        let message = json!({
            "version": 0, "msgId": text, "msgType": kind, "timestamp": "1", "payload": payload, text: [text],
        });
        made.push(message.to_string());
        made.push(escaped(&message.to_string()));
        made.push(json!({"bizType": text, "message": message.to_string()}).to_string());
    }
    let behind =
        json!({"version": 0, "msgId": text, "msgType": 103, "timestamp": 1, "content": base64});
    let beside = json!({"version": 0, "msgId": text, "timestamp": 1, "payload": base64});
    let odd =
        json!({"version": 0, "msgId": text, "msgType": text, "timestamp": text, "payload": text});
    let api = json!({"code": 200, "message": text, "data": {text: text, "topicName": text}, "topicName": text});
    for other in [&behind, &beside, &odd, &api] {
        made.push(other.to_string());
        made.push(STANDARD.encode(other.to_string()));
    }
    made.push(json!({"bizType": text, "message": beside.to_string()}).to_string());
    made.push(json!({"bizType": text, "message": text}).to_string());
    made.push(json!({text: text}).to_string());
    // What is no JSON, as it is.
    let bare = text.replace('\n', "");
    made.push(format!("{{\"msgId\":\"{bare}\",\"{bare}\":tru}}"));
    made.push(format!("GET /api/topic/1/{bare}?{bare}={bare}"));
    made.push(bare);
    made
}

/// The records of `decode --json`, with this text where one can be.
pub(crate) fn records(text: &str) -> Vec<String> {
    let record = |body: Value| json!({"ok": true, "kind": text, "msgId": text, "timestamp": 1, "body": body, "extra": {text: text}});
    let foreign = json!({"ok": true, "foreign": "raw", "bizType": text, "body": {"text": text}});
    let bad = json!({"ok": false, "error": {"code": text, "message": text}});
    let all = [
        record(json!({"text": text})),
        record(json!({"raw": json!({text: text}).to_string()})),
        record(json!({"raw": text})),
        record(json!({"base64": text})),
        record(json!({text: text})),
        json!({"ok": true, "dialect": text, "kind": text}),
        json!({text: text}),
        foreign,
        bad,
    ];
    all.iter().map(Value::to_string).chain([text.replace('\n', "")]).collect()
}

/// Messages of a history and pages of one, with this text in every place that takes one.
pub(crate) fn stored(text: &str) -> Vec<String> {
    let all = with(text).into_iter().flat_map(|message| {
        let (payload, account) = (STANDARD.encode(message), json!(text));
        let stored = json!({
            "payload": payload, "fromAccount": account, "toAccount": account, "bizType": text,
            "sequence": "1", "packetId": text, text: text,
        });
        let page = json!({"code": 200, "message": text, "data": {
            "topicId": 7, "fromAccount": text, "messages": [{"payload": text}, stored],
        }});
        [stored.to_string(), page.to_string()]
    });
    all.collect()
}
