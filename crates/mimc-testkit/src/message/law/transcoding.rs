//! Laws about a message that goes from one dialect into another.

use mimc_msg::{
    Account, Body, Codec, Dialect, Encoder, Envelope, Extra, Loss, Losses, Payload, RawEnvelope,
};

use super::known::{is_ambiguous, readable};

/// Written in another dialect with loss allowed, a message keeps all that is not reported as lost.
pub fn what_is_not_lost_is_kept(envelope: &Envelope<'_>, to: Dialect) {
    let encoded = match Encoder::new(to).lossy().encode(envelope) {
        Ok(encoded) => encoded,
        Err(error) => panic!("{to}: loss is allowed, but: {error}"),
    };
    let strict = Encoder::new(to).encode(envelope);
    assert_eq!(strict.is_ok(), encoded.losses.is_empty(), "{to}: refused if and only if lossy");
    if let Ok(strict) = strict {
        assert_eq!(strict, encoded, "{to}");
    }
    let shown = String::from_utf8_lossy(&encoded.bytes).into_owned();
    RawEnvelope::parse(&encoded.bytes).unwrap_or_else(|error| panic!("{to}: {shown}: {error}"));
    // The body of an ambiguous message is written for detection, which leaves it as it is.
    let untouched = is_ambiguous(envelope) && !to.is_base64();
    if untouched || !encoded.losses.iter().all(readable) {
        return;
    }
    let codec = Codec::new().dialect(to).biz_type(encoded.biz_type.as_deref().unwrap_or_default());
    let again = codec.decode(&encoded.bytes);
    let again = again.unwrap_or_else(|error| panic!("{to}: {shown}: {error}")).envelope;
    assert_eq!(again.id, envelope.id, "{to}: {shown}");
    assert_eq!(again.version, envelope.version, "{to}: {shown}");
    assert_eq!(again.timestamp, envelope.timestamp, "{to}: {shown}");
    assert_eq!(again.kind(), envelope.kind(), "{to}: {shown}");
    assert_eq!(again.extra, envelope.extra, "{to}: {shown}");
    if let Some(body) = without(&envelope.body, encoded.losses) {
        assert_eq!(again.body, body, "{to}: {shown}");
    }
}

/// The body without what was lost; None where something else was written in its stead that has no name here.
fn without<'b>(body: &Body<'b>, losses: Losses) -> Option<Body<'b>> {
    let mut body = body.clone();
    for loss in losses.iter() {
        match (loss, &mut body) {
            (
                Loss::Account,
                Body::Ping(account)
                | Body::Pong(account)
                | Body::FriendRequest { requester: account, .. }
                | Body::FriendResponse { responder: account, .. },
            ) => *account = None,
            (Loss::AccountMissing, Body::FriendResponse { responder, .. }) => {
                *responder = Some(Account::new(""));
            }
            (Loss::AccountMissing, Body::FriendRequest { requester, extra, .. }) => {
                if !extra.is_empty() {
                    *requester = Some(Account::new(""));
                }
            }
            (Loss::AccountMissing, Body::Ping(_) | Body::Pong(_)) => {}
            (Loss::PayloadMembers, Body::Recall(receipt) | Body::Read(receipt)) => {
                receipt.extra = Extra::new();
            }
            (
                Loss::PayloadMembers,
                Body::FriendRequest { extra, .. } | Body::FriendResponse { extra, .. },
            ) => *extra = Extra::new(),
            (Loss::JsonBody, Body::Other { payload, .. }) => match payload {
                Payload::Json(json) => *payload = Payload::Text(json.as_str().to_owned().into()),
                _ => return None,
            },
            _ => return None,
        }
    }
    Some(body)
}
