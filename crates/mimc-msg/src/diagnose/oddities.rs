//! Deviations and notes, each at its place.

use std::ops::Range;

use super::advice;
use super::finding::{Problem, Severity};
use super::layer::{Layer, Way};
use super::message::Exam;
use super::repair::{NAMES, misspelled};
use super::runs::Runs;
use crate::cesu8;
use crate::decode::{Codec, Decoded};
use crate::error::DecodeError;
use crate::json::escape::{lengths, raw_offset};
use crate::limits::Limits;
use crate::raw_envelope::{RawEnvelope, RawMember};
use crate::report::{Deviation, Note};

/// Where in the mended text something is; in the text behind the base64 of the body where it is there.
enum At {
    Message(Range<usize>),
    Body(Range<usize>),
}

impl Exam<'_> {
    /// Tells what is odd about a message that can be read.
    pub(super) fn oddities(&mut self, codec: Codec<'_>) {
        let text = self.mended.text().to_owned();
        let codec: Codec<'_> = codec;
        let Ok(decoded) = codec.decode(text.as_bytes()) else { return };
        let Ok(raw) = RawEnvelope::parse_within(text.as_bytes(), Limits::MAX) else { return };
        for (deviation, place) in codec.deviations(text.as_bytes()).unwrap_or_default() {
            let absent = matches!(deviation, Deviation::VersionMissing | Deviation::BodyMissing);
            if self.mended.is_invented(place.offset) || absent && self.mended.cut {
                continue;
            }
            let help = advice::of_deviation(deviation, &place, &text, &decoded);
            let inner = self.mended.source(place.offset..place.offset + place.length);
            let problem = Problem::Deviation(deviation);
            self.tell(problem, self.deviations, &place.pointer, inner, help);
        }
        for note in decoded.notes.iter() {
            for (pointer, at) in places(note, &raw, &decoded) {
                self.note(note, &pointer, at, &raw, &codec, &decoded);
            }
        }
    }

    fn note(
        &mut self,
        note: Note,
        pointer: &str,
        at: At,
        raw: &RawEnvelope<'_>,
        codec: &Codec<'_>,
        decoded: &Decoded<'_>,
    ) {
        let (layer, inner) = match at {
            At::Message(span) => {
                if self.mended.is_invented(span.start) {
                    return;
                }
                (self.layer, self.mended.source(span))
            }
            At::Body(span) => match self.body_layer(raw, codec) {
                Some(layer) => (layer, span),
                None => return,
            },
        };
        let member = pointer.trim_start_matches('/');
        if raw.get(member).is_some_and(|it| self.mended.is_invented(it.value_span.start)) {
            return;
        }
        let help = advice::of_note(note, member, raw, decoded);
        self.tell_in(layer, Problem::Note(note), Severity::Note, pointer, inner, help);
    }

    /// Where the bytes behind a base64 body stop being text, for an error that says that they do.
    pub(super) fn not_utf8(
        &mut self,
        error: &DecodeError,
        codec: &Codec<'_>,
    ) -> Option<(usize, Range<usize>)> {
        let DecodeError::BodyNotUtf8 { .. } = error else { return None };
        let text = self.mended.text().to_owned();
        let raw = RawEnvelope::parse_within(text.as_bytes(), Limits::MAX).ok()?;
        let layer = self.body_layer(&raw, codec)?;
        let bytes = self.all.layers.get(layer)?.text();
        let fault = std::str::from_utf8(bytes).err()?;
        let utf8 = fault.valid_up_to();
        // As the decoder has it: what is sound as CESU-8 is not at fault.
        let start = cesu8::decode(bytes).map_or_else(|at| at.max(utf8), |_| utf8);
        let length =
            if start == utf8 { fault.error_len().unwrap_or(bytes.len() - utf8) } else { 1 };
        Some((layer, start..(start + length).min(bytes.len())))
    }

    /// Where in the text that was handed in each byte of a member's string comes from, and at last its closing quote.
    pub(super) fn bytes_of(&self, member: &RawMember<'_>) -> Vec<usize> {
        let inside = member.value.as_str().strip_prefix('"').and_then(|it| it.strip_suffix('"'));
        let written = inside.unwrap_or_default();
        let mut at = member.value_span.start + 1;
        let mut places = Vec::with_capacity(written.len() + 1);
        for (length, meant) in lengths(written) {
            places.extend((0..meant).map(|_| self.mended.source(at..at + 1).start));
            at += length;
        }
        places.push(self.mended.source(at..at + 1).start);
        places
    }

    /// The layer of the text behind the base64 of the body.
    fn body_layer(&mut self, raw: &RawEnvelope<'_>, codec: &Codec<'_>) -> Option<usize> {
        if self.body.is_some() {
            return self.body;
        }
        let (pointer, member) = body(raw)?;
        let bytes = codec.base64.decode(member.text()?.as_bytes()).ok()?;
        let text = member.text()?.into_owned().into_bytes();
        let places = self.bytes_of(&member);
        let end = places.last().copied().unwrap_or_default();
        let in_forms = Runs::counted(&text, codec.base64);
        let runs = Runs::at(in_forms.filter_map(|nth| places.get(nth).copied()), end);
        let layer = Layer::inside(self.layer, pointer, bytes, Way::Base64(runs));
        self.body = Some(self.all.layer(layer));
        self.body
    }
}

/// The body's pointer and member.
fn body<'a>(raw: &RawEnvelope<'a>) -> Option<(&'static str, RawMember<'a>)> {
    let named = |name: &str, pointer| raw.get(name).map(|member| (pointer, member));
    named("payload", "/payload").or_else(|| named("content", "/content"))
}

/// Where the reason for a note is.
fn places(note: Note, raw: &RawEnvelope<'_>, decoded: &Decoded<'_>) -> Vec<(String, At)> {
    let value = |name: &str| {
        raw.get(name).map(|it| (format!("/{name}"), At::Message(it.value_span.clone())))
    };
    let start = raw.text.find('{').unwrap_or_default();
    let whole = || (String::new(), At::Message(start..start + 1));
    let id = |span: Option<Range<usize>>| {
        let member = raw.get("msgId")?;
        let span = span.map_or(member.value_span.clone(), |inside| {
            member.text_offset(inside.start)..member.text_offset(inside.end)
        });
        Some(("/msgId".to_owned(), At::Message(span)))
    };
    let found = match note {
        Note::VersionUnknown => value("version"),
        Note::KindUnknown => value("msgType").or_else(|| value("type")).or_else(|| Some(whole())),
        Note::TypeMissing => Some(whole()),
        Note::MembersUnknown => return unknown(raw),
        Note::Ambiguous => body(raw).and_then(|_| value("payload").or_else(|| value("content"))),
        Note::MsgIdControl => id(find(decoded.envelope.id.as_str(), char::is_control)),
        Note::MsgIdPrefix => id(decoded.envelope.id.as_str().rfind('_').map(|end| 0..end)),
        Note::TimestampSeconds | Note::TimestampFar => value("timestamp"),
        Note::UrlNotHttp | Note::UrlUnsafe | Note::ReceiptSelf => in_body(note, raw, decoded),
    };
    found.into_iter().collect()
}

/// Where in the body the reason for a note is.
fn in_body(note: Note, raw: &RawEnvelope<'_>, decoded: &Decoded<'_>) -> Option<(String, At)> {
    let (pointer, member) = body(raw)?;
    let target = ["recall_msgId", "read_msgId"].into_iter().find_map(|name| {
        let inside =
            RawEnvelope::parse_within(member.value.as_str().as_bytes(), Limits::MAX).ok()?;
        let span = inside.get(name)?.value_span;
        let start = member.value_span.start;
        Some((format!("{pointer}/{name}"), At::Message(start + span.start..start + span.end)))
    });
    if target.is_some() && note == Note::ReceiptSelf {
        return target;
    }
    let odd = |text: &str| match note {
        Note::UrlUnsafe => find(text, |c| c.is_whitespace() || c.is_control()),
        _ => Some(0..text.find(':').unwrap_or(text.len()).max(1).min(text.len())),
    };
    if decoded.dialect.is_some_and(crate::Dialect::is_base64) {
        let crate::Body::File { url, .. } = &decoded.envelope.body else {
            return Some((pointer.to_owned(), At::Message(member.value_span.clone())));
        };
        return Some((pointer.to_owned(), At::Body(odd(url)?)));
    }
    let text = member.text()?;
    let written = member.value.as_str().strip_prefix('"')?.strip_suffix('"')?;
    let inside = odd(&text)?;
    let at = |byte| member.value_span.start + 1 + raw_offset(written, byte);
    Some((pointer.to_owned(), At::Message(at(inside.start)..at(inside.end))))
}

/// The members that no document names, in the message and in its body.
fn unknown(raw: &RawEnvelope<'_>) -> Vec<(String, At)> {
    let mut found = Vec::new();
    for member in raw.members_in_order() {
        if NAMES.contains(&&*member.name) {
            continue;
        }
        let pointer = format!("/{}", crate::json::pointer::token(&member.name));
        found.push((pointer, At::Message(member.name_span)));
    }
    if !found.is_empty() {
        return found;
    }
    let Some((pointer, body)) = body(raw) else { return found };
    let json = body.value.as_str().as_bytes();
    let Ok(inside) = RawEnvelope::parse_within(json, Limits::MAX) else {
        return vec![(pointer.to_owned(), At::Message(body.value_span))];
    };
    for member in inside.members_in_order() {
        const KNOWN: [&str; 5] =
            ["recall_msgId", "read_msgId", "add_requester", "add_responser", "accepted"];
        if !KNOWN.contains(&&*member.name) {
            let start = body.value_span.start;
            let span = start + member.name_span.start..start + member.name_span.end;
            let pointer = format!("{pointer}/{}", crate::json::pointer::token(&member.name));
            found.push((pointer, At::Message(span)));
        }
    }
    found
}

/// The first character of a text that is so.
fn find(text: &str, is: impl Fn(char) -> bool) -> Option<Range<usize>> {
    text.char_indices().find(|(_, c)| is(*c)).map(|(at, c)| at..at + c.len_utf8())
}

/// Whether a name was probably meant as another.
pub(super) fn meant(raw: &RawEnvelope<'_>, name: &str) -> Option<&'static str> {
    let member = raw.get(name)?;
    let mut found = misspelled(raw).into_iter();
    found.find(|(span, _)| *span == member.name_span).map(|(_, name)| name)
}
