//! `version`, `msgId` and `timestamp` (RULES 3).

use std::borrow::Cow;

use super::Codec;
use super::reader::{Reader, at, wrong_type};
use crate::error::{DecodeError, Place};
use crate::id::MsgId;
use crate::json::digits::decimal;
use crate::json::value::{Form, Value};
use crate::kind::Kind;
use crate::raw_envelope::{RawEnvelope, Slot};
use crate::report::Deviation;
use crate::timestamp::Timestamp;

/// What is sound of a message's header, whatever the rest is like.
///
/// A member is None where it is missing or cannot be read, or was not reached by
/// [`RawEnvelope::recover`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Header<'a> {
    /// The version; 0 where it is missing.
    pub version: Option<u32>,
    /// The id.
    pub id: Option<MsgId<'a>>,
    /// The time.
    pub timestamp: Option<Timestamp>,
    /// The kind; [`Kind::Absent`] where nothing names one.
    pub kind: Option<Kind<'a>>,
}

impl<'a> RawEnvelope<'a> {
    /// The header, as far as it is sound; `biz_type` is the type that travelled beside the message.
    #[must_use]
    pub fn header(&self, biz_type: Option<&'a str>) -> Header<'a> {
        let mut reader = Reader::new(self, Codec::new().biz_type(biz_type.unwrap_or_default()));
        let reached = |slot| self.value(slot).is_some() || self.lacks(slot);
        let kind = reader.type_member().and_then(|(member, kind)| reader.kind(kind, &member));
        Header {
            version: reader.version().ok().filter(|_| reached(Slot::Version)),
            id: reader.msg_id().ok(),
            timestamp: reader.timestamp().ok(),
            kind: kind.ok().filter(|_| reached(Slot::MsgType) || reached(Slot::Type)),
        }
    }
}

impl<'a> Reader<'a, '_> {
    /// The text of a string value.
    pub(super) fn string(&self, value: &Value) -> Option<Cow<'a, str>> {
        value.string(self.raw.text)
    }

    /// An integer from 0 to 2^32 - 1; missing, or digits in a string, is a deviation.
    pub(super) fn version(&mut self) -> Result<u32, DecodeError> {
        const EXPECTED: &str = "an integer from 0 to 2^32 - 1";
        let Some(value) = self.raw.value(Slot::Version) else {
            let offset = self.start();
            self.deviate(Deviation::VersionMissing, || Place::new("/version", offset))?;
            return Ok(0);
        };
        if value.form == Form::Integer && value.of(self.raw.text) == "0" {
            return Ok(0);
        }
        let place = || at("/version", value);
        let digits = match value.form {
            Form::Integer => Cow::Borrowed(value.of(self.raw.text)),
            Form::String => self.string(value).unwrap_or_default(),
            _ => return Err(wrong_type(place, value, EXPECTED)),
        };
        let version = decimal(&digits).and_then(|version| u32::try_from(version).ok());
        let version = version.ok_or_else(|| not_decimal(place, EXPECTED, &digits))?;
        if value.form != Form::Integer {
            self.deviate(Deviation::VersionText, place)?;
        }
        Ok(version)
    }

    /// A string that is not empty; an integer is a deviation.
    pub(super) fn msg_id(&mut self) -> Result<MsgId<'a>, DecodeError> {
        const EXPECTED: &str = "a string of 1 to 15360 bytes";
        let value = self.raw.value(Slot::MsgId).ok_or_else(|| self.missing(Slot::MsgId))?;
        let place = || at("/msgId", value);
        let text = match value.form {
            Form::Integer => {
                self.deviate(Deviation::MsgIdNumber, place)?;
                Cow::Borrowed(value.of(self.raw.text))
            }
            _ => self.string(value).ok_or_else(|| wrong_type(place, value, EXPECTED))?,
        };
        let invalid =
            |found| DecodeError::InvalidValue { place: place(), expected: EXPECTED, found };
        if text.len() > MsgId::MAX_LEN {
            return Err(invalid("a longer one"));
        }
        MsgId::new(text).map_err(|_| invalid("an empty one"))
    }

    /// A string of ASCII digits or an integer, 0 to 2^63 - 1.
    pub(super) fn timestamp(&mut self) -> Result<Timestamp, DecodeError> {
        const EXPECTED: &str =
            "milliseconds since 1970 as an integer or a string of ASCII digits, 0 to 2^63 - 1";
        let value = self.raw.value(Slot::Timestamp).ok_or_else(|| self.missing(Slot::Timestamp))?;
        let place = || at("/timestamp", value);
        let digits = match value.form {
            Form::Integer => Cow::Borrowed(value.of(self.raw.text)),
            _ => self.string(value).ok_or_else(|| wrong_type(place, value, EXPECTED))?,
        };
        let timestamp = decimal(&digits).and_then(|millis| Timestamp::from_millis(millis).ok());
        let timestamp = timestamp.ok_or_else(|| not_decimal(place, EXPECTED, &digits))?;
        if digits.len() > 1 && digits.starts_with('0') {
            self.deviate(Deviation::TimestampZeros, place)?;
        }
        Ok(timestamp)
    }
}

/// The error of a text that is not ASCII digits, or more than its member may have.
#[cold]
#[inline(never)]
fn not_decimal(place: impl FnOnce() -> Place, expected: &'static str, text: &str) -> DecodeError {
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let found = match text.as_bytes() {
        [] => "an empty string",
        _ if all_digits(text) => "a larger integer",
        [b'-' | b'+', digits @ ..] if digits.iter().all(u8::is_ascii_digit) => "a sign",
        _ if text.trim().is_empty() => "white space",
        _ if all_digits(text.trim()) => "white space around the digits",
        _ if text.chars().all(char::is_numeric) => "digits that are not ASCII",
        _ => "a string that is not all ASCII digits",
    };
    DecodeError::InvalidValue { place: place(), expected, found }
}
