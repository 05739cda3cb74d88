//! Envelopes from the bytes of the fuzzer.

use arbitrary::{Result, Unstructured};
use mimc_msg::{
    Account, Body, Content, Envelope, Extra, Kind, KindCode, Medium, MsgId, Payload, RawJson,
    Receipt, Timestamp,
};

/// JSON texts that are kept as they are.
const JSON: [&str; 10] =
    ["null", "true", "0", "-0.0", "1e2", "\"a\"", "[]", "[ 1 ]", "{}", "{ \"k\" : \"\\n\" }"];

/// Any envelope that can be built, in the form that decoding gives.
pub(crate) fn envelope(u: &mut Unstructured<'_>) -> Result<Envelope<'static>> {
    let version = if u.ratio(1, 8)? { u.arbitrary()? } else { 0 };
    let time = u.int_in_range(0..=Timestamp::MAX.as_millis())?;
    let time = Timestamp::from_millis(time).map_err(|_| arbitrary::Error::IncorrectFormat)?;
    let extra = extra(u, &["x", "y", "é", "a\"b"])?;
    let id = id(u)?;
    let mut body = body(u)?;
    if version > 0 {
        // A later version carries raw JSON or nothing.
        let json = u.ratio(3, 4)?.then(|| json(u)).transpose()?;
        body = Body::other(body.kind(), json.map_or(Payload::Absent, Payload::Json));
    }
    let mut envelope = Envelope::new(id, time, body);
    envelope.version = version;
    envelope.extra = extra;
    Ok(envelope)
}

fn text(u: &mut Unstructured<'_>) -> Result<String> {
    let words = ["", "aGk=", "TEXT_1", "{\"recall_msgId\":\"a\"}", "😀\u{0}", "true"];
    if u.ratio(1, 3)? { u.choose(&words).map(|&word| word.to_owned()) } else { u.arbitrary() }
}

fn id(u: &mut Unstructured<'_>) -> Result<MsgId<'static>> {
    let id = text(u)?;
    let id = if id.is_empty() { "TEXT_1".to_owned() } else { id };
    MsgId::new(id).map_err(|_| arbitrary::Error::IncorrectFormat)
}

fn account(u: &mut Unstructured<'_>) -> Result<Option<Account<'static>>> {
    Ok(if u.arbitrary()? { Some(Account::new(text(u)?)) } else { None })
}

fn medium(u: &mut Unstructured<'_>) -> Result<Medium<'static>> {
    let word = *u.choose(&["PIC", "AUDIO", "BIN", "A_1", "0", "TEXT_FILE"])?;
    Medium::new(word).map_err(|_| arbitrary::Error::IncorrectFormat)
}

fn receipt(u: &mut Unstructured<'_>) -> Result<Receipt<'static>> {
    let content = if u.arbitrary()? { Content::Text } else { Content::File(medium(u)?) };
    let mut receipt = Receipt::new(content, id(u)?);
    receipt.extra = extra(u, &["x", "accepted", "add_requester"])?;
    Ok(receipt)
}

fn json(u: &mut Unstructured<'_>) -> Result<RawJson<'static>> {
    let made: String = if u.ratio(1, 3)? { u.arbitrary()? } else { (*u.choose(&JSON)?).to_owned() };
    RawJson::parse(&made).map(RawJson::into_owned).map_err(|_| arbitrary::Error::IncorrectFormat)
}

fn extra(u: &mut Unstructured<'_>, names: &[&'static str]) -> Result<Extra<'static>> {
    let mut extra = Extra::new();
    for _ in 0..u.int_in_range(0..=2_u8)? {
        extra.insert(*u.choose(names)?, json(u)?);
    }
    Ok(extra)
}

fn body(u: &mut Unstructured<'_>) -> Result<Body<'static>> {
    Ok(match u.int_in_range(0..=9_u8)? {
        0 => Body::Ping(account(u)?),
        1 => Body::Pong(account(u)?),
        2 => Body::text(text(u)?),
        3 => Body::file(medium(u)?, text(u)?),
        4 => Body::Recall(receipt(u)?),
        5 => Body::Read(receipt(u)?),
        6 => Body::friend_request(account(u)?),
        7 => Body::friend_response(account(u)?, u.arbitrary()?),
        8 => Body::other(Kind::FriendRequest, Payload::Text(text(u)?.into())),
        _ => Body::other(kind(u)?, payload(u)?),
    })
}

/// A kind that no body of its own has.
fn kind(u: &mut Unstructured<'_>) -> Result<Kind<'static>> {
    let codes = ["199", "0", "-5", "-101", "123456789012345678901"];
    let kind = match u.int_in_range(0..=3_u8)? {
        0 => Kind::Absent,
        1 => KindCode::parse(u.choose(&codes)?).unwrap_or(Kind::Absent),
        _ => Kind::parse(text(u)?),
    };
    if kind.is_known() { Ok(Kind::Absent) } else { Ok(kind) }
}

/// In the form that decoding gives: bytes that are UTF-8 are text, JSON that is a string too.
fn payload(u: &mut Unstructured<'_>) -> Result<Payload<'static>> {
    Ok(match u.int_in_range(0..=3_u8)? {
        0 => Payload::Absent,
        1 => Payload::Text(text(u)?.into()),
        2 => match String::from_utf8(u.arbitrary()?) {
            Ok(text) => Payload::Text(text.into()),
            Err(error) => Payload::Bytes(error.into_bytes().into()),
        },
        _ => Payload::Json(json(u)?),
    })
}
