//! Reading messages.

use std::hint::black_box;

use mimc_msg::{Account, Body, Codec, Decoded, Envelope, Extra, Payload, RawJson, Scratch};
use serde_json::Value;

use crate::corpus::Message;
use crate::facts::{Facts, Said};

/// Reads messages one after the other, with one scratch: borrowed, as the codec does by itself. The report on
/// dialect, deviations and notes, the check for duplicate names and the members that are kept belong to it.
pub fn borrowed() -> impl FnMut(&[u8], &str) -> bool {
    let mut scratch = Scratch::new();
    move |bytes, biz_type| {
        let decoded = Codec::new().biz_type(biz_type).decode_with(bytes, &mut scratch);
        black_box(&decoded).is_ok()
    }
}

/// As [`borrowed`], for texts, which are known to be UTF-8.
pub fn text() -> impl FnMut(&str) -> bool {
    let mut scratch = Scratch::new();
    move |text| {
        let decoded = Codec::new().decode_str_with(text, &mut scratch);
        black_box(&decoded).is_ok()
    }
}

/// As [`borrowed`], each message then made to own its texts.
pub fn owned() -> impl FnMut(&[u8], &str) -> bool {
    let mut scratch = Scratch::new();
    move |bytes, biz_type| {
        let decoded = Codec::new()
            .biz_type(biz_type)
            .decode_with(bytes, &mut scratch)
            .map(Decoded::into_owned);
        black_box(&decoded).is_ok()
    }
}

/// What it found; None where it cannot read the message.
#[must_use]
pub fn facts(message: &Message) -> Option<Facts> {
    let codec = Codec::new().biz_type(&message.biz_type);
    of(&codec.decode(&message.bytes).ok()?.envelope)
}

/// What a message says.
#[must_use]
pub fn of(envelope: &Envelope<'_>) -> Option<Facts> {
    let mut accepted = None;
    let said = match &envelope.body {
        Body::Ping(account) | Body::Pong(account) => {
            Said::of(account.as_ref().map(Account::as_str))
        }
        Body::File { url, .. } => Said::of(Some(url)),
        Body::Recall(receipt) | Body::Read(receipt) => Said::of(Some(receipt.target.as_str())),
        Body::FriendRequest { requester, .. } => Said::of(requester.as_ref().map(Account::as_str)),
        Body::FriendResponse { responder, accepted: answer, .. } => {
            accepted = Some(*answer);
            Said::of(responder.as_ref().map(Account::as_str))
        }
        Body::Other { payload: Payload::Absent, .. } => Said::Nothing,
        Body::Text(text) | Body::Other { payload: Payload::Text(text), .. } => Said::of(Some(text)),
        Body::Other { payload: Payload::Bytes(bytes), .. } => Said::Bytes(bytes.to_vec()),
        Body::Other { payload: Payload::Json(json), .. } => {
            Said::Json(serde_json::from_str(json.as_str()).ok()?)
        }
        _ => return None,
    };
    Some(Facts {
        version: envelope.version,
        id: envelope.id.as_str().to_owned(),
        time: envelope.timestamp.as_millis(),
        kind: envelope.kind().to_string(),
        said,
        accepted,
        extra: Some(values(&envelope.extra)?),
        payload_extra: Some(envelope.body.extra().map_or_else(|| Some(Vec::new()), values)?),
    })
}

fn values(members: &Extra<'_>) -> Option<Vec<(String, Value)>> {
    let value = |json: &RawJson<'_>| serde_json::from_str(json.as_str()).ok();
    members.iter().map(|(name, json)| Some((name.to_owned(), value(json)?))).collect()
}
