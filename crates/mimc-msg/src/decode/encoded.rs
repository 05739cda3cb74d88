//! Bodies behind base64 (RULES 6 and 7).

use std::borrow::Cow;

use super::Codec;
use super::detect::BodyFound;
use super::reader::{Reader, at, wrong_type};
use crate::base64::InvalidBase64;
use crate::body::{Body, Payload, Receipt};
use crate::cesu8;
use crate::dialect::{BodyMember, Dialect};
use crate::error::{DecodeError, Place};
use crate::extra::Extra;
use crate::id::{Account, MsgId};
use crate::json::escape::raw_offset;
use crate::kind::Kind;
use crate::raw_envelope::Slot;
use crate::report::Deviation;

impl<'a> Reader<'a, '_> {
    /// A message without a body in a dialect of base64.
    pub(super) fn encoded_absent(
        &self,
        kind: Kind<'a>,
        dialect: Dialect,
    ) -> Result<Body<'a>, DecodeError> {
        Ok(match kind {
            Kind::Ping => Body::Ping(None),
            Kind::Pong => Body::Pong(None),
            Kind::FriendRequest => Body::friend_request(None),
            Kind::Custom(_) | Kind::Code(_) | Kind::Absent => {
                Body::Other { kind, payload: Payload::Absent }
            }
            _ => {
                return Err(self.missing(match dialect.body {
                    BodyMember::Payload => Slot::Payload,
                    BodyMember::Content => Slot::Content,
                }));
            }
        })
    }

    pub(super) fn encoded(
        &mut self,
        kind: Kind<'a>,
        body: BodyFound<'_>,
        scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Body<'a>, DecodeError> {
        let bytes = self.base64(body, scratch)?;
        if kind == Kind::FriendResponse {
            let wrong = || invalid(body, "`true` or `false`", "something else");
            return response(&bytes).ok_or_else(wrong);
        }
        match self.text_or_bytes(body, bytes)? {
            Ok(text) => {
                said(kind, text).ok_or_else(|| invalid(body, "the id of a message", "nothing"))
            }
            Err(bytes) => unsaid(kind, bytes).map_err(|bytes| self.not_utf8(body, &bytes)),
        }
    }

    /// The bytes behind the base64: in the caller's scratch where there is one.
    fn base64(
        &self,
        body: BodyFound<'_>,
        scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Cow<'a, [u8]>, DecodeError> {
        let place = || at(body.slot.pointer(), body.value);
        let text = self
            .string(body.value)
            .ok_or_else(|| wrong_type(place, body.value, "base64 in a string"))?;
        let failed = |invalid: InvalidBase64| DecodeError::InvalidBase64 {
            place: self.inside(body, invalid.offset),
            why: invalid.why,
        };
        self.codec.behind_base64(&text, scratch).map_err(failed)
    }

    /// The place of a character of the body's string.
    fn inside(&self, body: BodyFound<'_>, character: usize) -> Place {
        let raw = body.value.string_body(self.raw.text).unwrap_or_default();
        let offset = body.value.start as usize + 1 + raw_offset(raw, character);
        Place::new(body.slot.pointer(), offset)
    }

    /// The error of bytes that should be text.
    #[cold]
    fn not_utf8(&self, body: BodyFound<'_>, bytes: &[u8]) -> DecodeError {
        let utf8 = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
        // What is sound as CESU-8 is not at fault.
        let wrong = cesu8::decode(bytes).map_or_else(|at| at.max(utf8), |_| utf8);
        let text = self.string(body.value).unwrap_or_default();
        let character = self.codec.base64.text_offset(text.as_bytes(), wrong);
        DecodeError::BodyNotUtf8 { place: self.inside(body, character) }
    }

    /// The bytes as text where they are UTF-8, or CESU-8; else the bytes.
    fn text_or_bytes(
        &mut self,
        body: BodyFound<'_>,
        bytes: Cow<'a, [u8]>,
    ) -> Result<Result<Cow<'a, str>, Cow<'a, [u8]>>, DecodeError> {
        let bytes = match into_text(bytes) {
            Ok(text) => return Ok(Ok(text)),
            Err(bytes) => bytes,
        };
        match cesu8::decode(&bytes) {
            Ok(text) => {
                self.deviate(Deviation::TextCesu8, || at(body.slot.pointer(), body.value))?;
                Ok(Ok(Cow::Owned(text)))
            }
            Err(_) => Ok(Err(bytes)),
        }
    }
}

impl<'a> Codec<'a> {
    /// The bytes behind base64: in the caller's scratch where there is one.
    #[inline]
    pub(super) fn behind_base64(
        &self,
        text: &str,
        scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Cow<'a, [u8]>, InvalidBase64> {
        match scratch {
            Some(scratch) => {
                self.base64.decode_into(text.as_bytes(), scratch)?;
                Ok(Cow::Borrowed(scratch))
            }
            None => self.base64.decode(text.as_bytes()).map(Cow::Owned),
        }
    }
}

/// The body whose text stood behind base64; None where a receipt names nothing.
pub(super) fn said<'a>(kind: Kind<'a>, text: Cow<'a, str>) -> Option<Body<'a>> {
    let receipt = |content, text| Some(Receipt::new(content, MsgId::new(text).ok()?));
    Some(match kind {
        Kind::Text => Body::Text(text),
        Kind::File(medium) => Body::File { medium, url: text },
        Kind::Recall(content) => Body::Recall(receipt(content, text)?),
        Kind::Read(content) => Body::Read(receipt(content, text)?),
        Kind::Ping => Body::Ping(Some(Account::new(text))),
        Kind::Pong => Body::Pong(Some(Account::new(text))),
        kind => Body::Other { kind, payload: Payload::Text(text) },
    })
}

/// The body whose bytes stood behind base64 and are no text; the bytes where it has to be one.
pub(super) fn unsaid<'a>(kind: Kind<'a>, bytes: Cow<'a, [u8]>) -> Result<Body<'a>, Cow<'a, [u8]>> {
    match kind {
        Kind::FriendRequest | Kind::Custom(_) | Kind::Code(_) | Kind::Absent => {
            Ok(Body::Other { kind, payload: Payload::Bytes(bytes) })
        }
        _ => Err(bytes),
    }
}

/// The answer to a request for friendship that stood behind base64.
pub(super) fn response(bytes: &[u8]) -> Option<Body<'static>> {
    let accepted = match bytes {
        b"true" => true,
        b"false" => false,
        _ => return None,
    };
    Some(Body::FriendResponse { responder: None, accepted, extra: Extra::new() })
}

pub(super) fn into_text(bytes: Cow<'_, [u8]>) -> Result<Cow<'_, str>, Cow<'_, [u8]>> {
    match bytes {
        Cow::Borrowed(bytes) => {
            simdutf8::basic::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| Cow::Borrowed(bytes))
        }
        Cow::Owned(bytes) => {
            String::from_utf8(bytes).map(Cow::Owned).map_err(|error| Cow::Owned(error.into_bytes()))
        }
    }
}

#[cold]
fn invalid(body: BodyFound<'_>, expected: &'static str, found: &'static str) -> DecodeError {
    DecodeError::InvalidValue { place: at(body.slot.pointer(), body.value), expected, found }
}
