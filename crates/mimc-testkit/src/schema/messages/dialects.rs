//! The dialects that have a document of their own.

use mimc_msg::{Body, Codec, DecodeError, Deviation, Dialect, Encoder, Envelope};
use serde_json::Value;

use super::{Exception, NAMES, in_dialect, is_beyond_the_schema, without_unknown};
use crate::schema::{accepts, edited};

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
    dialect_agrees(dialect, dialect.name(), Codec::new(), &message);
    dialect_agrees(dialect, &strict, Codec::new().strict(), &without_unknown(message, dialect));
}

/// Holds the document of a dialect to the decoder, in both directions.
fn dialect_agrees(dialect: Dialect, name: &str, codec: Codec<'_>, message: &Value) {
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
        assert!(!(valid && beyond), "{name} lets {deviations:?} through: {message}");
        // The documents know version 0 alone, but where the kind is a text.
        let later = message["version"].as_u64().is_some_and(|version| version > 0);
        assert!(
            valid || beyond || unsaid || later || is_code_for_text(dialect, message),
            "only {name} refuses, {deviations:?}: {message}"
        );
    } else {
        let behind = taken
            .iter()
            .any(|taken| taken.as_ref().is_err_and(|e| is_behind_base64(dialect, message, e)));
        assert!(!valid || unsaid || behind, "only the decoder refuses as {name}: {message}");
    }
}

/// Whether it is what the base64 of the body stands for that is wrong, or bits that its alphabet does not show.
pub fn is_behind_base64(dialect: Dialect, message: &Value, error: &DecodeError) -> bool {
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
pub fn is_code_for_text(dialect: Dialect, message: &Value) -> bool {
    let code = dialect.type_member().is_some_and(|member| message[member].is_number());
    code && !dialect.is_type_code()
}

/// Whether the payload has members beyond the manual's.
fn has_extra(envelope: &Envelope<'_>) -> bool {
    match &envelope.body {
        Body::Recall(receipt) | Body::Read(receipt) => !receipt.extra.is_empty(),
        Body::FriendRequest { extra, .. } | Body::FriendResponse { extra, .. } => !extra.is_empty(),
        _ => false,
    }
}
