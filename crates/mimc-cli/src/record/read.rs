//! From a record back to a message.

use std::borrow::Cow;
use std::str::FromStr as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{
    Account, Body, Dialect, Envelope, Extra, Kind, KindCode, MsgId, Payload, RawEnvelope, RawJson,
    Receipt, Timestamp,
};
use serde_json::value::RawValue;

use super::{BodyRecord, Record};
use crate::input::IN_A_LINE;

/// What a record stands for.
pub(crate) enum Meant {
    /// A message, and the dialect that it was in; the first that fits, of an ambiguous one.
    Envelope(Box<Envelope<'static>>, Option<Dialect>),
    /// A text that is no envelope.
    Foreign(Vec<u8>, Option<String>),
}

impl Record<'_> {
    /// The message that the record was made from; else what the record lacks, in words.
    pub(crate) fn meant(&self) -> Result<Meant, String> {
        if let Some(error) = &self.error {
            return Err(format!("the record of a line that was no message ({})", error.code));
        }
        if !self.ok {
            return Err("`ok` is not true".into());
        }
        if self.foreign.is_some() {
            let body = self.body.as_ref().ok_or("a foreign record needs a `body`")?;
            let bytes = match (&body.text, &body.raw, &body.base64) {
                (Some(text), None, None) | (None, Some(text), None) => text.as_bytes().to_vec(),
                (None, None, Some(base64)) => bytes(base64)?,
                _ => return Err("a foreign `body` has one of `text`, `raw` and `base64`".into()),
            };
            return Ok(Meant::Foreign(bytes, self.biz_type.as_deref().map(str::to_owned)));
        }
        let named = self.ambiguous.as_ref().and_then(|names| names.first());
        let dialect = match self.dialect.as_ref().or(named) {
            Some(name) => Some(Dialect::from_str(name).map_err(|error| error.to_string())?),
            None => None,
        };
        let id = self.msg_id.as_deref().ok_or("`msgId` is missing")?.to_owned();
        let id = MsgId::new(id).map_err(|error| error.to_string())?;
        let millis = self.timestamp.ok_or("`timestamp` is missing")?;
        let time = Timestamp::from_millis(millis).map_err(|error| error.to_string())?;
        let version = self.version.unwrap_or(0);
        let mut envelope = Envelope::new(id, time, self.body(version)?);
        envelope.version = version;
        envelope.extra = members(self.extra.as_deref())?;
        Ok(Meant::Envelope(Box::new(envelope), dialect))
    }

    fn kind(&self) -> Result<Kind<'static>, String> {
        match (&self.kind, &self.kind_code) {
            (Some(kind), None) => Ok(Kind::parse(kind.clone().into_owned())),
            (None, Some(code)) => KindCode::parse(code.get())
                .map(Kind::into_owned)
                .ok_or_else(|| "`kindCode` must be an integer".into()),
            (None, None) => Ok(Kind::Absent),
            (Some(_), Some(_)) => Err("`kind` and `kindCode` exclude each other".into()),
        }
    }

    fn body(&self, version: u32) -> Result<Body<'static>, String> {
        let empty = BodyRecord::default();
        let body = self.body.as_ref().unwrap_or(&empty);
        let extra = members(self.payload_extra.as_deref())?;
        let kind = self.kind()?;
        body.fits(&kind, version > 0 || self.ambiguous.is_some())?;
        if version > 0 || self.ambiguous.is_some() || !kind.is_known() {
            return Ok(Body::other(kind, body.payload()?));
        }
        let text = |text: &Option<Cow<'_, str>>, name: &str| {
            text.as_deref().map(str::to_owned).ok_or_else(|| format!("`body` needs `{name}`"))
        };
        let receipt = |content| {
            let target = MsgId::new(text(&body.target, "target")?).map_err(|e| e.to_string())?;
            let mut receipt = Receipt::new(content, target);
            receipt.extra = extra.clone();
            Ok::<_, String>(receipt)
        };
        Ok(match kind {
            Kind::Ping => Body::Ping(account(body.account.as_deref())),
            Kind::Pong => Body::Pong(account(body.account.as_deref())),
            Kind::Text => Body::text(text(&body.text, "text")?),
            Kind::File(medium) => Body::file(medium, text(&body.url, "url")?),
            Kind::Recall(content) => Body::Recall(receipt(content)?),
            Kind::Read(content) => Body::Read(receipt(content)?),
            Kind::FriendRequest if body.text.is_some() || body.base64.is_some() => {
                Body::other(kind, body.payload()?)
            }
            Kind::FriendRequest => {
                with_extra(Body::friend_request(account(body.requester.as_deref())), extra)
            }
            Kind::FriendResponse => {
                let accepted = body.accepted.ok_or("`body` needs `accepted`")?;
                with_extra(
                    Body::friend_response(account(body.responder.as_deref()), accepted),
                    extra,
                )
            }
            kind => Body::other(kind, body.payload()?),
        })
    }
}

impl BodyRecord<'_> {
    /// Refuses members that a message of this kind has nothing for.
    fn fits(&self, kind: &Kind<'_>, kept: bool) -> Result<(), String> {
        let taken: &[&str] = match kind {
            _ if kept => &["text", "raw", "base64"],
            Kind::Ping | Kind::Pong => &["account"],
            Kind::Text => &["text"],
            Kind::File(_) => &["url", "medium"],
            Kind::Recall(_) | Kind::Read(_) => &["target"],
            Kind::FriendRequest => &["requester", "text", "base64"],
            Kind::FriendResponse => &["responder", "accepted"],
            _ => &["text", "raw", "base64"],
        };
        let given = [
            ("account", self.account.is_some()),
            ("text", self.text.is_some()),
            ("url", self.url.is_some()),
            ("medium", self.medium.is_some()),
            ("target", self.target.is_some()),
            ("requester", self.requester.is_some()),
            ("responder", self.responder.is_some()),
            ("accepted", self.accepted.is_some()),
            ("raw", self.raw.is_some()),
            ("base64", self.base64.is_some()),
        ];
        match given.into_iter().find(|(name, given)| *given && !taken.contains(name)) {
            Some((name, _)) => {
                Err(format!("`{name}` in the `body` does not go with the kind `{kind}`"))
            }
            None => Ok(()),
        }
    }

    fn payload(&self) -> Result<Payload<'static>, String> {
        Ok(match (&self.text, &self.raw, &self.base64) {
            (None, None, None) => Payload::Absent,
            (Some(text), None, None) => Payload::Text(text.clone().into_owned().into()),
            (None, Some(raw), None) => {
                let json = RawJson::parse_within(raw, IN_A_LINE)
                    .map_err(|error| format!("`raw`: {error}"))?;
                Payload::Json(json.into_owned())
            }
            (None, None, Some(base64)) => Payload::Bytes(bytes(base64)?.into()),
            _ => return Err("`body` has more than one of `text`, `raw` and `base64`".into()),
        })
    }
}

fn with_extra(mut body: Body<'static>, members: Extra<'static>) -> Body<'static> {
    if let Body::FriendRequest { extra, .. } | Body::FriendResponse { extra, .. } = &mut body {
        *extra = members;
    }
    body
}

fn account(account: Option<&str>) -> Option<Account<'static>> {
    account.map(|account| Account::new(account.to_owned()))
}

fn bytes(base64: &str) -> Result<Vec<u8>, String> {
    STANDARD.decode(base64).map_err(|error| format!("`base64`: {error}"))
}

/// The members of an object, as they came.
fn members(object: Option<&RawValue>) -> Result<Extra<'static>, String> {
    let Some(object) = object else { return Ok(Extra::new()) };
    let raw = RawEnvelope::parse_within(object.get().as_bytes(), IN_A_LINE)
        .map_err(|error| error.to_string())?;
    let members = raw.members_in_order();
    Ok(members.map(|member| (member.name, member.value)).collect::<Extra<'_>>().into_owned())
}
