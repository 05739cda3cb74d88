//! A visitor written by hand on serde_json: UTF-8 is checked once by `simdutf8`, texts are borrowed, what is not
//! interpreted is kept as a `RawValue`, base64 goes into a scratch.
//!
//! Does less than the codec: kept JSON may have lone surrogates, any depth, and duplicate names within.

use std::borrow::Cow;
use std::hint::black_box;

use serde_json::Value;
use serde_json::value::RawValue;

use super::borrowed::{Borrowed, Object, Payload};
use super::visitor::Envelope;
use super::wire::text_of;
use crate::corpus::Message;
use crate::facts::Facts;

impl<'a> Payload<'a> for &'a RawValue {
    fn text(&self) -> Option<Cow<'a, str>> {
        text_of(self.get(), |escaped| serde_json::from_str(escaped).ok())
    }

    fn object(self) -> Option<Object<'a, Self>> {
        serde_json::from_str(self.get()).ok()
    }

    fn value(self) -> Option<Value> {
        serde_json::from_str(self.get()).ok()
    }
}

/// A message whose type, where it travelled beside it, is this one.
pub(super) fn read<'a>(
    bytes: &'a [u8],
    biz_type: &'a str,
    scratch: &'a mut Vec<u8>,
) -> Option<Borrowed<'a, &'a RawValue>> {
    let text = simdutf8::basic::from_utf8(bytes).ok()?;
    let Envelope { version, id, time, members, extra } = serde_json::from_str(text).ok()?;
    let body = members.body(time, biz_type, scratch)?;
    Some(Borrowed { version, id, time, body, extra })
}

/// Reads messages one after the other, with one scratch.
pub fn decode() -> impl FnMut(&[u8], &str) -> bool {
    let mut scratch = Vec::new();
    move |bytes, biz_type| black_box(&read(bytes, biz_type, &mut scratch)).is_some()
}

/// What it found; None where it cannot read the message.
#[must_use]
pub fn facts(message: &Message) -> Option<Facts> {
    read(&message.bytes, &message.biz_type, &mut Vec::new())?.facts()
}
