//! A message as the borrowed peers give it out, and how one is made of the members that were found.
//!
//! `J` is what the library keeps JSON in that it does not interpret.

use std::borrow::Cow;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use super::known;
use super::wire::{Text, Time, TypeRef};
use crate::facts::{Facts, Said};

/// A message. Members that are unknown are kept.
#[derive(Debug)]
pub(super) struct Borrowed<'a, J> {
    pub(super) version: u32,
    pub(super) id: Text<'a>,
    pub(super) time: Time,
    pub(super) body: Body<'a, J>,
    pub(super) extra: Vec<(Text<'a>, J)>,
}

#[derive(Debug)]
pub(super) struct Body<'a, J> {
    kind: Cow<'a, str>,
    says: Says<'a, J>,
    accepted: Option<bool>,
    /// Unknown members of the payload.
    extra: Vec<(Text<'a>, J)>,
}

#[derive(Debug)]
enum Says<'a, J> {
    Nothing,
    Text(Cow<'a, str>),
    Bytes(&'a [u8]),
    Json(J),
}

/// A payload that is an object of the manual's.
#[derive(Debug)]
pub(super) struct Object<'a, J> {
    pub(super) recall: Option<Text<'a>>,
    pub(super) read: Option<Text<'a>>,
    pub(super) requester: Option<Text<'a>>,
    pub(super) responder: Option<Text<'a>>,
    pub(super) accepted: Option<bool>,
    pub(super) extra: Vec<(Text<'a>, J)>,
}

/// A payload as the library has it.
pub(super) trait Payload<'a>: Sized {
    /// The text, where it is a string.
    fn text(&self) -> Option<Cow<'a, str>>;
    /// The members, where it is an object.
    fn object(self) -> Option<Object<'a, Self>>;
    /// The same as serde_json has it.
    fn value(self) -> Option<Value>;
}

/// The members that say what a message is.
#[derive(Debug)]
pub(super) struct Members<'a, J> {
    pub(super) msg_type: Option<TypeRef<'a>>,
    pub(super) r#type: Option<TypeRef<'a>>,
    pub(super) payload: Option<J>,
    pub(super) content: Option<J>,
}

impl<'a, J: Payload<'a>> Members<'a, J> {
    /// The body: plain, or behind base64 and then decoded into the scratch, as the form of the message says
    /// (RULES 5).
    pub(super) fn body(
        self,
        time: Time,
        biz_type: &'a str,
        scratch: &'a mut Vec<u8>,
    ) -> Option<Body<'a, J>> {
        let Self { msg_type, r#type, payload, content } = self;
        let plain = matches!((&msg_type, &r#type), (_, Some(_)) | (Some(TypeRef::Text(_)), _));
        let kind = match r#type.or(msg_type) {
            Some(TypeRef::Text(kind)) => kind.0,
            Some(TypeRef::Code(code)) => {
                known::of_code(code).map_or_else(|| code.to_string().into(), Cow::Borrowed)
            }
            None => return Self::beside(payload, content, time, biz_type, scratch),
        };
        match payload.or(content) {
            Some(value) if plain => Body::plain(kind, value),
            Some(value) => Body::encoded(kind, decode(&value.text()?, scratch)?),
            None => Body::absent(kind),
        }
    }

    /// The same where the type travelled beside the message.
    fn beside(
        payload: Option<J>,
        content: Option<J>,
        time: Time,
        biz_type: &'a str,
        scratch: &'a mut Vec<u8>,
    ) -> Option<Body<'a, J>> {
        let kind = known::of_biz_type(biz_type);
        let (value, in_payload) = match (payload, content) {
            (Some(payload), _) => (payload, true),
            (None, Some(content)) => (content, false),
            (None, None) => return Body::absent(kind),
        };
        let Some(text) = value.text() else {
            return if in_payload && time.is_text { Body::plain(kind, value) } else { None };
        };
        let bytes = decode(&text, scratch).filter(|_| !text.is_empty());
        if !in_payload || !time.is_text {
            return Body::encoded(kind, bytes?);
        }
        match bytes {
            Some(bytes) if known::has_object(&kind) => Body::encoded(kind, bytes),
            Some(_) => Some(Body::said(kind, Says::Text(text))),
            None => Body::plain(kind, value),
        }
    }
}

/// The bytes behind base64, in the scratch.
fn decode<'a>(text: &str, scratch: &'a mut Vec<u8>) -> Option<&'a [u8]> {
    scratch.clear();
    BASE64_STANDARD.decode_vec(text, scratch).ok()?;
    Some(scratch)
}

impl<'a, J: Payload<'a>> Body<'a, J> {
    fn said(kind: Cow<'a, str>, says: Says<'a, J>) -> Self {
        Self { kind, says, accepted: None, extra: Vec::new() }
    }

    fn absent(kind: Cow<'a, str>) -> Option<Self> {
        (kind != "TEXT").then(|| Self::said(kind, Says::Nothing))
    }

    fn plain(kind: Cow<'a, str>, value: J) -> Option<Self> {
        let text = |text: Option<Text<'a>>| text.map_or(Says::Nothing, |text| Says::Text(text.0));
        if let "PING" | "PONG" = &*kind {
            return Some(Self::said(kind, Says::Text(value.text()?)));
        }
        if known::is_content(&kind) {
            return Some(Self::said(kind, Says::Text(value.text()?)));
        }
        if !known::has_object(&kind) && kind != "ADD_FRIEND_REQUEST" {
            let says = value.text().map(Says::Text);
            return Some(Self::said(kind, says.unwrap_or_else(|| Says::Json(value))));
        }
        let Object { recall, read, requester, responder, accepted, extra } = value.object()?;
        let (says, accepted) = match &*kind {
            "ADD_FRIEND_REQUEST" => (text(requester), None),
            "ADD_FRIEND_RESPONSE" => (text(responder), Some(accepted?)),
            kind if kind.ends_with("_RECALL") => (text(Some(recall?)), None),
            _ => (text(Some(read?)), None),
        };
        Some(Self { kind, says, accepted, extra })
    }

    fn encoded(kind: Cow<'a, str>, bytes: &'a [u8]) -> Option<Self> {
        let Ok(text) = simdutf8::basic::from_utf8(bytes) else {
            return Some(Self::said(kind, Says::Bytes(bytes)));
        };
        if kind == "ADD_FRIEND_RESPONSE" {
            let accepted = Some(text.parse().ok()?);
            return Some(Self { accepted, ..Self::said(kind, Says::Nothing) });
        }
        Some(Self::said(kind, Says::Text(Cow::Borrowed(text))))
    }
}

impl<'a, J: Payload<'a>> Borrowed<'a, J> {
    /// What it says.
    pub(super) fn facts(self) -> Option<Facts> {
        Some(Facts {
            version: self.version,
            id: self.id.0.into_owned(),
            time: self.time.millis,
            kind: self.body.kind.into_owned(),
            said: match self.body.says {
                Says::Nothing => Said::Nothing,
                Says::Text(text) => Said::Text(text.into_owned()),
                Says::Bytes(bytes) => Said::Bytes(bytes.to_vec()),
                Says::Json(json) => Said::Json(json.value()?),
            },
            accepted: self.body.accepted,
            extra: Some(values(self.extra)?),
            payload_extra: Some(values(self.body.extra)?),
        })
    }
}

fn values<'a, J: Payload<'a>>(members: Vec<(Text<'a>, J)>) -> Option<Vec<(String, Value)>> {
    members.into_iter().map(|(name, json)| Some((name.0.into_owned(), json.value()?))).collect()
}
