//! From a message to its record.

use std::borrow::Cow;
use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{
    Account, Body, Decoded, Extra, Flag, Foreign, ForeignForm, Kind, Message, Payload, Receipt,
};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{BodyRecord, Error, Record};
use crate::fault::Fault;
use crate::output::Failure;
use crate::show::Escaping;

impl<'r> Record<'r> {
    /// The record of a message.
    ///
    /// `biz_type` is the type that travelled beside it: kept for a text that is no envelope.
    pub(crate) fn of_message(line: u64, message: &'r Message<'r>, biz_type: &'r str) -> Self {
        let record = match message {
            Message::Envelope(decoded) => Self::of_envelope(decoded),
            Message::Foreign(foreign) => Self {
                biz_type: Some(Cow::Borrowed(biz_type)).filter(|text| !text.is_empty()),
                ..Self::of_foreign(foreign)
            },
            _ => Self::default(),
        };
        Self { line: Some(line), ok: true, ..record }
    }

    /// The record of a line that is no message.
    pub(crate) fn of_fault(line: u64, fault: &'r Fault) -> Self {
        let error = Error {
            code: Cow::Borrowed(fault.code),
            pointer: Cow::Borrowed(&fault.pointer),
            offset: fault.offset,
            message: Cow::Borrowed(&fault.message),
        };
        Self { line: Some(line), error: Some(error), ..Self::default() }
    }

    fn of_foreign(foreign: &Foreign<'r>) -> Self {
        let text = foreign.text().map(Cow::Borrowed);
        let (form, body) = match foreign.form {
            ForeignForm::Object => ("object", BodyRecord { raw: text, ..Default::default() }),
            _ => ("raw", BodyRecord { text, ..Default::default() }),
        };
        let body = match foreign.text() {
            Some(_) => body,
            None => BodyRecord {
                base64: Some(Cow::Owned(STANDARD.encode(foreign.bytes))),
                ..Default::default()
            },
        };
        let deviations = codes(foreign.deviations.iter());
        Self {
            foreign: Some(Cow::Borrowed(form)),
            body: Some(body),
            deviations: Some(deviations).filter(|codes| !codes.is_empty()),
            ..Self::default()
        }
    }

    fn of_envelope(decoded: &'r Decoded<'r>) -> Self {
        let envelope = &decoded.envelope;
        let kind = envelope.kind();
        let ambiguous = || decoded.fits.iter().map(|dialect| Cow::Borrowed(dialect.name()));
        let (kind, kind_code) = match kind {
            Kind::Absent => (None, None),
            Kind::Code(code) => (None, RawValue::from_string(code.to_string()).ok()),
            kind => (Some(Cow::Owned(kind.to_string())), None),
        };
        Self {
            dialect: decoded.dialect.map(|dialect| Cow::Borrowed(dialect.name())),
            ambiguous: decoded.dialect.is_none().then(|| ambiguous().collect()),
            kind,
            kind_code,
            version: Some(envelope.version),
            msg_id: Some(Cow::Borrowed(envelope.id.as_str())),
            timestamp: Some(envelope.timestamp.as_millis()),
            body: BodyRecord::of(&envelope.body),
            payload_extra: envelope.body.extra().filter(|extra| !extra.is_empty()).and_then(object),
            deviations: Some(codes(decoded.deviations.iter())),
            notes: Some(codes(decoded.notes.iter())),
            extra: object(&envelope.extra),
            ..Self::default()
        }
    }

    /// Writes the record and a line end; nothing in it can steer a terminal.
    pub(crate) fn write(&self, mut out: impl Write) -> Result<(), Failure> {
        let mut json = serde_json::Serializer::with_formatter(&mut out, Escaping);
        self.serialize(&mut json).map_err(|error| Failure::from(std::io::Error::from(error)))?;
        out.write_all(b"\n")?;
        Ok(())
    }
}

impl<'r> BodyRecord<'r> {
    fn of(body: &'r Body<'r>) -> Option<Self> {
        let none = Self::default;
        let account = |account: &'r Option<Account<'r>>| {
            account.as_ref().map(|account| Cow::Borrowed(account.as_str()))
        };
        let text = |text: &'r str| Some(Cow::Borrowed(text));
        Some(match body {
            Body::Ping(one) | Body::Pong(one) => Self { account: Some(account(one)?), ..none() },
            Body::Text(found) => Self { text: text(found), ..none() },
            Body::File { medium, url, .. } => {
                Self { url: text(url), medium: text(medium.as_str()), ..none() }
            }
            Body::Recall(receipt) | Body::Read(receipt) => Self::of_receipt(receipt),
            Body::FriendRequest { requester, .. } => {
                Self { requester: Some(account(requester)?), ..none() }
            }
            Body::FriendResponse { responder, accepted, .. } => {
                Self { responder: account(responder), accepted: Some(*accepted), ..none() }
            }
            Body::Other { payload, .. } => match payload {
                Payload::Text(found) => Self { text: text(found), ..none() },
                Payload::Bytes(bytes) => {
                    Self { base64: Some(Cow::Owned(STANDARD.encode(bytes))), ..none() }
                }
                Payload::Json(json) => Self { raw: text(json.as_str()), ..none() },
                _ => return None,
            },
            _ => return None,
        })
    }

    fn of_receipt(receipt: &'r Receipt<'r>) -> Self {
        Self { target: Some(Cow::Borrowed(receipt.target.as_str())), ..Self::default() }
    }
}

fn codes<'r, T: Flag>(flags: impl Iterator<Item = T>) -> Vec<Cow<'r, str>> {
    flags.map(|flag| Cow::Borrowed(flag.code())).collect()
}

/// Unknown members as one JSON object on one line.
fn object(extra: &Extra<'_>) -> Option<Box<RawValue>> {
    let members: Vec<String> = extra
        .iter()
        .map(|(name, value)| {
            format!("{}:{}", serde_json::Value::from(name), crate::show::one_line(value.as_str()))
        })
        .collect();
    RawValue::from_string(format!("{{{}}}", members.join(","))).ok()
}
