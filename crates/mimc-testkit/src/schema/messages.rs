//! Messages of the manual's envelope, and of the other dialects.

mod dialects;
mod exception;

use mimc_msg::{Codec, Deviation, Dialect, Encoder, Envelope, Kind};
use serde_json::Value;

use super::accepts;

pub use dialects::{dialects_agree, is_behind_base64, is_code_for_text};
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
            | D::CodeText
            | D::TypeEmpty
            | D::TypeTwice
    )
}

/// The message without unknown members, in the envelope and in a payload that the kind gives a form.
fn without_unknown(mut message: Value, dialect: Dialect) -> Value {
    let kind = dialect.type_member().unwrap_or("msgType");
    let kind = Kind::parse(message[kind].as_str().unwrap_or_default().to_owned());
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
    let message = without_unknown(message.clone(), Dialect::MANUAL_V1);
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
