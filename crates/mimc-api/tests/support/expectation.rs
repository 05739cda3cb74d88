//! What a vector expects.

use mimc_testkit::vectors::text;
use serde_json::{Value, json};

/// What the vector expects, in the shape in which it is read.
pub(crate) fn expectation(vector: &Value) -> Value {
    let Value::Object(mut expect) = vector["expect"].clone() else { panic!("no expect") };
    let forms = |name: &String| name.ends_with("_json") || name == "flags" || name == "endpoint";
    expect.retain(|name, _| !forms(name));
    match text(vector, "kind") {
        "request" | "error_response" => return Value::Object(expect),
        "callback" => {
            if let Some(time) = expect.remove("timestamp_ms") {
                expect.insert("ts_ms".into(), time);
            }
            if let Some(Value::Array(offline)) = expect.get_mut("offline_accounts") {
                for member in offline.iter_mut().filter_map(Value::as_object_mut) {
                    let account = member.remove("account").expect("account");
                    let resources = member.remove("resources").expect("resources");
                    member.insert("to_account".into(), account);
                    member.insert("offline_resources".into(), resources);
                }
            }
            if let Some(proof) = expect.remove("authentication") {
                expect.insert("verified".into(), proof["valid"].clone());
            }
            return Value::Object(expect);
        }
        _ => {}
    }
    let mut outer = json!({"ok": expect["ok"]});
    for name in ["ok", "code"] {
        expect.remove(name);
    }
    if let Some(message) = expect.remove("message") {
        outer["message"] = message;
    }
    if let Some(Value::Object(extra)) = expect.get("extra").cloned() {
        // Members that the vectors count as extra are ours.
        expect.remove("extra");
        expect.extend(extra.into_iter().map(|(_, value)| ("pps_miot_domain_name".into(), value)));
    }
    for (theirs, ours) in [("earliest_ts_ms", "ts_ms")] {
        if let Some(value) = expect.remove(theirs) {
            expect.insert(ours.into(), value);
        }
    }
    // Data that is no object has one name in the vectors.
    for name in ["topics", "contacts", "updates", "topic_ids", "contact"] {
        if let Some(list) = expect.remove(name) {
            outer["data"] = list;
            return outer;
        }
    }
    // A message inherits the accounts of its page.
    for name in ["from_account", "to_account"] {
        let Some(account) = expect.get(name).cloned() else { continue };
        for message in
            expect.get_mut("messages").and_then(Value::as_array_mut).into_iter().flatten()
        {
            if message[name] == account {
                message.as_object_mut().expect("a message").remove(name);
            }
        }
    }
    outer["data"] = match expect.get("topic") {
        Some(Value::Null) if expect.len() == 1 => Value::Null,
        _ if expect.is_empty() => Value::Null,
        _ => Value::Object(expect),
    };
    outer
}
