//! Messages of the manual's envelope, and of the other dialects.

use mimc_msg::{Codec, DecodeError, Deviation, Dialect, Encoder, Envelope, Flag as _, Kind};
use mimc_testkit::message;
use mimc_testkit::vectors::cases;
use proptest::prelude::*;
use serde_json::Value;

use super::edit::{edited, edits};
use super::message_exceptions::Exception;
use super::schemas::accepts;

/// The members that messages have.
const NAMES: [&str; 14] = [
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
pub(crate) enum Taken {
    Refused,
    /// With these deviations.
    Read(Vec<Deviation>),
}

pub(crate) fn take(codec: Codec<'_>, dialect: Dialect, message: &Value) -> Taken {
    match codec.dialect(dialect).decode(message.to_string().as_bytes()) {
        Ok(decoded) => Taken::Read(decoded.deviations.iter().collect()),
        Err(_) => Taken::Refused,
    }
}

/// What is read only where a scalar may have another type, or where something is said twice.
pub(crate) fn is_beyond_the_schema(deviation: Deviation) -> bool {
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

/// A message in the manual's envelope; what that cannot carry is lost.
fn message() -> impl Strategy<Value = Value> {
    message::envelope().prop_map(|envelope| in_dialect(&envelope, Dialect::MANUAL_V1))
}

/// A dialect with a document of its own.
fn other_dialect() -> impl Strategy<Value = Dialect> {
    let others = Dialect::ALL.iter().copied().filter(|dialect| *dialect != Dialect::MANUAL_V1);
    prop::sample::select(others.collect::<Vec<_>>())
}

fn in_dialect(envelope: &Envelope<'_>, dialect: Dialect) -> Value {
    let encoded = Encoder::new(dialect).lossy().encode(envelope).expect("lossy");
    serde_json::from_slice(&encoded.bytes).expect("JSON")
}

proptest! {
    #![proptest_config(cases(2000))]

    /// `message.strict` accepts exactly what strict decoding accepts, where there are no unknown members.
    #[test]
    fn strict_agrees(message in message(), edits in edits(), changed in prop::bool::weighted(0.9)) {
        let message = if changed { edited(message, &edits, &NAMES) } else { message };
        let message = without_unknown(message, Dialect::MANUAL_V1);
        let read = matches!(take(Codec::new().strict(), Dialect::MANUAL_V1, &message), Taken::Read(_));
        let valid = accepts("message.strict", &message);
        prop_assert!(read == valid || valid && Exception::of(&message).is_some(),
            "read {read}, valid {valid}: {message}");
    }

    /// `message` accepts what lenient decoding accepts where scalars have their types, and nothing is said twice.
    #[test]
    fn lenient_agrees(message in message(), edits in edits(), changed in prop::bool::weighted(0.9)) {
        let message = if changed { edited(message, &edits, &NAMES) } else { message };
        let valid = accepts("message", &message);
        match take(Codec::new(), Dialect::MANUAL_V1, &message) {
            Taken::Refused => prop_assert!(!valid || Exception::of(&message).is_some(), "refused: {message}"),
            Taken::Read(deviations) => {
                let beyond = deviations.into_iter().any(is_beyond_the_schema);
                prop_assert_eq!(valid, !beyond, "{}", message);
            }
        }
    }

    /// What `known-message` accepts, `message` accepts; what is strict and of a documented kind, it accepts.
    #[test]
    fn known_is_a_part(message in message(), edits in edits()) {
        let message = edited(message, &edits, &NAMES);
        let known = accepts("known-message", &message);
        if known && message.get("type").or(message.get("content")).is_none() {
            prop_assert!(accepts("message", &message), "{}", message);
        }
        let kind = Kind::parse(message["msgType"].as_str().unwrap_or_default());
        if accepts("message.strict", &message) && kind.is_documented() && message["version"] == 0 {
            prop_assert!(known, "{}", message);
        }
    }

    /// What the encoder writes in a dialect is strict in it; what is strict in it is read, but for what lies behind
    /// the base64.
    #[test]
    fn dialects_agree(envelope in message::envelope(), edits in edits(), dialect in other_dialect()) {
        let written = in_dialect(&envelope, dialect);
        let strict = format!("{dialect}.strict");
        if Encoder::new(dialect).encode(&envelope).is_ok() && envelope.extra.is_empty() && !has_extra(&envelope) {
            let fits = envelope.version == 0 && Exception::of(&written).is_none();
            prop_assert!(!fits || accepts(&strict, &written), "{dialect}: {written}");
            prop_assert!(!fits || accepts(dialect.name(), &written), "{dialect}: {written}");
        }
        let message = edited(written, &edits, &NAMES);
        dialect_agrees(dialect, dialect.name(), Codec::new(), &message)?;
        dialect_agrees(dialect, &strict, Codec::new().strict(), &without_unknown(message, dialect))?;
    }
}

/// Holds the document of a dialect to the decoder, in both directions.
fn dialect_agrees(
    dialect: Dialect,
    name: &str,
    codec: Codec<'_>,
    message: &Value,
) -> Result<(), TestCaseError> {
    // A schema does not see the type beside a message: there is one with which it is read.
    let beside: &[&str] = match (dialect.is_type_outside(), dialect.is_type_code()) {
        (false, _) => &[""],
        (true, false) => &["STICKER", "PING"],
        (true, true) => &["199", "101"],
    };
    let text = message.to_string();
    let read = |kind: &&str| -> Result<Vec<Deviation>, DecodeError> {
        let decoded = codec.biz_type(kind).dialect(dialect).decode(text.as_bytes())?;
        Ok(decoded.deviations.iter().collect())
    };
    let taken: Vec<_> = beside.iter().map(read).collect();
    let valid = accepts(name, message);
    let unsaid = Exception::of(message).is_some();
    if let Some(deviations) = taken.iter().find_map(|taken| taken.as_ref().ok()) {
        let beyond = deviations.iter().copied().any(is_beyond_the_schema);
        prop_assert!(!(valid && beyond), "{name} lets {deviations:?} through: {message}");
        // The documents know version 0 alone, but where the kind is a text.
        let later = message["version"].as_u64().is_some_and(|version| version > 0);
        prop_assert!(
            valid || beyond || unsaid || later || is_code_for_text(dialect, message),
            "only {name} refuses, {deviations:?}: {message}"
        );
    } else {
        let behind = taken
            .iter()
            .any(|taken| taken.as_ref().is_err_and(|e| is_behind_base64(dialect, message, e)));
        prop_assert!(!valid || unsaid || behind, "only the decoder refuses as {name}: {message}");
    }
    Ok(())
}

/// Whether it is what the base64 of the body stands for that is wrong, or bits that its alphabet does not show.
pub(crate) fn is_behind_base64(dialect: Dialect, message: &Value, error: &DecodeError) -> bool {
    let body = message[dialect.body_member()].as_str().unwrap_or("?");
    let of_alphabet = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    dialect.is_base64()
        && body.bytes().all(of_alphabet)
        && matches!(
            error,
            DecodeError::InvalidBase64 { .. }
                | DecodeError::BodyNotUtf8 { .. }
                | DecodeError::Deviation { deviation: Deviation::TextCesu8, .. }
        )
}

/// Whether a dialect that writes its kind as a text has a code there: the decoder reads it, and nobody writes it.
pub(crate) fn is_code_for_text(dialect: Dialect, message: &Value) -> bool {
    let code = dialect.type_member().is_some_and(|member| message[member].is_number());
    code && !dialect.is_type_code()
}

/// Whether the payload has members beyond the manual's.
fn has_extra(envelope: &Envelope<'_>) -> bool {
    use mimc_msg::Body;
    match &envelope.body {
        Body::Recall(receipt) | Body::Read(receipt) => !receipt.extra.is_empty(),
        Body::FriendRequest { extra, .. } | Body::FriendResponse { extra, .. } => !extra.is_empty(),
        _ => false,
    }
}

/// Every dialect that is written has a document.
#[test]
fn every_dialect_has_documents() {
    let names: Vec<String> =
        mimc_schema::documents().into_iter().map(|document| document.name).collect();
    for dialect in Dialect::ALL {
        let name = if *dialect == Dialect::MANUAL_V1 { "message" } else { dialect.name() };
        assert!(names.iter().any(|found| found == name), "{name}");
        assert!(names.contains(&format!("{name}.strict")), "{name}.strict");
    }
}
