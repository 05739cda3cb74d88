//! Plain bodies, and the choice between plain, base64 and kept as it came (RULES 6).

use std::borrow::Cow;

use super::detect::{BodyFound, Fit};
use super::reader::{Reader, at, wrong_type};
use super::receipt::{READ, RECALLED};
use crate::body::{Body, Payload};
use crate::error::{DecodeError, Place};
use crate::extra::Extra;
use crate::id::Account;
use crate::json::escape::{unescape, unescape_into};
use crate::json::object::members;
use crate::json::raw::RawJson;
use crate::json::value::{Form, Value};
use crate::kind::Kind;
use crate::raw_envelope::Slot;
use crate::report::Deviation;

impl<'a> Reader<'a, '_> {
    pub(super) fn body(
        &mut self,
        fit: Fit,
        kind: Kind<'a>,
        version: u32,
        found: Option<BodyFound<'_>>,
        scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Body<'a>, DecodeError> {
        if version > 0 {
            let payload = found.map_or(Payload::Absent, |body| {
                Payload::Json(RawJson::from_value(self.raw.text, body.value))
            });
            return Ok(Body::Other { kind, payload });
        }
        match (fit.named, found) {
            (Some(dialect), None) if dialect.is_base64() => self.encoded_absent(kind, dialect),
            (Some(dialect), Some(body)) if dialect.is_base64() => self.encoded(kind, body, scratch),
            (Some(_), _) => self.plain(kind, found, scratch),
            (None, _) => Ok(Body::Other { kind, payload: self.kept(found, scratch) }),
        }
    }

    /// Any JSON, kept: a string as text.
    fn kept(&self, found: Option<BodyFound<'_>>, scratch: Option<&'a mut Vec<u8>>) -> Payload<'a> {
        match found {
            None => Payload::Absent,
            Some(body) => match self.body_text(body.value, scratch) {
                Some(text) => Payload::Text(text),
                None => Payload::Json(RawJson::from_value(self.raw.text, body.value)),
            },
        }
    }

    fn plain(
        &mut self,
        kind: Kind<'a>,
        found: Option<BodyFound<'_>>,
        scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Body<'a>, DecodeError> {
        let required = found.ok_or_else(|| self.missing(Slot::Payload));
        Ok(match kind {
            Kind::Ping => Body::Ping(self.plain_account(found, scratch)?),
            Kind::Pong => Body::Pong(self.plain_account(found, scratch)?),
            Kind::Text => {
                Body::Text(self.plain_text(required?, "the text as a string", scratch)?)
            }
            Kind::File(medium) => {
                let url = self.plain_text(required?, "the URL as a string", scratch)?;
                Body::File { medium, url }
            }
            Kind::Recall(content) => {
                Body::Recall(self.plain_receipt(content, RECALLED, required?)?)
            }
            Kind::Read(content) => Body::Read(self.plain_receipt(content, READ, required?)?),
            Kind::FriendRequest => self.friend_request(found)?,
            Kind::FriendResponse => self.friend_response(required?)?,
            Kind::Custom(_) | Kind::Code(_) | Kind::Absent => {
                Body::Other { kind, payload: self.kept(found, scratch) }
            }
        })
    }

    fn plain_text(
        &self,
        body: BodyFound<'_>,
        expected: &'static str,
        scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Cow<'a, str>, DecodeError> {
        self.body_text(body.value, scratch)
            .ok_or_else(|| wrong_type(|| at(body.slot.pointer(), body.value), body.value, expected))
    }

    /// What the body says, where it is a string; with escapes it goes to the scratch.
    fn body_text(&self, value: &Value, scratch: Option<&'a mut Vec<u8>>) -> Option<Cow<'a, str>> {
        match scratch {
            Some(scratch) if value.escaped => {
                Some(unescape_into(value.string_body(self.raw.text)?, scratch))
            }
            _ => self.string(value),
        }
    }

    /// The account of a ping or pong; missing is a deviation.
    fn plain_account(
        &mut self,
        found: Option<BodyFound<'_>>,
        scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Option<Account<'a>>, DecodeError> {
        match found {
            None => self.body_missing().map(|()| None),
            Some(body) => {
                let account = self.plain_text(body, "an account as a string", scratch)?;
                Ok(Some(Account::new(account)))
            }
        }
    }

    fn body_missing(&mut self) -> Result<(), DecodeError> {
        let offset = self.start();
        self.deviate(Deviation::BodyMissing, || Place::new(Slot::Payload.pointer(), offset))
    }

    fn friend_request(&mut self, found: Option<BodyFound<'_>>) -> Result<Body<'a>, DecodeError> {
        let Some(body) = found else {
            self.body_missing()?;
            return Ok(Body::friend_request(None));
        };
        let (requester, extra) = self.account_member(body, "add_requester", |_, _, _| Ok(false))?;
        Ok(Body::FriendRequest { requester, extra })
    }

    fn friend_response(&mut self, body: BodyFound<'_>) -> Result<Body<'a>, DecodeError> {
        const EXPECTED: &str = "true or false";
        let mut accepted = None;
        let mut as_text = None;
        let (responder, extra) =
            self.account_member(body, "add_responser", |reader, name, value| {
                if name != "accepted" {
                    return Ok(false);
                }
                accepted = match (value.form, reader.string(&value).as_deref()) {
                    (Form::True, _) => Some(true),
                    (Form::False, _) => Some(false),
                    (_, Some(text @ ("true" | "false"))) => {
                        as_text = Some(value);
                        Some(text == "true")
                    }
                    _ => {
                        let place = || inner_place(body.slot, "accepted", &value);
                        return Err(wrong_type(place, &value, EXPECTED));
                    }
                };
                Ok(true)
            })?;
        if let Some(value) = as_text {
            let place = || inner_place(body.slot, "accepted", &value);
            self.deviate(Deviation::AcceptedText, place)?;
        }
        let accepted = accepted.ok_or_else(|| missing_inner(body, "accepted"))?;
        Ok(Body::FriendResponse { responder, accepted, extra })
    }

    /// The object of a friend request or response: the account that must be there, the members that
    /// `take` says it took, and the rest.
    fn account_member(
        &self,
        body: BodyFound<'_>,
        wanted: &'static str,
        mut take: impl FnMut(&Self, &str, Value) -> Result<bool, DecodeError>,
    ) -> Result<(Option<Account<'a>>, Extra<'a>), DecodeError> {
        let value = body.value;
        if value.form != Form::Object {
            return Err(wrong_type(|| at(body.slot.pointer(), value), value, "an object"));
        }
        let mut account = None;
        let mut extra = Extra::new();
        for (name, value) in members(self.raw.text, value.start) {
            let name = unescape(name.of(self.raw.text), name.escaped);
            if name == wanted {
                let place = || inner_place(body.slot, wanted, &value);
                let text = self
                    .string(&value)
                    .ok_or_else(|| wrong_type(place, &value, "an account as a string"))?;
                account = Some(Account::new(text));
            } else if !take(self, &name, value)? {
                extra.push(name, RawJson::from_value(self.raw.text, &value));
            }
        }
        if account.is_none() {
            return Err(missing_inner(body, wanted));
        }
        Ok((account, extra))
    }
}

/// The place of a member of the payload object.
pub(super) fn inner_place(slot: Slot, name: &str, value: &Value) -> Place {
    Place::of(format!("{}/{name}", slot.pointer()), value)
}

/// A member of the payload object that must be there; the offset is that of the object.
#[cold]
pub(super) fn missing_inner(body: BodyFound<'_>, name: &str) -> DecodeError {
    DecodeError::MissingMember { place: inner_place(body.slot, name, body.value) }
}
