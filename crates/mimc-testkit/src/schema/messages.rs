//! Messages of the manual's envelope, and of the other dialects.

mod exception;

use mimc_msg::{Body, Codec, Deviation, Dialect, Encoder, Envelope, Kind};
use serde_json::Value;

use super::{accepts, edited};

pub use exception::Exception;

/// The members that messages have.
pub const NAMES: [&str; 14] = [
    "version",
    "msgId",
    "msgType",
    "timestamp",
    "payload",
    "type",
    "content",
    "recall_msgId",
    "read_msgId",
    "add_requester",
    "add_responser",
    "accepted",
    "bizType",
    "extra",
];

/// How a decoder that is pinned to a dialect takes a message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Taken {
    /// It is refused.
    Refused,
    /// With these deviations.
    Read(Vec<Deviation>),
}

/// Reads a message, pinned to the dialect.
pub fn take(codec: Codec<'_>, dialect: Dialect, message: &Value) -> Taken {
    match codec.dialect(dialect).decode(message.to_string().as_bytes()) {
        Ok(decoded) => Taken::Read(decoded.deviations.iter().collect()),
        Err(_) => Taken::Refused,
    }
}

/// What is read only where a scalar may have another type, or where something is said twice.
pub fn is_beyond_the_schema(deviation: Deviation) -> bool {
    use Deviation as D;
    matches!(
        deviation,
        D::VersionText
            | D::MsgIdNumber
            | D::TimestampForm
            | D::ReceiptJsonText
            | D::ReceiptBare
            | D::AcceptedText
            | D::BodyTwice
    )
}

/// The message without unknown members, in the envelope and in a payload that the kind gives a form.
fn without_unknown(mut message: Value) -> Value {
    let kind = Kind::parse(message["msgType"].as_str().unwrap_or_default().to_owned());
    let of_payload: Option<&[&str]> = match kind {
        _ if message["version"] != 0 => None,
        Kind::Recall(_) => Some(&["recall_msgId"]),
        Kind::Read(_) => Some(&["read_msgId"]),
        Kind::FriendRequest => Some(&["add_requester"]),
        Kind::FriendResponse => Some(&["add_responser", "accepted"]),
        _ => None,
    };
    if let (Some(names), Some(Value::Object(members))) = (of_payload, message.get_mut("payload")) {
        members.retain(|name, _| names.contains(&&**name));
    }
    if let Value::Object(members) = &mut message {
        members.retain(|name, _| NAMES[..7].contains(&&**name));
    }
    message
}

/// The message as a dialect writes it; what that cannot carry is lost. None where it has a number that no `f64` holds,
/// which a validator of schemas never sees.
pub fn in_dialect(envelope: &Envelope<'_>, dialect: Dialect) -> Option<Value> {
    let encoded = Encoder::new(dialect).lossy().encode(envelope).expect("lossy");
    match serde_json::from_slice(&encoded.bytes) {
        Ok(message) => Some(message),
        Err(error) if error.to_string().starts_with("number out of range") => None,
        Err(error) => panic!("{error}: {}", String::from_utf8_lossy(&encoded.bytes)),
    }
}

/// `message.strict` accepts exactly what strict decoding accepts, where there are no unknown members.
pub fn strict_agrees(message: &Value) {
    let message = without_unknown(message.clone());
    let read = matches!(take(Codec::new().strict(), Dialect::MANUAL_V1, &message), Taken::Read(_));
    let valid = accepts("message.strict", &message);
    let agree = read == valid || valid && Exception::of(&message).is_some();
    assert!(agree, "read {read}, valid {valid}: {message}");
}

/// `message` accepts what lenient decoding accepts where scalars have their types, and nothing is said twice.
pub fn lenient_agrees(message: &Value) {
    let valid = accepts("message", message);
    match take(Codec::new(), Dialect::MANUAL_V1, message) {
        Taken::Refused => {
            assert!(!valid || Exception::of(message).is_some(), "refused: {message}");
        }
        Taken::Read(deviations) => {
            let beyond = deviations.into_iter().any(is_beyond_the_schema);
            assert_eq!(valid, !beyond, "{message}");
        }
    }
}

/// What `known-message` accepts, `message` accepts; what is strict and of a documented kind, it accepts.
pub fn known_is_a_part(message: &Value) {
    let known = accepts("known-message", message);
    if known && message.get("type").or(message.get("content")).is_none() {
        assert!(accepts("message", message), "{message}");
    }
    let kind = Kind::parse(message["msgType"].as_str().unwrap_or_default());
    if accepts("message.strict", message) && kind.is_documented() && message["version"] == 0 {
        assert!(known, "{message}");
    }
}

/// What the encoder writes in a dialect other than the manual's is strict in it; what is strict in it is read, but for
/// what lies behind the base64.
pub fn dialects_agree(envelope: &Envelope<'_>, edits: &[[u32; 5]], dialect: Dialect) {
    let Some(written) = in_dialect(envelope, dialect) else { return };
    let strict = format!("{dialect}.strict");
    let whole = Encoder::new(dialect).encode(envelope).is_ok();
    if whole && envelope.extra.is_empty() && !has_extra(envelope) {
        let fits = envelope.version == 0 && Exception::of(&written).is_none();
        assert!(!fits || accepts(&strict, &written), "{dialect}: {written}");
        assert!(!fits || accepts(dialect.name(), &written), "{dialect}: {written}");
    }
    let message = edited(written, edits, &NAMES);
    for (name, codec) in [(dialect.name(), Codec::new()), (&strict, Codec::new().strict())] {
        // A schema does not see the type beside a message: there is one with which it is read.
        let beside: &[&str] = match (dialect.is_type_outside(), dialect.is_type_code()) {
            (false, _) => &[""],
            (true, false) => &["STICKER", "PING"],
            (true, true) => &["199", "101"],
        };
        let is_refused =
            |kind: &&str| matches!(take(codec.biz_type(kind), dialect, &message), Taken::Refused);
        let refused = beside.iter().all(is_refused);
        if accepts(name, &message) && refused {
            let excused = Exception::of(&message).is_some() || dialect.is_base64();
            assert!(excused, "{name}: {message}");
        }
    }
}

/// Whether the payload has members beyond the manual's.
fn has_extra(envelope: &Envelope<'_>) -> bool {
    match &envelope.body {
        Body::Recall(receipt) | Body::Read(receipt) => !receipt.extra.is_empty(),
        Body::FriendRequest { extra, .. } | Body::FriendResponse { extra, .. } => !extra.is_empty(),
        _ => false,
    }
}
