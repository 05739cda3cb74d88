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
        let payload_extra = envelope.body.extra();
        let millis = envelope.timestamp.as_millis();
        let id = envelope.id.as_str();
        let found = [
            (Note::VersionUnknown, envelope.version > 0),
            (Note::KindUnknown, matches!(kind, Kind::Custom(_) | Kind::Code(_))),
            (Note::TypeMissing, kind == Kind::Absent),
            (
                Note::MembersUnknown,
                !envelope.extra.is_empty() || payload_extra.is_some_and(|extra| !extra.is_empty()),
            ),
            (Note::MsgIdControl, has_control(id)),
            (Note::MsgIdPrefix, names_other_kind(id, &kind)),
            (Note::TimestampSeconds, millis < SECONDS_BELOW),
            (Note::TimestampFar, millis > YEAR_2100),
        ];
        self.notes.extend(found.into_iter().filter_map(|(note, is)| is.then_some(note)));
        match &envelope.body {
            Body::File { url, .. } => {
                if !is_http(url) {
                    self.notes.insert(Note::UrlNotHttp);
                }
                if url.chars().any(|c| c.is_whitespace() || c.is_control()) {
                    self.notes.insert(Note::UrlUnsafe);
                }
            }
            Body::Recall(receipt) | Body::Read(receipt) if receipt.target == envelope.id => {
                self.notes.insert(Note::ReceiptSelf);
            }
            _ => {}
        }
    }
}

fn has_control(text: &str) -> bool {
    // Most ids are ASCII and are told by their bytes.
    if text.is_ascii() {
        return text.bytes().any(|b| b.is_ascii_control());
    }
    text.chars().any(char::is_control)
}

/// Whether what stands before the id's last `_` is a documented kind other than the message's.
fn names_other_kind(id: &str, kind: &Kind<'_>) -> bool {
    let Some((prefix, _)) = id.rsplit_once('_') else {
        return false;
    };
    if *kind == Kind::Absent || !prefix.bytes().all(|b| b.is_ascii_uppercase() || b == b'_') {
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
