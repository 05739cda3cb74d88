//! The messages inside a document.

use std::borrow::Cow;
use std::ops::Range;

use super::diagnosis::Gathering;
use super::layer::{Layer, Way};
use super::mend::{Mended, Pieces};
use super::unwrap::unwrap;
use crate::decode::{Codec, Message, Scratch};
use crate::json::escape::{chars, lengths};
use crate::json::scan::Cursor;
use crate::limits::Limits;
use crate::raw_envelope::RawEnvelope;

/// Where in a document the base64 of messages stands.
#[derive(Clone, Copy, Debug)]
pub struct Inside<'p> {
    path: &'p str,
    codec: Codec<'p>,
}

impl<'p> Inside<'p> {
    /// Messages at this JSON pointer, in which `*` stands for each item of a list; they are decoded by `codec`, with the
    /// member `bizType` beside them as their type. Texts that are no envelopes may stand there too.
    ///
    /// ```
    /// use mimc_msg::{Codec, Diagnosis, Inside, Limits};
    ///
    /// // A raw text, `{"msgType":0.5}`, and what is no base64.
    /// let page = br#"{"messages":[{"payload":"aGk="},{"payload":"eyJtc2dUeXBlIjowLjV9"},{"payload":"?"}]}"#;
    /// let inside = [Inside::new("/messages/*/payload", Codec::new())];
    /// let diagnosis = Diagnosis::of_document(page, Limits::new(), 100, |_| Ok(Vec::new()), &inside);
    /// let found: Vec<_> = diagnosis.findings().iter().map(|it| (it.code(), diagnosis.path(it))).collect();
    /// assert_eq!(found, [
    ///     ("missing-member", vec!["/messages/1/payload", "/msgId"]),
    ///     ("missing-member", vec!["/messages/1/payload", "/timestamp"]),
    ///     ("version-missing", vec!["/messages/1/payload", "/version"]),
    ///     ("wrong-type", vec!["/messages/1/payload", "/msgType"]),
    ///     ("invalid-base64", vec!["/messages/2/payload"]),
    /// ]);
    /// ```
    #[must_use]
    pub const fn new(path: &'p str, codec: Codec<'p>) -> Self {
        Self { path, codec }
    }
}

/// A string of the document that is base64 of a message.
struct Payload {
    pointer: String,
    value: Range<usize>,
    biz_type: Option<String>,
}

/// Looks at every message inside a document that begins `before` bytes behind the start of the first layer.
pub(super) fn payloads(mended: &Mended, before: usize, inside: &[Inside<'_>], all: &mut Gathering) {
    for Inside { path, codec } in inside {
        let mut found = Vec::new();
        let path: Vec<&str> = path.split('/').skip(1).collect();
        find(mended.text(), 0, &path, "", &mut found);
        for Payload { pointer, value, biz_type } in found {
            if mended.is_invented(value.start) {
                continue;
            }
            let written = &mended.text()[value.start + 1..value.end - 1];
            let mut pieces = Pieces::default();
            let mut at = value.start + 1;
            for (length, meant) in lengths(written) {
                let source = mended.source(at..at + length);
                pieces.read(meant, length, before + source.start..before + source.end);
                at += length;
            }
            let text: String = chars(written).collect();
            let codec = biz_type.as_deref().map_or(*codec, |it| codec.biz_type(it));
            let mut scratch = Scratch::new();
            if let Ok(Message::Foreign(_)) = codec.read_base64(text.as_bytes(), &mut scratch) {
                continue;
            }
            let layers = all.layers.len();
            let found = all.found();
            let layer = Layer::inside(0, &pointer, text.clone().into_bytes(), Way::String(pieces));
            let layer = all.layer(layer);
            unwrap(codec, text.as_bytes(), layer, all);
            if all.found() == found {
                all.layers.truncate(layers);
            }
        }
    }
}

/// Finds the strings at a path below the value that begins at `start`.
fn find(text: &str, start: usize, path: &[&str], pointer: &str, found: &mut Vec<Payload>) {
    let mut cursor = Cursor::new(text.as_bytes());
    cursor.pos = start;
    cursor.skip_space();
    let [token, rest @ ..] = path else { return };
    if *token == "*" {
        if cursor.peek() != Some(b'[') {
            return;
        }
        for index in 0_usize.. {
            cursor.pos += 1;
            cursor.skip_space();
            let item = cursor.pos;
            if cursor.value(text, 0).is_err() {
                return;
            }
            find(text, item, rest, &format!("{pointer}/{index}"), found);
            cursor.skip_space();
            if cursor.peek() != Some(b',') {
                return;
            }
        }
    }
    let start = cursor.pos;
    let Ok(object) = cursor.value(text, 0) else { return };
    let json = object.of(text);
    let Ok(raw) = RawEnvelope::parse_within(json.as_bytes(), Limits::MAX) else { return };
    let Some(member) = raw.get(token) else { return };
    let pointer = format!("{pointer}/{token}");
    let value = start + member.value_span.start..start + member.value_span.end;
    if !rest.is_empty() {
        find(text, value.start, rest, &pointer, found);
    } else if member.value.is_string() {
        let biz_type = raw.get("bizType");
        let biz_type = biz_type.and_then(|it| it.text().map(Cow::into_owned));
        found.push(Payload { pointer, value, biz_type });
    }
}
