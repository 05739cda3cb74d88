//! One reading of one message: what it is read from, and what has been seen so far.

use super::notes::note;
use super::{Codec, Decoded};
use crate::envelope::Envelope;
use crate::error::{DecodeError, Place};
use crate::flags::Flags;
use crate::json::value::{Form, Value};
use crate::kind::Kind;
use crate::raw_envelope::{RawEnvelope, Slot};
use crate::report::{Deviation, Deviations, Note, Notes};

pub(super) struct Reader<'a, 'r> {
    pub(super) raw: &'r RawEnvelope<'a>,
    pub(super) codec: Codec<'a>,
    pub(super) deviations: Deviations,
    pub(super) notes: Notes,
    /// Where the deviations are, if somebody asks.
    pub(super) places: Option<&'r mut Vec<(Deviation, Place)>>,
}

impl<'a, 'r> Reader<'a, 'r> {
    pub(super) fn new(raw: &'r RawEnvelope<'a>, codec: Codec<'a>) -> Self {
        Self { raw, codec, deviations: Flags::NONE, notes: Flags::NONE, places: None }
    }

    /// Decodes the message.
    pub(super) fn decode(
        mut self,
        scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Decoded<'a>, DecodeError> {
        if !self.is_envelope() {
            return Err(DecodeError::NotAnEnvelope { object: true });
        }
        if self.raw.trailing_nul {
            self.deviate(Deviation::TrailingNul, || Place::new("", self.raw.text.len()))?;
        }
        let (type_member, kind) = self.type_member()?;
        let kind = self.kind(kind, &type_member)?;
        let version = self.version()?;
        let id = self.msg_id()?;
        let timestamp = self.timestamp()?;
        let body_member = self.body_member()?;
        let fit = self.detect(&type_member, &kind, version, body_member)?;
        let body = self.body(fit, kind, version, body_member, scratch)?;
        let extra = self.raw.extra();
        if version > 0 {
            self.notes.insert(Note::VersionUnknown);
        }
        if !extra.is_empty() {
            self.notes.insert(Note::MembersUnknown);
        }
        note(&id, timestamp, &body, self.kind_text(&type_member), &mut self.notes);
        Ok(Decoded {
            envelope: Envelope { version, id, timestamp, body, extra },
            dialect: fit.named,
            fits: fit.fits,
            deviations: self.deviations,
            notes: self.notes,
        })
    }

    /// Whether the object is an envelope (RULES 1): it has a type member, or else a string `msgId`, a
    /// `timestamp` that is a string or integer, and a body that is a string or object, or none where
    /// the kind beside it needs none.
    fn is_envelope(&self) -> bool {
        let form = |slot| self.raw.value(slot).map(|value| value.form);
        if form(Slot::MsgType).is_some() || form(Slot::Type).is_some() {
            return true;
        }
        let body = [form(Slot::Payload), form(Slot::Content)];
        matches!(form(Slot::MsgId), Some(Form::String))
            && matches!(form(Slot::Timestamp), Some(Form::String | Form::Integer))
            && match body {
                [None, None] => may_lack_body(&self.codec.outer_kind()),
                some => {
                    some.contains(&Some(Form::Object)) || {
                        some.iter().any(|form| matches!(form, Some(Form::String)))
                    }
                }
            }
    }

    /// Takes note of a deviation, or refuses it in strict decoding.
    #[cold]
    #[inline(never)]
    pub(super) fn deviate(
        &mut self,
        deviation: Deviation,
        place: impl FnOnce() -> Place,
    ) -> Result<(), DecodeError> {
        if self.codec.strict {
            return Err(DecodeError::Deviation { deviation, place: place() });
        }
        self.deviations.insert(deviation);
        if let Some(places) = &mut self.places {
            places.push((deviation, place()));
        }
        Ok(())
    }

    /// The place of a member that is missing: the offset is that of the message.
    #[cold]
    pub(super) fn missing(&self, slot: Slot) -> DecodeError {
        DecodeError::MissingMember { place: Place::new(slot.pointer(), self.start()) }
    }

    /// Where the message begins in the text.
    pub(super) fn start(&self) -> usize {
        self.raw.text.find('{').unwrap_or(0)
    }
}

/// Whether a message of this kind, its type beside it, is an envelope without a body.
pub(crate) fn may_lack_body(kind: &Kind<'_>) -> bool {
    matches!(kind, Kind::Ping | Kind::Pong | Kind::FriendRequest)
}

/// The place of a value, under a pointer.
pub(super) fn at(pointer: &'static str, value: &Value) -> Place {
    Place::of(pointer, value)
}

/// The error of a value of the wrong JSON type.
#[cold]
#[inline(never)]
pub(super) fn wrong_type(
    place: impl FnOnce() -> Place,
    value: &Value,
    expected: &'static str,
) -> DecodeError {
    let found = match value.form {
        Form::Null => "null",
        Form::False | Form::True => "a boolean",
        Form::Integer => "an integer",
        Form::Float => "a number with a fraction or an exponent",
        Form::String => "a string",
        Form::Array => "an array",
        Form::Object => "an object",
    };
    DecodeError::WrongType { place: place(), expected, found }
}
