//! `serde_json::Value`, taken apart: what people write who define no types. All owned.
//!
//! Does less than the codec: of a name that stands twice the last counts.

use std::hint::black_box;

use serde_json::{Map, Value};

use super::members::Members;
use super::owned::Owned;
use super::wire::{Time, Type};
use crate::corpus::Message;
use crate::facts::Facts;

fn kind(value: Value) -> Option<Type> {
    match value {
        Value::String(text) => Some(Type::Text(text)),
        value => value.as_u64().map(Type::Code),
    }
}

fn time(value: &Value) -> Option<Time> {
    match value.as_u64() {
        Some(millis) => Some(Time { millis, is_text: false }),
        None => Some(Time { millis: value.as_str()?.parse().ok()?, is_text: true }),
    }
}

/// The message, and the members that are left: the unknown ones.
fn read(bytes: &[u8], biz_type: &str) -> Option<(Owned, Map<String, Value>)> {
    let Value::Object(mut map) = serde_json::from_slice(bytes).ok()? else { return None };
    let version = u32::try_from(map.remove("version")?.as_u64()?).ok()?;
    let Value::String(id) = map.remove("msgId")? else { return None };
    let time = time(&map.remove("timestamp")?)?;
    let members = Members {
        msg_type: map.remove("msgType").and_then(kind),
        r#type: map.remove("type").and_then(kind),
        payload: map.remove("payload"),
        content: map.remove("content"),
    };
    let body = members.body(time, biz_type)?;
    Some((Owned { version, id, time: time.millis, body }, map))
}

/// Reads messages one after the other.
pub fn decode() -> impl FnMut(&[u8], &str) -> bool {
    |bytes, biz_type| black_box(&read(bytes, biz_type)).is_some()
}

/// What it found; None where it cannot read the message.
#[must_use]
pub fn facts(message: &Message) -> Option<Facts> {
    let (owned, extra) = read(&message.bytes, &message.biz_type)?;
    let mut facts = owned.facts();
    facts.extra = Some(extra.into_iter().collect());
    Some(facts)
}
