//! Deviations and notes, each at its place.

use std::collections::HashMap;
use std::ops::Range;

use super::advice;
use super::body::body;
use super::finding::{Problem, Severity};
use super::help::Help;
use super::message::Exam;
use super::names::{NAMES, misspelled};
use crate::decode::{Codec, Decoded};
use crate::json::escape::raw_offset;
use crate::json::pointer::token;
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
            if note == Note::MembersUnknown {
                self.unknown(&raw);
            } else if let Some((pointer, at)) = place(note, &raw, &decoded) {
                self.note(note, &pointer, at, &raw, &codec, &decoded);
            }
        }
    }

    /// Tells of the members that no document names, as many as are kept.
    fn unknown(&mut self, raw: &RawEnvelope<'_>) {
        let meant: HashMap<usize, &'static str> =
            misspelled(raw).into_iter().map(|(span, name)| (span.start, name)).collect();
        // A name whose value is invented was cut off, or had none.
        let outer = raw.members_in_order().filter(|member| {
            let value = member.value_span.start;
            !NAMES.contains(&&*member.name) && !self.mended.is_invented(value)
        });
        let mut found: Vec<_> = outer
            .take(self.all.most + 1)
            .map(|member| (format!("/{}", token(&member.name)), member.name_span))
            .collect();
        if found.is_empty() {
            found = unknown_in_body(raw);
        }
        for (pointer, span) in found {
            if !self.mended.is_invented(span.start) {
                let help = meant.get(&span.start).map(|name| Help::DidYouMean(name));
                let inner = self.mended.source(span);
                let problem = Problem::Note(Note::MembersUnknown);
                self.tell(problem, Severity::Note, &pointer, inner, help);
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
            At::Body(span) => {
                let invented =
                    |(_, it): (_, RawMember<'_>)| self.mended.is_invented(it.value_span.start);
                if body(raw).is_none_or(invented) {
                    return;
                }
                let Some(layer) = self.body_layer(raw, codec) else { return };
                (layer, span)
            }
        };
        let help = advice::of_note(note, decoded);
        self.tell_in(layer, Problem::Note(note), Severity::Note, pointer, inner, help);
    }
}

/// Where the reason for a note is.
fn place(note: Note, raw: &RawEnvelope<'_>, decoded: &Decoded<'_>) -> Option<(String, At)> {
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
    match note {
        Note::VersionUnknown => value("version"),
        Note::KindUnknown => value("msgType").or_else(|| value("type")).or_else(|| Some(whole())),
        Note::TypeMissing => Some(whole()),
        Note::MembersUnknown => None,
        Note::Ambiguous => body(raw).and_then(|_| value("payload").or_else(|| value("content"))),
        Note::MsgIdControl => id(find(decoded.envelope.id.as_str(), char::is_control)),
        Note::MsgIdPrefix => id(decoded.envelope.id.as_str().rfind('_').map(|end| 0..end)),
        Note::TimestampSeconds | Note::TimestampFar => value("timestamp"),
        Note::UrlNotHttp | Note::UrlUnsafe | Note::ReceiptSelf => in_body(note, raw, decoded),
    }
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

/// The members of a body's object that no document names: of each the name's place, and the pointer.
fn unknown_in_body(raw: &RawEnvelope<'_>) -> Vec<(String, Range<usize>)> {
    const KNOWN: [&str; 5] =
        ["recall_msgId", "read_msgId", "add_requester", "add_responser", "accepted"];
    let Some((pointer, body)) = body(raw) else { return Vec::new() };
    let json = body.value.as_str().as_bytes();
    let Ok(inside) = RawEnvelope::parse_within(json, Limits::MAX) else {
        // An object that is written as text.
        return vec![(pointer.to_owned(), body.value_span)];
    };
    let start = body.value_span.start;
    let unknown = inside.members_in_order().filter(|member| !KNOWN.contains(&&*member.name));
    let placed = unknown.map(|member| {
        let span = start + member.name_span.start..start + member.name_span.end;
        (format!("{pointer}/{}", token(&member.name)), span)
    });
    placed.collect()
}

/// The first character of a text that is so.
fn find(text: &str, is: impl Fn(char) -> bool) -> Option<Range<usize>> {
    text.char_indices().find(|(_, c)| is(*c)).map(|(at, c)| at..at + c.len_utf8())
}
