//! simd-json: the message is copied into a buffer, since it is parsed in place, and its borrowed value is taken
//! apart. Buffers are used again.
//!
//! Does less than the codec: of a name that stands twice the last counts; numbers become 64 bits.

use std::borrow::Cow;
use std::hint::black_box;

use serde_json::Value;
use simd_json::prelude::*;
use simd_json::{BorrowedValue, Buffers};

use super::borrowed::{Borrowed, Members, Object, Payload};
use super::wire::{Text, Time, TypeRef};
use crate::corpus::Message;
use crate::facts::Facts;

type Map<'a> = simd_json::borrowed::Object<'a>;

fn string(value: BorrowedValue<'_>) -> Option<Text<'_>> {
    if let BorrowedValue::String(text) = value { Some(Text(text)) } else { None }
}

/// Takes a text out of an object; an error where the member is something else.
fn take<'a>(map: &mut Map<'a>, name: &str) -> Result<Option<Text<'a>>, ()> {
    map.remove(name).map(|value| string(value).ok_or(())).transpose()
}

fn kind<'a>(map: &mut Map<'a>, name: &str) -> Result<Option<TypeRef<'a>>, ()> {
    let Some(value) = map.remove(name) else { return Ok(None) };
    match value.as_u64() {
        Some(code) => Ok(Some(TypeRef::Code(code))),
        None => string(value).map(|text| Some(TypeRef::Text(text))).ok_or(()),
    }
}

fn time(value: &BorrowedValue<'_>) -> Option<Time> {
    match value.as_u64() {
        Some(millis) => Some(Time { millis, is_text: false }),
        None => Some(Time { millis: value.as_str()?.parse().ok()?, is_text: true }),
    }
}

fn rest(map: Map<'_>) -> Vec<(Text<'_>, BorrowedValue<'_>)> {
    map.into_iter().map(|(name, value)| (Text(name), value)).collect()
}

impl<'a> Payload<'a> for BorrowedValue<'a> {
    fn text(&self) -> Option<Cow<'a, str>> {
        // A text that is borrowed from the message is not copied.
        if let Self::String(text) = self { Some(text.clone()) } else { None }
    }

    fn object(self) -> Option<Object<'a, Self>> {
        let Self::Object(map) = self else { return None };
        let mut map = *map;
        Some(Object {
            recall: take(&mut map, "recall_msgId").ok()?,
            read: take(&mut map, "read_msgId").ok()?,
            requester: take(&mut map, "add_requester").ok()?,
            responder: take(&mut map, "add_responser").ok()?,
            accepted: map
                .remove("accepted")
                .map(|value| value.as_bool().ok_or(()))
                .transpose()
                .ok()?,
            extra: rest(map),
        })
    }

    fn value(self) -> Option<Value> {
        serde_json::to_value(self).ok()
    }
}

fn read<'a>(
    bytes: &'a [u8],
    biz_type: &'a str,
    (copy, buffers, scratch): (&'a mut Vec<u8>, &mut Buffers, &'a mut Vec<u8>),
) -> Option<Borrowed<'a, BorrowedValue<'a>>> {
    copy.clear();
    copy.extend_from_slice(bytes);
    let value = simd_json::to_borrowed_value_with_buffers(copy, buffers).ok()?;
    let BorrowedValue::Object(map) = value else { return None };
    let mut map = *map;
    let version = map.remove("version")?.as_u32()?;
    let id = take(&mut map, "msgId").ok()??;
    let time = time(&map.remove("timestamp")?)?;
    let members = Members {
        msg_type: kind(&mut map, "msgType").ok()?,
        r#type: kind(&mut map, "type").ok()?,
        payload: map.remove("payload"),
        content: map.remove("content"),
    };
    let body = members.body(time, biz_type, scratch)?;
    Some(Borrowed { version, id, time, body, extra: rest(map) })
}

/// Reads messages one after the other, with the same buffers.
pub fn decode() -> impl FnMut(&[u8], &str) -> bool {
    let (mut copy, mut buffers, mut scratch) = (Vec::new(), Buffers::default(), Vec::new());
    move |bytes, biz_type| {
        black_box(&read(bytes, biz_type, (&mut copy, &mut buffers, &mut scratch))).is_some()
    }
}

/// What it found; None where it cannot read the message.
#[must_use]
pub fn facts(message: &Message) -> Option<Facts> {
    let Message { bytes, biz_type } = message;
    read(bytes, biz_type, (&mut Vec::new(), &mut Buffers::default(), &mut Vec::new()))?.facts()
}
