//! 2b, the stronger baseline: serde's derive of one flat struct whose body is a `Value`, from which the body is
//! then made by its kind. All owned.
//!
//! Does less than the codec: drops unknown members, of the message and of its payload; does not see a duplicate
//! name among them, nor bytes in them that are not UTF-8.

use std::hint::black_box;

use serde::Deserialize;
use serde_json::Value;

use super::members::Members;
use super::owned::Owned;
use super::wire::{Time, Type};
use crate::corpus::Message;
use crate::facts::Facts;

#[derive(Deserialize)]
struct Envelope {
    version: u32,
    #[serde(rename = "msgId")]
    id: String,
    timestamp: Time,
    #[serde(rename = "msgType")]
    msg_type: Option<Type>,
    r#type: Option<Type>,
    payload: Option<Value>,
    content: Option<Value>,
}

fn read(bytes: &[u8], biz_type: &str) -> Option<Owned> {
    let Envelope { version, id, timestamp, msg_type, r#type, payload, content } =
        serde_json::from_slice(bytes).ok()?;
    let members = Members { msg_type, r#type, payload, content };
    let body = members.body(timestamp, biz_type)?;
    Some(Owned { version, id, time: timestamp.millis, body })
}

/// Reads messages one after the other.
pub fn decode() -> impl FnMut(&[u8], &str) -> bool {
    |bytes, biz_type| black_box(&read(bytes, biz_type)).is_some()
}

/// What it found; None where it cannot read the message.
#[must_use]
pub fn facts(message: &Message) -> Option<Facts> {
    read(&message.bytes, &message.biz_type).map(Owned::facts)
}
