//! What a reader may want to know of a message that is in order (RULES 3).

use crate::body::Body;
use crate::id::MsgId;
use crate::json::plain::{is_visible_ascii, last};
use crate::kind::Kind;
use crate::report::{Note, Notes};
use crate::timestamp::Timestamp;

/// Below this, in 1970, a time is probably in seconds.
const SECONDS_BELOW: u64 = 10_000_000_000;
/// 2100-01-01T00:00:00Z in milliseconds.
const YEAR_2100: u64 = 4_102_444_800_000;

/// Adds what is to be noted of the header and body to the notes; `named` is the text of the kind as it stands there,
/// if it does.
pub(super) fn note(
    id: &MsgId<'_>,
    timestamp: Timestamp,
    body: &Body<'_>,
    named: Option<&str>,
    notes: &mut Notes,
) {
    let millis = timestamp.as_millis();
    let mut note = |note, is: bool| {
        if is {
            notes.insert(note);
        }
    };
    note(Note::MsgIdControl, has_control(id.as_str()));
    note(Note::MsgIdPrefix, names_other_kind(id.as_str(), named, body));
    note(Note::TimestampSeconds, millis < SECONDS_BELOW);
    note(Note::TimestampFar, millis > YEAR_2100);
    match body {
        Body::Text(_) | Body::Ping(_) | Body::Pong(_) => {}
        Body::File { url, .. } => {
            note(Note::UrlNotHttp, !is_http(url));
            note(Note::UrlUnsafe, has_blank_or_control(url));
        }
        Body::Recall(receipt) | Body::Read(receipt) => {
            note(Note::ReceiptSelf, receipt.target == *id);
            note(Note::MembersUnknown, !receipt.extra.is_empty());
        }
        Body::FriendRequest { extra, .. } | Body::FriendResponse { extra, .. } => {
            note(Note::MembersUnknown, !extra.is_empty());
        }
        Body::Other { kind, .. } => {
            note(Note::KindUnknown, matches!(kind, Kind::Custom(_) | Kind::Code(_)));
            note(Note::TypeMissing, *kind == Kind::Absent);
        }
    }
}

fn has_control(text: &str) -> bool {
    !is_visible_ascii(text) && any(text, char::is_control)
}

fn has_blank_or_control(text: &str) -> bool {
    !is_visible_ascii(text) && any(text, |c| c.is_whitespace() || c.is_control())
}

#[cold]
fn any(text: &str, is: impl FnMut(char) -> bool) -> bool {
    text.chars().any(is)
}

/// Whether what stands before the id's last `_` is a documented kind other than the message's.
fn names_other_kind(id: &str, named: Option<&str>, body: &Body<'_>) -> bool {
    // A documented kind begins with one of these.
    if !matches!(id.as_bytes(), [b'A' | b'B' | b'P' | b'T', ..]) {
        return false;
    }
    let Some(end) = last(b'_', id.as_bytes()) else {
        return false;
    };
    let prefix = &id[..end];
    // The usual case: the manual's form, with the message's own kind.
    named != Some(prefix) && other_documented(prefix, body)
}

#[cold]
fn other_documented(prefix: &str, body: &Body<'_>) -> bool {
    let (kind, named) = (body.kind(), Kind::parse(prefix));
    kind != Kind::Absent && named.is_documented() && named != kind
}

fn is_http(url: &str) -> bool {
    let starts = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    starts("http://") || starts("https://")
}
