//! The same visitor on sonic-rs: what is not interpreted is kept as a `LazyValue`.
//!
//! Does less than the codec: kept JSON may have bad escapes, lone surrogates and duplicate names within, and one
//! that is nested some ten thousand deep overflows the stack.

use std::borrow::Cow;
use std::hint::black_box;

use serde_json::Value;
use sonic_rs::{JsonValueTrait as _, LazyValue};

use super::borrowed::{Borrowed, Object, Payload};
use super::visitor::Envelope;
use super::wire::text_of;
use crate::corpus::Message;
use crate::facts::Facts;

impl<'a> Payload<'a> for LazyValue<'a> {
    fn text(&self) -> Option<Cow<'a, str>> {
        // A string with escapes is a copy already: it is unescaped from there.
        if self.as_raw_str().contains('\\') {
            return self.as_str().map(|text| Cow::Owned(text.to_owned()));
        }
        text_of(raw(self)?, |_| None)
    }

    fn object(self) -> Option<Object<'a, Self>> {
        sonic_rs::from_str(raw(&self)?).ok()
    }

    fn value(self) -> Option<Value> {
        serde_json::from_str(self.as_raw_str()).ok()
    }
}

/// The text as it stood in the message; None where it was copied: strings with escapes are.
fn raw<'a>(value: &LazyValue<'a>) -> Option<&'a str> {
    match value.as_raw_cow() {
        Cow::Borrowed(text) => Some(text),
        Cow::Owned(_) => None,
    }
}

fn read<'a>(
    bytes: &'a [u8],
    biz_type: &'a str,
    scratch: &'a mut Vec<u8>,
) -> Option<Borrowed<'a, LazyValue<'a>>> {
    let Envelope { version, id, time, members, extra } = sonic_rs::from_slice(bytes).ok()?;
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
