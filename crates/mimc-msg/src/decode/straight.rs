//! The second pass over a message as nearly all are: the usual members and nothing odd about any of them.
//!
//! Here every question of the general way has been answered by the form: no member is missing, twice, escaped or of
//! the wrong type, and nothing deviates. What is not so is left to the general way, which gives the same wherever this
//! one gives something (`tests/laws.rs`, white space). It saves a quarter of the instructions of a usual message.

#![allow(
    clippy::inline_always,
    reason = "what these give is large; written in parts and read in blocks right after, it is waited for"
)]

use std::borrow::Cow;

use super::detect::{Fit, body_member, by_answers, by_payload};
use super::encoded::{into_text, response, said, unsaid};
use super::kind::TypeFound;
use super::notes::note;
use super::receipt::{READ, RECALLED};
use super::{Codec, Decoded};
use crate::body::{Body, Payload, Receipt};
use crate::cesu8;
use crate::dialect::TimestampForm;
use crate::envelope::Envelope;
use crate::extra::Extra;
use crate::flags::Flags;
use crate::id::{Account, MsgId};
use crate::json::digits::decimal;
use crate::json::plain::plain_prefix;
use crate::json::raw::RawJson;
use crate::json::value::{Form, Value};
use crate::kind::{Kind, KindCode};
use crate::raw_envelope::{RawEnvelope, Slot};
use crate::report::Note;
use crate::timestamp::Timestamp;

impl<'a> Codec<'a> {
    /// Decodes a message that is `straight`. Where it does not, the scratch may be gone: the general way then allocates.
    #[inline(always)]
    pub(super) fn straight(
        &self,
        raw: &RawEnvelope<'a>,
        scratch: &mut Option<&'a mut Vec<u8>>,
    ) -> Option<Decoded<'a>> {
        if self.dialect.is_some() || raw.trailing_nul {
            return None;
        }
        let text = raw.text;
        let version = raw.value(Slot::Version)?;
        let id = raw.value(Slot::MsgId)?.string_body(text)?;
        let version_0 = version.end - version.start == 1
            && text.as_bytes().get(version.start as usize) == Some(&b'0');
        if !version_0 || id.len() > MsgId::MAX_LEN {
            return None;
        }
        let value = raw.value(Slot::Timestamp)?;
        let (form, digits) = match value.string_body(text) {
            Some(digits) => (TimestampForm::String, digits),
            None => (TimestampForm::Number, value.of(text)),
        };
        if digits.starts_with('0') {
            return None;
        }
        let timestamp = Timestamp::from_millis(decimal(digits)?).ok()?;
        let (place, kind, named) = self.straight_kind(raw)?;
        let (slot, body) = match (raw.value(Slot::Payload), raw.value(Slot::Content)) {
            (Some(body), _) => (Slot::Payload, body),
            (None, body) => (Slot::Content, body?),
        };
        let said = match body.form {
            Form::String => Said::Text(body.string_body(text)?),
            Form::Object => Said::Object(body.of(text), body),
            _ => return None,
        };
        let fit = match by_answers(place, form, Some(slot), || true, || self.outer_is_code()) {
            Some(dialect) => Fit::one(dialect),
            None => by_payload(said.text().unwrap_or_default(), &kind, 0, |_| true),
        };
        let mut notes = Flags::NONE;
        let body = match fit.named {
            Some(dialect) if dialect.timestamp != form || dialect.body != body_member(slot) => {
                return None;
            }
            Some(dialect) if dialect.is_base64() => {
                self.straight_encoded(kind, said.text()?, scratch)?
            }
            Some(_) => straight_plain(kind, said, text)?,
            None => {
                notes.insert(Note::Ambiguous);
                Body::Other { kind, payload: Payload::Text(Cow::Borrowed(said.text()?)) }
            }
        };
        let id = MsgId::new(id).ok()?;
        note(&id, timestamp, &body, named, &mut notes);
        Some(Decoded {
            envelope: Envelope { version: 0, id, timestamp, body, extra: Extra::new() },
            dialect: fit.named,
            fits: fit.fits,
            deviations: Flags::NONE,
            notes,
        })
    }

    /// Where the type is, the kind, and its text where it has one.
    #[inline(always)]
    fn straight_kind(
        &self,
        raw: &RawEnvelope<'a>,
    ) -> Option<(TypeFound, Kind<'a>, Option<&'a str>)> {
        let (place, value) = match (raw.value(Slot::MsgType), raw.value(Slot::Type)) {
            (Some(value), _) => (TypeFound::MsgTypeText, value),
            (None, Some(value)) => (TypeFound::Type, value),
            (None, None) => return Some((TypeFound::None, self.outer_kind(), self.biz_type)),
        };
        let Some(named) = value.string_body(raw.text) else {
            let coded = value.form == Form::Integer
                && place == TypeFound::MsgTypeText
                && self.biz_type.is_none();
            let kind = KindCode::parse(value.of(raw.text)).filter(|_| coded)?;
            return Some((TypeFound::MsgTypeCode, kind, None));
        };
        // Digits are a code in a string, and odd; so is another type beside the message.
        let usual = !named.bytes().next()?.is_ascii_digit()
            && self.biz_type.is_none_or(|beside| beside == named);
        usual.then(|| (place, Kind::parse(named), Some(named)))
    }

    #[inline(always)]
    fn straight_encoded(
        &self,
        kind: Kind<'a>,
        text: &str,
        scratch: &mut Option<&'a mut Vec<u8>>,
    ) -> Option<Body<'a>> {
        let bytes = self.behind_base64(text, scratch.take()).ok()?;
        if kind == Kind::FriendResponse {
            return response(&bytes);
        }
        match into_text(bytes) {
            Ok(text) => said(kind, text),
            Err(bytes) if cesu8::decode(&bytes).is_err() => unsaid(kind, bytes).ok(),
            Err(_) => None,
        }
    }
}

/// The body as it stands in the message.
#[derive(Clone, Copy)]
enum Said<'a, 'r> {
    Text(&'a str),
    Object(&'a str, &'r Value),
}

impl<'a> Said<'a, '_> {
    fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Object(..) => None,
        }
    }

    /// The text of the member of this name, where it is the only one.
    fn only(self, name: &str) -> Option<&'a str> {
        let Self::Object(object, _) = self else { return None };
        let member = object.strip_prefix("{\"")?.strip_suffix("\"}")?;
        let text = member.strip_prefix(name)?.strip_prefix("\":\"")?;
        (plain_prefix(text.as_bytes()) == text.len()).then_some(text)
    }
}

#[inline(always)]
fn straight_plain<'a>(kind: Kind<'a>, said: Said<'a, '_>, message: &'a str) -> Option<Body<'a>> {
    let text = || said.text().map(Cow::Borrowed);
    let receipt = |content, name| Some(Receipt::new(content, MsgId::new(said.only(name)?).ok()?));
    Some(match kind {
        Kind::Text => Body::Text(text()?),
        Kind::File(medium) => Body::File { medium, url: text()? },
        Kind::Recall(content) => Body::Recall(receipt(content, RECALLED)?),
        Kind::Read(content) => Body::Read(receipt(content, READ)?),
        Kind::Ping => Body::Ping(Some(Account::new(text()?))),
        Kind::Pong => Body::Pong(Some(Account::new(text()?))),
        Kind::FriendRequest => {
            Body::friend_request(Some(Account::new(said.only("add_requester")?)))
        }
        Kind::FriendResponse => return None,
        Kind::Custom(_) | Kind::Code(_) | Kind::Absent => {
            let payload = match said {
                Said::Text(text) => Payload::Text(Cow::Borrowed(text)),
                Said::Object(_, value) => Payload::Json(RawJson::from_value(message, value)),
            };
            Body::Other { kind, payload }
        }
    })
}
