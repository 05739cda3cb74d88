//! What is likely enough meant to be said.

use super::help::Help;
use super::nearest::nearest;
use super::repair::top;
use super::runs::loose;
use crate::base64::Base64Forms;
use crate::decode::{Codec, Decoded};
use crate::error::{DecodeError, Place};
use crate::json::fault::SyntaxFault;
use crate::kind::Kind;
use crate::limits::Limits;
use crate::raw_envelope::RawEnvelope;
use crate::report::{Deviation, Note};

/// The kinds that the manual or an SDK names.
const KINDS: [&str; 16] = [
    "PING",
    "PONG",
    "TEXT",
    "PIC_FILE",
    "AUDIO_FILE",
    "BIN_FILE",
    "TEXT_RECALL",
    "PIC_FILE_RECALL",
    "AUDIO_FILE_RECALL",
    "BIN_FILE_RECALL",
    "TEXT_READ",
    "PIC_FILE_READ",
    "AUDIO_FILE_READ",
    "BIN_FILE_READ",
    "ADD_FRIEND_REQUEST",
    "ADD_FRIEND_RESPONSE",
];

/// How many braces are looked at for the start of a message.
const MOST_BRACES: usize = 16;

/// Between these, in milliseconds, lie the times that messages have: 2010 to 2100.
const TIMES: std::ops::Range<u64> = 1_262_304_000_000..4_102_444_800_000;

/// For the error that decoding gives.
pub(super) fn first(error: &DecodeError, bytes: &[u8], codec: &Codec<'_>) -> Option<Help> {
    match error {
        DecodeError::NotAnEnvelope { object: false } => no_object(bytes),
        DecodeError::Syntax { fault: SyntaxFault::ByteOrderMark, .. } => Some(Help::DropMark),
        DecodeError::Syntax { fault: SyntaxFault::InvalidUtf8, .. } => Some(Help::NotUtf8),
        DecodeError::Syntax { .. } => None,
        _ => of_error(error, std::str::from_utf8(bytes).ok()?, codec),
    }
}

/// For an error of a text that is JSON.
pub(super) fn of_error(error: &DecodeError, text: &str, codec: &Codec<'_>) -> Option<Help> {
    let raw = RawEnvelope::parse_within(text.as_bytes(), Limits::MAX).ok()?;
    let member = raw.get(top(error.pointer()));
    match error {
        DecodeError::NotAnEnvelope { .. } => no_envelope(&raw),
        DecodeError::Deviation { deviation, place } => {
            let lenient = Codec { strict: false, ..*codec };
            let decoded = lenient.decode(text.as_bytes()).ok()?;
            of_deviation(*deviation, place, text, &decoded)
        }
        DecodeError::WrongType { expected, found, .. } => match *found {
            "an integer" if expected.contains("string") => Some(Help::InQuotes),
            "a number with a fraction or an exponent" if error.pointer() == "/timestamp" => {
                Some(Help::WholeNumber)
            }
            "a string" if *expected == "true or false" => Some(Help::WithoutQuotes),
            _ => None,
        },
        DecodeError::InvalidValue { expected, found, .. } => match *found {
            "white space around the digits" => Some(Help::Trim),
            _ if expected.contains("names the target") => {
                let kind = raw.header(codec.biz_type).kind.unwrap_or(Kind::Absent);
                Some(Help::NameTarget(target(&kind)))
            }
            _ => None,
        },
        DecodeError::InvalidBase64 { .. } => base64(member?.text()?.as_bytes()),
        _ => None,
    }
}

/// For a text that is no JSON object.
fn no_object(bytes: &[u8]) -> Option<Help> {
    let text = bytes.trim_ascii();
    let is_utf16 = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
        || matches!(bytes, [0, b'{', ..] | [b'{', 0, ..]);
    if is_utf16 {
        return Some(Help::Utf8);
    }
    match text.first()? {
        b'[' => Some(Help::OneByOne),
        b'"' => {
            let rest = text[1..].trim_ascii_start();
            rest.starts_with(b"{").then_some(Help::MessageInString)
        }
        _ if text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(b"%7b")) => {
            Some(Help::PercentDecode)
        }
        _ if before(bytes) > 0 => Some(Help::DropBefore),
        _ => {
            let forms = Base64Forms::CANONICAL.unpadded().url_safe().mime();
            let is_object = |text: &[u8]| text.trim_ascii_start().starts_with(b"{");
            let decoded = forms.decode(text).ok()?;
            if is_object(&decoded) {
                return Some(Help::Base64OfMessage);
            }
            let again = forms.decode(decoded.trim_ascii()).ok()?;
            is_object(&again).then_some(Help::Base64Twice)
        }
    }
}

/// How many bytes stand before what looks like a message; none where nothing does.
pub(super) fn before(bytes: &[u8]) -> usize {
    let begins = |at: &usize| {
        let inside = bytes.get(at + 1..).unwrap_or_default().trim_ascii_start();
        [&b"\""[..], b"\\\"", b"'"].iter().any(|quote| inside.starts_with(quote))
    };
    let braces = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'{').map(|(at, _)| at);
    braces.take(MOST_BRACES).find(begins).unwrap_or_default()
}

/// For an object that is no envelope.
fn no_envelope(raw: &RawEnvelope<'_>) -> Option<Help> {
    let has = |name: &str| raw.get(name).is_some();
    if has("message") && raw.get("message").is_some_and(|it| it.value.is_string()) {
        return Some(if has("code") { Help::Answer } else { Help::Framed });
    }
    if has("code") && has("data") {
        return Some(Help::Answer);
    }
    (has("msgId") && has("timestamp")).then_some(Help::BizType)
}

/// For a text that should be canonical base64.
pub(super) fn base64(text: &[u8]) -> Option<Help> {
    let canonical = Base64Forms::CANONICAL;
    let is = |forms: Base64Forms| forms.decode(text).is_ok();
    if is(canonical.url_safe()) {
        return Some(Help::UrlSafe);
    }
    if is(canonical.unpadded()) {
        return Some(Help::Padding(text.len().next_multiple_of(4) - text.len()));
    }
    if is(canonical.mime()) {
        return Some(Help::OneLine);
    }
    if is(canonical.unpadded().url_safe()) {
        return Some(Help::UrlSafe);
    }
    let is_digit = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/".contains(byte);
    if text.iter().all(is_digit) && text.len() >= 16 {
        return Some(Help::CutBase64(if text.len() % 4 == 1 { 1 } else { 4 - text.len() % 4 }));
    }
    loose(text).is_none().then_some(Help::EncodeBase64)
}

pub(super) fn of_deviation(
    deviation: Deviation,
    place: &Place,
    text: &str,
    decoded: &Decoded<'_>,
) -> Option<Help> {
    let quoted = text.get(place.offset..).is_some_and(|value| value.starts_with('"'));
    match deviation {
        Deviation::VersionText | Deviation::CodeText | Deviation::AcceptedText => {
            Some(Help::WithoutQuotes)
        }
        Deviation::TimestampForm if quoted => Some(Help::WithoutQuotes),
        Deviation::TimestampForm | Deviation::MsgIdNumber => Some(Help::InQuotes),
        Deviation::ReceiptJsonText => Some(Help::ObjectItself),
        Deviation::ReceiptBare => Some(Help::NameTarget(target(&decoded.envelope.kind()))),
        Deviation::Base64Mime => Some(Help::OneLine),
        _ => None,
    }
}

fn target(kind: &Kind<'_>) -> &'static str {
    if matches!(kind, Kind::Recall(_)) { "recall_msgId" } else { "read_msgId" }
}

pub(super) fn of_note(note: Note, decoded: &Decoded<'_>) -> Option<Help> {
    let millis = decoded.envelope.timestamp.as_millis();
    match note {
        Note::TimestampSeconds => {
            millis.checked_mul(1000).filter(|millis| TIMES.contains(millis)).map(Help::Seconds)
        }
        Note::TimestampFar if TIMES.contains(&(millis / 1000)) => {
            Some(Help::Microseconds(millis / 1000))
        }
        Note::TimestampFar if TIMES.contains(&(millis / 1_000_000)) => {
            Some(Help::Nanoseconds(millis / 1_000_000))
        }
        Note::KindUnknown => {
            nearest(&decoded.envelope.kind().to_text(), &KINDS).map(Help::DidYouMean)
        }
        Note::TypeMissing => Some(Help::BizType),
        Note::Ambiguous => Some(Help::Pin(decoded.fits)),
        _ => None,
    }
}
