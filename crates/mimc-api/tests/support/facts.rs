//! What was read, in the words of `expect` in the vectors.

use mimc_api::{AppCredentials, Credentials, Endpoint, Incoming, Payload};
use serde_json::{Map, Value, json};

/// The members of a JSON object, by name.
type Members = Map<String, Value>;

/// A request: the endpoint, who asks, the ids of the path, the input.
pub(crate) fn of_request<E: Endpoint>(incoming: &Incoming<E>) -> Value {
    let mut facts = Members::new();
    match &incoming.credentials {
        Credentials::Token(_) => facts.extend([("auth".to_owned(), json!("token"))]),
        Credentials::App(app) => facts.extend(of_app(app)),
        _ => unreachable!(),
    }
    let ids = mimc_api::Ids::to_path(&incoming.ids);
    let names = E::PATH.split('/').filter_map(|segment| segment.strip_prefix('{'));
    for (name, id) in names.zip(ids) {
        facts.insert(snake(name.trim_end_matches('}')), json!(id.to_string()));
    }
    let input = serde_json::to_value(&incoming.input).expect("an input");
    let Value::Object(mut input) = input else { unreachable!() };
    if let Some(encoding) = input.remove("msgType") {
        let plain = encoding == json!("");
        let msg = input.remove("msg").expect("msg");
        let msg = msg.as_str().expect("a string");
        facts.insert("msg_encoding".into(), json!(if plain { "plain" } else { "base64" }));
        let text = if plain { msg.to_owned() } else { utf8(&Payload::from_base64(msg)) };
        facts.insert("msg_utf8".into(), json!(text));
    }
    for (name, value) in input {
        let value = match (&*name, &value) {
            ("accounts", Value::String(list)) => json!(list.split(',').collect::<Vec<_>>()),
            ("utcFromTime" | "utcToTime", Value::String(time)) => {
                json!(time.parse::<u64>().expect("a time"))
            }
            ("msgExtraFlag", flag) => flag.clone(),
            _ => value,
        };
        facts.insert(rename(&name), value);
    }
    Value::Object(facts)
}

fn of_app(app: &AppCredentials) -> Members {
    let mut facts = Members::new();
    facts.insert("auth".into(), json!("app"));
    facts.insert("app_id".into(), json!(app.app_id.map(|id| id.to_string())));
    facts.insert("app_key".into(), json!(app.app_key.as_str()));
    facts.insert("app_secret".into(), json!(app.app_secret.secret()));
    facts.insert("app_account".into(), json!(app.account.as_ref().map(mimc_api::Account::as_str)));
    facts
}

/// The data of an answer, or a callback.
pub(crate) fn of_data(data: &Value) -> Value {
    match data {
        Value::Object(members) => {
            let mut facts = Members::new();
            for (name, value) in members {
                let fact = match &**name {
                    "payload" => {
                        let payload = Payload::from_base64(value.as_str().expect("a string"));
                        json!(payload.bytes().is_ok().then(|| utf8(&payload)))
                    }
                    "timestamp" | "ts" => json!(number(value)),
                    _ => of_data(value),
                };
                facts.insert(rename(name), fact);
            }
            Value::Object(facts)
        }
        Value::Array(items) => items.iter().map(of_data).collect(),
        other => other.clone(),
    }
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| value.as_str().expect("a time").parse().expect("a time"))
}

fn utf8(payload: &Payload) -> String {
    String::from_utf8(payload.bytes().expect("base64")).expect("UTF-8")
}

/// A name on the wire in the words of the vectors.
fn rename(name: &str) -> String {
    match name {
        "utcFromTime" => "from_ms".into(),
        "utcToTime" => "to_ms".into(),
        "ts" | "timestamp" => "ts_ms".into(),
        "extraFilterMap" => "extra_filter".into(),
        "extraKeyMap" => "extra_keys".into(),
        "sequenceExtraMap" => "sequence_extra".into(),
        "msgExtraFlag" => "msg_extra".into(),
        "message" => "msg_utf8".into(),
        "topicInfo" => "topic".into(),
        "miUserId" => "uuid".into(),
        "miChid" => "chid".into(),
        "miUserSecurityKey" => "security_key".into(),
        "feDomainName" => "fe_domain".into(),
        "relayDomainName" => "relay_domain".into(),
        "userType" => "kind".into(),
        "lastMessage" => "last".into(),
        "payload" => "payload_utf8".into(),
        "updateCode" => "code".into(),
        "updateMsg" => "message".into(),
        "ownerId" => "owner_uuid".into(),
        "appAccout" => "account".into(),
        "userCnt" => "user_count".into(),
        "startUuid" => "next_start_uuid".into(),
        "msgType" => "callback".into(),
        "offlineAccounts" => "offline_accounts".into(),
        other => snake(other),
    }
}

fn snake(camel: &str) -> String {
    let mut snake = String::new();
    for c in camel.chars() {
        if c.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// Sees that everything expected was found. Null and nothing are the same.
#[track_caller]
pub(crate) fn assert_found(id: &str, expected: &Value, found: &Value) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (name, value) in expected {
                let found = found.get(name).unwrap_or(&Value::Null);
                assert_found(&format!("{id}/{name}"), value, found);
            }
        }
        (Value::Array(expected), Value::Array(found)) => {
            assert_eq!(expected.len(), found.len(), "{id}");
            for (at, (expected, found)) in expected.iter().zip(found).enumerate() {
                assert_found(&format!("{id}/{at}"), expected, found);
            }
        }
        _ => assert_eq!(expected, found, "{id}"),
    }
}
