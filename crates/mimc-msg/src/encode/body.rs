//! What a dialect writes as the body, and what it cannot carry of one.

use std::borrow::Cow;

use super::writer::Writer;
use super::{EncodeError, Loss};
use crate::base64;
use crate::body::{Body, Payload, Receipt};
use crate::cesu8;
use crate::decode::{TARGETS, may_lack_body};
use crate::envelope::Envelope;
use crate::extra::Extra;
use crate::id::Account;
use crate::json::raw::RawJson;
use crate::kind::Kind;

/// The body as it is going to be written.
pub(super) enum Written<'e> {
    Nothing,
    Text(Cow<'e, str>),
    Base64(&'e [u8]),
    Json(&'e RawJson<'e>),
    /// An object: an account or target under its name, perhaps `accepted`, and further members.
    Object {
        account: (&'static str, &'e str),
        accepted: Option<bool>,
        extra: &'e Extra<'e>,
    },
}

impl Written<'_> {
    /// The names that further members of an object must not have, by that of its first member.
    pub(super) fn reserved(first: &'static str) -> &'static [&'static str] {
        match first {
            "add_requester" => &["add_requester"],
            "add_responser" => &["add_responser", "accepted"],
            _ => &TARGETS,
        }
    }
}

impl Writer<'_> {
    pub(super) fn body<'e>(
        &mut self,
        envelope: &'e Envelope<'_>,
    ) -> Result<Written<'e>, EncodeError> {
        let written = match &envelope.body {
            Body::Other { payload: Payload::Absent, .. } if envelope.version > 0 => {
                Written::Nothing
            }
            Body::Other { payload: Payload::Json(json), .. } if envelope.version > 0 => {
                Written::Json(json)
            }
            body => {
                if envelope.version > 0 {
                    self.lose(Loss::BodyForm)?;
                }
                if self.encoder.dialect.is_base64() {
                    self.encoded(body)?
                } else {
                    self.plain(body)?
                }
            }
        };
        if self.encoder.dialect.is_type_outside() {
            let envelope_all_the_same = match written {
                Written::Nothing => may_lack_body(&envelope.kind()),
                Written::Json(json) => json.is_object() || json.is_string(),
                _ => true,
            };
            if !envelope_all_the_same {
                self.lose(Loss::NotAnEnvelope)?;
            }
        }
        Ok(written)
    }

    fn plain<'e>(&mut self, body: &'e Body<'_>) -> Result<Written<'e>, EncodeError> {
        Ok(match body {
            Body::Ping(account) | Body::Pong(account) => match account {
                Some(account) => Written::Text(Cow::Borrowed(account.as_str())),
                None => self.lose(Loss::AccountMissing).map(|()| Written::Nothing)?,
            },
            Body::Text(text) | Body::File { url: text, .. } => Written::Text(Cow::Borrowed(text)),
            Body::Recall(receipt) => receipt_object("recall_msgId", receipt),
            Body::Read(receipt) => receipt_object("read_msgId", receipt),
            Body::FriendRequest { requester, extra } => {
                let account = ("add_requester", self.account(requester.as_ref())?);
                if requester.is_none() && extra.is_empty() {
                    return Ok(Written::Nothing);
                }
                Written::Object { account, accepted: None, extra }
            }
            Body::FriendResponse { responder, accepted, extra } => Written::Object {
                account: ("add_responser", self.account(responder.as_ref())?),
                accepted: Some(*accepted),
                extra,
            },
            Body::Other { kind, payload } => {
                if kind.is_known() && !self.is_ambiguous(kind, payload) {
                    self.lose(Loss::BodyForm)?;
                }
                match payload {
                    Payload::Absent => Written::Nothing,
                    Payload::Text(text) => Written::Text(Cow::Borrowed(text)),
                    Payload::Bytes(bytes) => {
                        self.lose(Loss::BytesBody)?;
                        let mut text = Vec::new();
                        base64::encode_to(bytes, &mut text);
                        Written::Text(Cow::Owned(text.into_iter().map(char::from).collect()))
                    }
                    Payload::Json(json) => {
                        if json.is_string() {
                            self.lose(Loss::BodyForm)?;
                        }
                        Written::Json(json)
                    }
                }
            }
        })
    }

    /// Whether the payload is one that the decoder leaves untouched because dialects disagree; it is
    /// written as the first of them has it.
    fn is_ambiguous(&self, kind: &Kind<'_>, payload: &Payload<'_>) -> bool {
        self.encoder.dialect.is_type_outside()
            && !matches!(
                kind,
                Kind::Recall(_) | Kind::Read(_) | Kind::FriendRequest | Kind::FriendResponse
            )
            && matches!(payload, Payload::Text(text)
                if !text.is_empty() && base64::is_canonical(text.as_bytes()))
    }

    fn account<'e>(&mut self, account: Option<&'e Account<'_>>) -> Result<&'e str, EncodeError> {
        match account {
            Some(account) => Ok(account.as_str()),
            None => self.lose(Loss::AccountMissing).map(|()| ""),
        }
    }

    fn encoded<'e>(&mut self, body: &'e Body<'_>) -> Result<Written<'e>, EncodeError> {
        let named = match body {
            Body::Ping(account)
            | Body::Pong(account)
            | Body::FriendRequest { requester: account, .. }
            | Body::FriendResponse { responder: account, .. } => account.is_some(),
            _ => false,
        };
        if named {
            self.lose(Loss::Account)?;
        }
        if body.extra().is_some_and(|extra| !extra.is_empty()) {
            self.lose(Loss::PayloadMembers)?;
        }
        Ok(match body {
            Body::Ping(_) | Body::Pong(_) | Body::FriendRequest { .. } => Written::Nothing,
            Body::Text(text) | Body::File { url: text, .. } => Written::Base64(text.as_bytes()),
            Body::Recall(receipt) | Body::Read(receipt) => {
                Written::Base64(receipt.target.as_str().as_bytes())
            }
            Body::FriendResponse { accepted, .. } => {
                Written::Base64(if *accepted { b"true" } else { b"false" })
            }
            Body::Other { kind, payload } => {
                if kind.is_known() && *kind != Kind::FriendRequest {
                    self.lose(Loss::BodyForm)?;
                }
                match payload {
                    Payload::Absent => {
                        // A friend request without a body has a body type of its own.
                        if *kind == Kind::FriendRequest {
                            self.lose(Loss::BodyForm)?;
                        }
                        Written::Nothing
                    }
                    Payload::Text(text) => Written::Base64(text.as_bytes()),
                    Payload::Bytes(bytes) => {
                        if std::str::from_utf8(bytes).is_err() && cesu8::decode(bytes).is_ok() {
                            self.lose(Loss::BytesBody)?;
                        }
                        Written::Base64(bytes)
                    }
                    Payload::Json(json) => {
                        self.lose(Loss::JsonBody)?;
                        Written::Base64(json.as_str().as_bytes())
                    }
                }
            }
        })
    }
}

fn receipt_object<'e>(name: &'static str, receipt: &'e Receipt<'_>) -> Written<'e> {
    Written::Object {
        account: (name, receipt.target.as_str()),
        accepted: None,
        extra: &receipt.extra,
    }
}
