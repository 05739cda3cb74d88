//! What a reader may want to know of a message that is in order (RULES 3).

use super::reader::Reader;
use crate::body::Body;
use crate::envelope::Envelope;
use crate::kind::Kind;
use crate::report::Note;

/// Below this, in 1970, a time is probably in seconds.
const SECONDS_BELOW: u64 = 10_000_000_000;
/// 2100-01-01T00:00:00Z in milliseconds.
const YEAR_2100: u64 = 4_102_444_800_000;

impl Reader<'_, '_> {
    pub(super) fn note(&mut self, envelope: &Envelope<'_>) {
        let kind = envelope.kind();
        let millis = envelope.timestamp.as_millis();
        let id = envelope.id.as_str();
        let notes = &mut self.notes;
        let mut note = |note, is: bool| {
            if is {
                notes.insert(note);
            }
        };
        note(Note::VersionUnknown, envelope.version > 0);
        note(Note::KindUnknown, matches!(kind, Kind::Custom(_) | Kind::Code(_)));
        note(Note::TypeMissing, kind == Kind::Absent);
        let payload_extra = envelope.body.extra().is_some_and(|extra| !extra.is_empty());
        note(Note::MembersUnknown, payload_extra || !envelope.extra.is_empty());
        note(Note::MsgIdControl, has_control(id));
        note(Note::MsgIdPrefix, names_other_kind(id, &kind));
        note(Note::TimestampSeconds, millis < SECONDS_BELOW);
        note(Note::TimestampFar, millis > YEAR_2100);
        match &envelope.body {
            Body::File { url, .. } => {
                note(Note::UrlNotHttp, !is_http(url));
                note(Note::UrlUnsafe, has_blank_or_control(url));
            }
            Body::Recall(receipt) | Body::Read(receipt) => {
                note(Note::ReceiptSelf, receipt.target == envelope.id);
            }
            _ => {}
        }
    }
}

/// Whether the text is visible ASCII, as most ids and URLs are: then nothing in it is odd.
fn is_visible_ascii(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic())
}

fn has_control(text: &str) -> bool {
    !is_visible_ascii(text) && text.chars().any(char::is_control)
}

fn has_blank_or_control(text: &str) -> bool {
    !is_visible_ascii(text) && text.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// Whether what stands before the id's last `_` is a documented kind other than the message's.
fn names_other_kind(id: &str, kind: &Kind<'_>) -> bool {
    let Some((prefix, _)) = id.rsplit_once('_') else {
        return false;
    };
    // The usual case: the manual's form, with the message's own kind.
    if *kind == Kind::Absent || kind.has_text(prefix) {
        return false;
    }
    if !prefix.bytes().all(|b| b.is_ascii_uppercase() || b == b'_') {
        return false;
    }
    let named = Kind::parse(prefix);
    named.is_documented() && named != *kind
}

fn is_http(url: &str) -> bool {
    let starts = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    starts("http://") || starts("https://")
}
