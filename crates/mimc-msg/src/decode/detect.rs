//! Which dialect a message is written in: the table in RULES 5.

use super::kind::{TypeFound, TypeMember};
use super::reader::{Reader, at};
use crate::base64::is_canonical;
use crate::dialect::{BodyMember, Dialect, Dialects, TimestampForm, TypePlace};
use crate::error::DecodeError;
use crate::flags::Flags;
use crate::json::same::same;
use crate::json::value::{Form, Value};
use crate::kind::Kind;
use crate::raw_envelope::Slot;
use crate::report::{Deviation, Note};

/// The member that holds the body.
#[derive(Clone, Copy, Debug)]
pub(super) struct BodyFound<'r> {
    pub(super) slot: Slot,
    pub(super) value: &'r Value,
    /// The other member is there too, with the same value.
    twice: bool,
}

/// The outcome of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// The dialect; None where several fit and disagree.
    pub(super) named: Option<Dialect>,
    pub(super) fits: Dialects,
}

impl Fit {
    pub(super) fn one(dialect: Dialect) -> Self {
        Self { named: Some(dialect), fits: Flags::from_iter([dialect]) }
    }
}

impl<'a, 'r> Reader<'a, 'r> {
    /// The body: `payload` or `content`, or both with the same value.
    pub(super) fn body_member(&mut self) -> Result<Option<BodyFound<'r>>, DecodeError> {
        let (slot, value, other) =
            match (self.raw.value(Slot::Payload), self.raw.value(Slot::Content)) {
                (None, None) => return Ok(None),
                (Some(payload), content) => (Slot::Payload, payload, content),
                (None, Some(content)) => (Slot::Content, content, None),
            };
        if let Some(content) = other {
            let later = if content.start > value.start {
                at("/content", content)
            } else {
                at("/payload", value)
            };
            if !same(self.raw.text, *value, *content) {
                return Err(DecodeError::BodyConflict { place: later });
            }
            self.deviate(Deviation::BodyTwice, || later)?;
        }
        Ok(Some(BodyFound { slot, value, twice: other.is_some() }))
    }

    /// Answers the four questions, by the pin or by form alone.
    pub(super) fn detect(
        &mut self,
        found: &TypeMember<'_>,
        kind: &Kind<'a>,
        version: u32,
        body: Option<BodyFound<'_>>,
    ) -> Result<Fit, DecodeError> {
        let fit = match self.codec.dialect {
            Some(pin) => pinned(pin, found, version, body)?,
            None => self.by_form(found.place, kind, version, body),
        };
        let Some(dialect) = fit.named else {
            self.notes.insert(Note::Ambiguous);
            return Ok(fit);
        };
        let timestamp = self.raw.value(Slot::Timestamp);
        if let Some(value) = timestamp.filter(|_| self.timestamp_form() != dialect.timestamp) {
            self.deviate(Deviation::TimestampForm, || at("/timestamp", value))?;
        }
        if let Some(body) = body.filter(|body| !body.twice && body.member() != dialect.body) {
            self.deviate(Deviation::BodyName, || at(body.slot.pointer(), body.value))?;
        }
        Ok(fit)
    }

    pub(super) fn timestamp_form(&self) -> TimestampForm {
        match self.raw.value(Slot::Timestamp).map(|value| value.form) {
            Some(Form::String) => TimestampForm::String,
            _ => TimestampForm::Number,
        }
    }

    fn by_form(
        &self,
        place: TypeFound,
        kind: &Kind<'a>,
        version: u32,
        body: Option<BodyFound<'_>>,
    ) -> Fit {
        let slot = body.map(|body| body.slot);
        let version_first = || {
            self.raw.value(Slot::Version).is_some() && self.in_order(&[Slot::Version, Slot::MsgId])
        };
        let beside_is_code = || self.codec.outer_is_code();
        match by_answers(place, self.timestamp_form(), slot, version_first, beside_is_code) {
            Some(dialect) => Fit::one(dialect),
            None => {
                let text = body.and_then(|body| self.string(body.value)).unwrap_or_default();
                by_payload(&text, kind, version, |slots| self.in_order(slots))
            }
        }
    }

    /// Whether those of the members that are there stand in this order.
    pub(super) fn in_order(&self, slots: &[Slot]) -> bool {
        slots.iter().filter_map(|slot| self.raw.position(*slot)).is_sorted()
    }
}

/// The dialect by where the type is, the form of the timestamp and the body member; None where these do not tell.
#[inline]
pub(super) fn by_answers(
    place: TypeFound,
    timestamp: TimestampForm,
    body: Option<Slot>,
    version_first: impl FnOnce() -> bool,
    beside_is_code: impl FnOnce() -> bool,
) -> Option<Dialect> {
    use TimestampForm::{Number, String as Text};
    Some(match (place, timestamp, body) {
        (TypeFound::MsgTypeText, _, _) => Dialect::MANUAL_V1,
        (TypeFound::Type, _, _) => Dialect::MANUAL_V2,
        (TypeFound::MsgTypeCode, Text, _) => Dialect::WEBJS_W1,
        (TypeFound::MsgTypeCode, Number, _) => {
            if version_first() {
                Dialect::ANDROID_A1
            } else {
                Dialect::JAVA_J1
            }
        }
        (TypeFound::None, Number, Some(Slot::Content)) => Dialect::JAVA_J2,
        (TypeFound::None, Number, None) if beside_is_code() => Dialect::JAVA_J2,
        (TypeFound::None, Number, _) => Dialect::ANDROID_A2,
        (TypeFound::None, Text, Some(Slot::Content)) => Dialect::WEBJS_W2,
        (TypeFound::None, Text, None) => Dialect::MANUAL_V3,
        (TypeFound::None, Text, Some(_)) => return None,
    })
}

/// No type inside, a timestamp in a string, and `payload`: plain of the later manual, or base64 of the Web and iOS
/// demos. `text` is the payload, or nothing where it is no string.
pub(super) fn by_payload(
    text: &str,
    kind: &Kind<'_>,
    version: u32,
    in_order: impl FnOnce(&[Slot]) -> bool,
) -> Fit {
    if text.is_empty() || !is_canonical(text.as_bytes()) {
        return Fit::one(Dialect::MANUAL_V3);
    }
    let mut fits = Flags::from_iter([Dialect::WEBJS_W3, Dialect::IOS]);
    let agree =
        version > 0 || matches!(kind, Kind::Recall(_) | Kind::Read(_) | Kind::FriendResponse);
    if !agree {
        fits.insert(Dialect::MANUAL_V3);
        return Fit { named: None, fits };
    }
    let web = [Slot::Version, Slot::MsgId, Slot::Timestamp, Slot::Payload];
    // The Web demo writes one order; the iOS demo's is that of a hash table.
    let named = if in_order(&web) { Dialect::WEBJS_W3 } else { Dialect::IOS };
    Fit { named: Some(named), fits }
}

/// Checks the message against the pin: the place of the type, the body member, its encoding.
fn pinned(
    dialect: Dialect,
    found: &TypeMember<'_>,
    version: u32,
    body: Option<BodyFound<'_>>,
) -> Result<Fit, DecodeError> {
    let wrong = |place, why| Err(DecodeError::WrongDialect { dialect, place, why });
    let expected = match dialect.type_place {
        TypePlace::MsgTypeText => TypeFound::MsgTypeText,
        TypePlace::MsgTypeCode => TypeFound::MsgTypeCode,
        TypePlace::Type => TypeFound::Type,
        TypePlace::OutsideText | TypePlace::OutsideCode => TypeFound::None,
    };
    if found.place != expected {
        let why = match expected {
            TypeFound::MsgTypeText => "its type is a text in `msgType`",
            TypeFound::MsgTypeCode => "its type is a code in `msgType`",
            TypeFound::Type => "its type is in `type`",
            TypeFound::None => "its type travels beside the message",
        };
        return wrong(found.place_in_text(), why);
    }
    if let Some(body) = body {
        let place = at(body.slot.pointer(), body.value);
        if !body.twice && body.member() != dialect.body {
            let why = match dialect.body {
                BodyMember::Payload => "its body is in `payload`",
                BodyMember::Content => "its body is in `content`",
            };
            return wrong(place, why);
        }
        let string = body.value.form == Form::String;
        if version == 0 && dialect.is_base64() && !string {
            return wrong(place, "its body is base64 in a string");
        }
    }
    Ok(Fit::one(dialect))
}

impl BodyFound<'_> {
    pub(super) fn member(self) -> BodyMember {
        body_member(self.slot)
    }
}

/// The body member of this slot.
pub(super) fn body_member(slot: Slot) -> BodyMember {
    if slot == Slot::Content { BodyMember::Content } else { BodyMember::Payload }
}
