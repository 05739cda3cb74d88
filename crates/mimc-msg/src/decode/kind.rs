//! The type member and the `bizType` beside the message (RULES 3 and 4).

use std::borrow::Cow;

use super::Codec;
use super::reader::{Reader, at, wrong_type};
use crate::error::{DecodeError, Place};
use crate::json::same::same;
use crate::json::value::{Form, Value};
use crate::kind::{Kind, KindCode, is_digits};
use crate::raw_envelope::Slot;
use crate::report::Deviation;

/// What the type member says, before the `bizType` beside it is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypeMember<'r> {
    pub(super) place: TypeFound,
    /// Where the kind stands.
    value: Option<(Slot, &'r Value)>,
}

impl TypeMember<'_> {
    /// Where the member stands; the start of the text where there is none.
    pub(super) fn place_in_text(&self) -> Place {
        self.value.map_or(Place::new("", 0), |(slot, value)| at(slot.pointer(), value))
    }
}

/// Where the type was found: the first column of the table in RULES 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TypeFound {
    MsgTypeText,
    MsgTypeCode,
    /// In `type`, or in both members.
    Type,
    None,
}

impl<'a, 'r> Reader<'a, 'r> {
    /// The type member, and the kind that it says: [`Kind::Absent`] where there is none, or an empty one.
    pub(super) fn type_member(&mut self) -> Result<(TypeMember<'r>, Kind<'a>), DecodeError> {
        let (slot, value) = match (self.raw.value(Slot::MsgType), self.raw.value(Slot::Type)) {
            (None, None) => {
                return Ok((TypeMember { place: TypeFound::None, value: None }, Kind::Absent));
            }
            (Some(value), None) => (Slot::MsgType, value),
            (None, Some(value)) => (Slot::Type, value),
            (Some(first), Some(second)) => {
                let later = if second.start > first.start {
                    at("/type", second)
                } else {
                    at("/msgType", first)
                };
                if !same(self.raw.text, *first, *second) {
                    return Err(DecodeError::TypeConflict { place: later });
                }
                self.deviate(Deviation::TypeTwice, || later)?;
                (Slot::Type, second)
            }
        };
        let (kind, code) = self.member_kind(slot, value)?;
        let place = match (slot, code) {
            _ if kind == Kind::Absent => TypeFound::None,
            (Slot::MsgType, false) => TypeFound::MsgTypeText,
            (Slot::MsgType, true) => TypeFound::MsgTypeCode,
            _ => TypeFound::Type,
        };
        Ok((TypeMember { place, value: Some((slot, value)) }, kind))
    }

    /// The kind that the member names, and whether it does so by a code.
    fn member_kind(&mut self, slot: Slot, value: &Value) -> Result<(Kind<'a>, bool), DecodeError> {
        const EXPECTED: &str = "the kind as a string or an integer code";
        let place = || at(slot.pointer(), value);
        let wrong = || wrong_type(place, value, EXPECTED);
        match value.form {
            Form::Null => {
                self.deviate(Deviation::TypeEmpty, place)?;
                Ok((Kind::Absent, false))
            }
            Form::Integer => {
                let kind = KindCode::parse(value.of(self.raw.text)).ok_or_else(wrong)?;
                Ok((kind, true))
            }
            _ => {
                let text = self.string(value).ok_or_else(wrong)?;
                if text.is_empty() {
                    self.deviate(Deviation::TypeEmpty, place)?;
                } else if is_digits(&text) {
                    self.deviate(Deviation::CodeText, place)?;
                    return Ok((digits_kind(text), true));
                }
                Ok((Kind::parse(text), false))
            }
        }
    }

    /// The text of the kind as it stands where [`Self::kind`] takes it from, if it is a text.
    pub(super) fn kind_text(&self, member: &TypeMember<'_>) -> Option<&'a str> {
        match member.place {
            TypeFound::None => self.codec.biz_type,
            _ => member.value.and_then(|(_, value)| value.string_body(self.raw.text)),
        }
    }

    /// The kind of the message: what the type member says, else what stands beside the message.
    pub(super) fn kind(
        &mut self,
        inner: Kind<'a>,
        member: &TypeMember<'_>,
    ) -> Result<Kind<'a>, DecodeError> {
        if self.codec.biz_type.is_none() {
            return Ok(inner);
        }
        let outer = self.codec.outer_kind();
        if inner == Kind::Absent {
            return Ok(outer);
        }
        if outer != Kind::Absent && outer != inner {
            self.deviate(Deviation::BizTypeConflict, || member.place_in_text())?;
        }
        Ok(inner)
    }
}

impl<'a> Codec<'a> {
    /// The kind of the `bizType` beside the message: text, or the digits of a code.
    pub(super) fn outer_kind(&self) -> Kind<'a> {
        match self.biz_type {
            None => Kind::Absent,
            Some(digits) if is_digits(digits) => digits_kind(Cow::Borrowed(digits)),
            Some(text) => Kind::parse(text),
        }
    }

    /// Whether the `bizType` beside the message is a code.
    pub(super) fn outer_is_code(&self) -> bool {
        self.biz_type.is_some_and(is_digits)
    }
}

fn digits_kind(digits: Cow<'_, str>) -> Kind<'_> {
    match digits {
        Cow::Borrowed(digits) => KindCode::parse(digits).unwrap_or(Kind::Absent),
        Cow::Owned(digits) => KindCode::parse(&digits).map_or(Kind::Absent, Kind::into_owned),
    }
}
