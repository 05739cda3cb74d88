//! The named exceptions of the laws.

use mimc_msg::{Body, Decoded, Dialect, Envelope, Kind, Loss, Payload};

/// Whether the body is one that detection leaves untouched: a known kind's, but kept as text.
pub(super) fn is_ambiguous(envelope: &Envelope<'_>) -> bool {
    matches!(&envelope.body, Body::Other { kind, payload: Payload::Text(_), .. } if kind.is_known())
}

/// Whether a message that was written with this loss can be read under the pin.
pub(super) fn readable(loss: Loss) -> bool {
    !matches!(
        loss,
        Loss::KindWithoutCode
            | Loss::CodeWithoutName
            | Loss::KindMissing
            | Loss::KindSpelling
            | Loss::NotAnEnvelope
            | Loss::BodyForm
    )
}

/// The accepted messages that their own dialect cannot carry (docs/rules.md, 8 and the last section).
pub(super) fn may_not_come_back(loss: Loss, decoded: &Decoded<'_>) -> bool {
    use mimc_msg::Deviation::{BodyMissing, TypeEmpty};
    let deviations = decoded.deviations;
    match loss {
        // An SDK's ping with an account.
        Loss::Account => matches!(decoded.envelope.kind(), Kind::Ping | Kind::Pong),
        // The manual's form names an account.
        Loss::AccountMissing => deviations.contains(BodyMissing),
        // The untouched string of an ambiguous friend request is a body that no dialect has for it.
        Loss::BodyForm => {
            decoded.dialect.is_none() && decoded.envelope.kind() == Kind::FriendRequest
        }
        // `"msgType":null` alone made it an envelope.
        Loss::NotAnEnvelope => deviations.contains(TypeEmpty),
        // Beside a message of java-j2 stands a code, beside the others a text.
        Loss::KindWithoutCode => decoded.dialect == Some(Dialect::JAVA_J2),
        Loss::CodeWithoutName => matches!(decoded.envelope.kind(), Kind::Code(_)),
        _ => false,
    }
}
