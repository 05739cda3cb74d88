//! The laws of the codec, each one sentence, for whatever proptest makes.
#![allow(clippy::panic, clippy::needless_pass_by_value, clippy::match_same_arms, reason = "tests")]

use mimc_msg::{
    Base64Forms, Body, Codec, DecodeError, Decoded, Dialect, EncodeError, Encoder, Envelope, Flag,
    Kind, Loss, Message, Payload, RawEnvelope, RawJson, Scratch,
};
use mimc_testkit::message::{dialect, envelope, json_text, odd_message, rough_json};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(2000))]

    /// Any string through `Kind` comes back.
    #[test]
    fn kinds_keep_their_text(text in any::<String>()) {
        prop_assert_eq!(Kind::parse(&*text).to_string(), text.clone());
        prop_assert_eq!(Kind::parse(&*text), Kind::parse(text.clone()));
        let kind = Kind::parse(text);
        prop_assert_eq!(kind.to_text(), kind.to_string());
    }

    /// Words of the grammar too, which random strings hardly ever are.
    #[test]
    fn kinds_of_the_grammar_keep_their_text(text in "_?([A-Z0-9]{1,3}_){0,3}(TEXT|PIC|FILE|RECALL|READ|_)(_FILE)?(_RECALL|_READ){0,2}") {
        let kind = Kind::parse(&*text);
        prop_assert_eq!(kind.to_string(), text.clone());
        let receipt = text.strip_suffix("_RECALL").or_else(|| text.strip_suffix("_READ"));
        let content = receipt.unwrap_or(&text);
        let word = content.strip_suffix("_FILE");
        let in_grammar = content == "TEXT"
            || word.is_some_and(|word| word.split('_').all(|part| !part.is_empty()));
        prop_assert_eq!(!kind.is_custom(), in_grammar, "{}", text);
    }

    /// What is encoded, strict decoding reads: pinned, and given the returned `bizType`.
    #[test]
    fn strict_decoding_reads_what_is_encoded(envelope in envelope(), dialect in dialect()) {
        match Encoder::new(dialect).encode(&envelope) {
            // The body of an ambiguous message is written for detection, which leaves it as it is.
            Ok(_) if is_ambiguous(&envelope) && !dialect.is_base64() => {}
            Ok(encoded) => {
                prop_assert_eq!(encoded.biz_type.is_some(), dialect.is_type_outside());
                prop_assert!(encoded.losses.is_empty());
                let codec = codec(encoded.biz_type.as_deref()).dialect(dialect).strict();
                let decoded = codec.decode(&encoded.bytes).map_err(|e| fail(&encoded.bytes, &e))?;
                prop_assert_eq!(&decoded.envelope, &envelope);
                prop_assert!(decoded.deviations.is_empty());
                // Canonical input gives the same bytes.
                let again = Encoder::new(dialect).encode(&decoded.envelope)
                    .map_err(|e| TestCaseError::fail(e.to_string()))?;
                prop_assert_eq!(again.bytes, encoded.bytes);
            }
            Err(EncodeError::CannotCarry { loss, .. }) => {
                // Allowed loss is reported, and what is written is read unless it says otherwise.
                let encoded = Encoder::new(dialect).lossy().encode(&envelope)
                    .map_err(|e| TestCaseError::fail(e.to_string()))?;
                prop_assert!(encoded.losses.contains(loss));
                if encoded.losses.iter().all(readable) {
                    let codec = codec(encoded.biz_type.as_deref()).dialect(dialect);
                    let decoded =
                        codec.decode(&encoded.bytes).map_err(|e| fail(&encoded.bytes, &e))?;
                    prop_assert_eq!(&decoded.envelope.id, &envelope.id);
                }
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
    }

    /// After an error in encoding, the caller's buffer is as it was.
    #[test]
    fn encoding_appends_or_leaves_alone(envelope in envelope(), dialect in dialect()) {
        let mut buffer = b"before".to_vec();
        let encoded = Encoder::new(dialect).encode(&envelope);
        match Encoder::new(dialect).encode_into(&envelope, &mut buffer) {
            Ok(beside) => {
                let encoded = encoded.expect("both or none");
                prop_assert_eq!(&buffer[6..], &encoded.bytes[..]);
                prop_assert_eq!(beside.biz_type, encoded.biz_type);
            }
            Err(_) => {
                prop_assert!(encoded.is_err());
                prop_assert_eq!(&buffer[..], b"before");
            }
        }
    }

    /// Decode, encode, decode is the same value, in the same dialect; what cannot be encoded again is
    /// on the short list of `may_not_come_back`.
    #[test]
    fn what_decodes_comes_back((text, biz_type) in odd_message(), pin in prop::option::of(dialect())) {
        let mut codec = codec(Some(&biz_type));
        if let Some(pin) = pin {
            codec = codec.dialect(pin);
        }
        let Ok(decoded) = codec.decode(text.as_bytes()) else { return Ok(()) };
        let dialect = decoded.dialect.or(decoded.fits.iter().next()).expect("one fits");
        match Encoder::new(dialect).encode(&decoded.envelope) {
            Ok(encoded) => {
                let mut again = Codec::new().biz_type(encoded.biz_type.as_deref().unwrap_or_default());
                // By detection where detection named it, so that an ambiguous message stays one.
                if pin.is_some() {
                    again = again.dialect(dialect);
                }
                let again = again.decode(&encoded.bytes).map_err(|e| fail(&encoded.bytes, &e))?;
                prop_assert_eq!(&again.envelope, &decoded.envelope, "{}", text);
            }
            Err(EncodeError::CannotCarry { loss, .. }) => {
                prop_assert!(may_not_come_back(loss, &decoded), "{}: {}", text, loss);
            }
            Err(error) => prop_assert!(false, "{}: {}", text, error),
        }
    }

    /// Whatever strict accepts, lenient accepts equally and without a deviation; and what lenient
    /// accepts without a deviation, strict accepts.
    #[test]
    fn strict_is_lenient_without_deviations((text, biz_type) in odd_message(), pin in prop::option::of(dialect())) {
        let mut lenient = codec(Some(&biz_type));
        if let Some(pin) = pin {
            lenient = lenient.dialect(pin);
        }
        let strict = lenient.strict();
        match (strict.decode(text.as_bytes()), lenient.decode(text.as_bytes())) {
            (Ok(strict), lenient) => {
                prop_assert!(strict.deviations.is_empty());
                prop_assert_eq!(Ok(strict), lenient);
            }
            (Err(DecodeError::Deviation { deviation, .. }), Ok(lenient)) => {
                prop_assert!(lenient.deviations.contains(deviation));
            }
            (Err(_), Err(_)) => {}
            (Err(error), Ok(_)) => prop_assert!(false, "{}: only strict refuses: {}", text, error),
        }
    }

    /// The two ways of decoding agree: borrowed from a scratch, or allocated; and so does base64 around.
    #[test]
    fn every_way_in_agrees((text, biz_type) in odd_message()) {
        use base64::Engine as _;
        let codec = codec(Some(&biz_type));
        let read = codec.read(text.as_bytes());
        let mut scratch = Scratch::new();
        prop_assert_eq!(&codec.read_with(text.as_bytes(), &mut scratch), &read);
        let base64 = base64::engine::general_purpose::STANDARD.encode(&text);
        let mut scratch = Scratch::new();
        match (codec.read_base64(base64.as_bytes(), &mut scratch), read) {
            (Err(outer), Err(inner)) => {
                prop_assert_eq!(outer.code(), inner.code());
                let at = inner.offset();
                prop_assert_eq!(outer.offset(), (at / 3 * 4 + at % 3).min(base64.len()));
            }
            (outer, inner) => prop_assert_eq!(outer, inner),
        }
    }

    /// Line breaks in base64 around a message are a deviation and change nothing else.
    #[test]
    fn mime_base64_reads_the_same((text, biz_type) in odd_message(), every in 1usize..80) {
        use base64::Engine as _;
        let codec = codec(Some(&biz_type));
        let base64 = base64::engine::general_purpose::STANDARD.encode(&text);
        let lines: Vec<&str> =
            (0..base64.len()).step_by(every).map(|at| &base64[at..base64.len().min(at + every)]).collect();
        let mime = lines.join("\r\n") + "\r\n";
        let (mut one, mut two) = (Scratch::new(), Scratch::new());
        match (codec.decode_base64(base64.as_bytes(), &mut one), codec.decode_base64(mime.as_bytes(), &mut two)) {
            (Ok(plain), Ok(mime)) => {
                prop_assert_eq!(plain.envelope, mime.envelope);
                prop_assert!(mime.deviations.contains(mimc_msg::Deviation::Base64Mime));
            }
            (Err(plain), Err(broken)) => {
                prop_assert_eq!(plain.code(), broken.code());
                prop_assert_eq!(base64.as_bytes().get(plain.offset()), mime.as_bytes().get(broken.offset())
                    .filter(|_| plain.offset() < base64.len()));
            }
            (plain, mime) => prop_assert!(false, "{:?} but {:?}", plain, mime),
        }
    }

    /// No bytes panic, whatever the options; an error names a place inside the input.
    #[test]
    fn no_bytes_panic(bytes in prop_oneof![
        any::<Vec<u8>>(),
        rough_json().prop_map(String::into_bytes),
        (rough_json(), any::<u8>(), any::<prop::sample::Index>()).prop_map(|(text, byte, at)| {
            let mut bytes = text.into_bytes();
            let at = at.index(bytes.len() + 1);
            bytes.insert(at, byte);
            bytes
        }),
    ], biz_type in any::<String>(), pin in prop::option::of(dialect()), strict in any::<bool>()) {
        let forms = Base64Forms::CANONICAL.unpadded().url_safe().mime();
        let mut codec = codec(Some(&biz_type)).base64(forms);
        codec = pin.map_or(codec, |pin| codec.dialect(pin));
        codec = if strict { codec.strict() } else { codec };
        let (mut one, mut two) = (Scratch::new(), Scratch::new());
        for read in [codec.read_with(&bytes, &mut one), codec.read_base64(&bytes, &mut two)] {
            match read {
                Ok(Message::Foreign(foreign)) => { let _ = foreign.text(); }
                Err(error) => prop_assert!(error.offset() <= bytes.len()),
                Ok(_) => {}
            }
        }
        if let Ok(raw) = RawEnvelope::parse(&bytes) {
            let _ = raw.header(Some(&biz_type));
            let _ = raw.payload();
        }
    }

    /// Members come out in the order of the text, each span the bytes that it names.
    #[test]
    fn spans_are_where_they_say((text, _) in odd_message()) {
        let Ok(raw) = RawEnvelope::parse(text.as_bytes()) else { return Ok(()) };
        let mut last = 0;
        for member in raw.members_in_order() {
            prop_assert!(member.name_span.start > last);
            last = member.value_span.end;
            prop_assert_eq!(&text[member.value_span.clone()], member.value.as_str());
            prop_assert_eq!(&text[member.name_span.start - 1..member.name_span.start], "\"");
            prop_assert_eq!(raw.get(&member.name).expect("named"), member);
        }
    }

    /// Cut anywhere, a message keeps the members that were whole.
    #[test]
    fn what_was_whole_is_recovered((text, _) in odd_message(), at in any::<prop::sample::Index>()) {
        let Ok(raw) = RawEnvelope::parse(text.as_bytes()) else { return Ok(()) };
        let mut at = 1 + at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let cut = RawEnvelope::recover(&text.as_bytes()[..at]).expect("it begins as before");
        let kept: Vec<_> = cut.members_in_order().collect();
        // A number may have been cut in the middle; all before it is as it was.
        let whole: Vec<_> = raw.members_in_order().filter(|member| member.value_span.end < at).collect();
        prop_assert!(kept.starts_with(&whole), "{} cut at {}", text, at);
        prop_assert!(kept.len() <= whole.len() + 1);
        // What is kept is as it was: no number is taken for sound that was cut in the middle.
        let all: Vec<_> = raw.members_in_order().collect();
        prop_assert!(all.starts_with(&kept), "{} cut at {}", text, at);
        let (cut, raw) = (cut.header(None), raw.header(None));
        prop_assert!(cut.version.is_none() || cut.version == raw.version);
// Unless the other type member, behind the cut, contradicts it.
        prop_assert!(cut.kind.is_none() || raw.kind.is_none() || cut.kind == raw.kind);
        prop_assert!(cut.timestamp.is_none() || cut.timestamp == raw.timestamp);
    }

    /// Raw JSON keeps its text, and counts its levels.
    #[test]
    fn raw_json_keeps_its_text(text in json_text()) {
        let json = RawJson::parse(&text).map_err(|e| TestCaseError::fail(format!("{text}: {e}")))?;
        prop_assert_eq!(json.as_str(), text.trim_matches([' ', '\n', '\t', '\r']));
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(json.depth(), depth(&value));
    }

    /// serde writes what `encode` writes, and reads what `decode` reads.
    #[test]
    fn serde_agrees(envelope in envelope()) {
        match (serde_json::to_string(&envelope), mimc_msg::encode(&envelope)) {
            (Ok(json), Ok(bytes)) => {
                prop_assert_eq!(json.as_bytes(), bytes);
                let from_text: Envelope<'static> = serde_json::from_str(&json).expect("text");
                let from_bytes: Envelope<'static> =
                    serde_json::from_reader(json.as_bytes()).expect("reader");
                prop_assert_eq!(&from_text, &envelope);
                prop_assert_eq!(&from_bytes, &envelope);
            }
            (Err(_), Err(_)) => {}
            (serde, encode) => prop_assert!(false, "{:?} but {:?}", serde, encode),
        }
    }
}

fn codec(biz_type: Option<&str>) -> Codec<'_> {
    Codec::new().biz_type(biz_type.unwrap_or_default())
}

fn fail(bytes: &[u8], error: &DecodeError) -> TestCaseError {
    TestCaseError::fail(format!("{}: {error}", String::from_utf8_lossy(bytes)))
}

/// Whether the body is one that detection leaves untouched: a known kind's, but kept as text.
fn is_ambiguous(envelope: &Envelope<'_>) -> bool {
    matches!(&envelope.body, Body::Other { kind, payload: Payload::Text(_), .. } if kind.is_known())
}

/// Whether a message that was written with this loss can be read under the pin.
fn readable(loss: Loss) -> bool {
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
fn may_not_come_back(loss: Loss, decoded: &Decoded<'_>) -> bool {
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

fn depth(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        serde_json::Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

/// The generators reach every dialect, kind of loss and deviation: otherwise the laws above say little.
#[test]
fn the_generators_reach_everything() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    use std::collections::BTreeSet;

    let mut runner = TestRunner::deterministic();
    let (mut dialects, mut deviations, mut notes, mut losses, mut codes) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (odd, made) = (odd_message(), envelope());
    let mut scratch = Scratch::new();
    for _ in 0..40_000 {
        let (text, biz_type) = odd.new_tree(&mut runner).expect("a message").current();
        match codec(Some(&biz_type)).decode_with(text.as_bytes(), &mut scratch) {
            Ok(decoded) => {
                dialects.extend(decoded.dialect.map(Dialect::name));
                deviations.extend(decoded.deviations.iter());
                notes.extend(decoded.notes.iter());
            }
            Err(error) => {
                codes.insert(error.code());
            }
        }
        let envelope = made.new_tree(&mut runner).expect("an envelope").current();
        for dialect in Dialect::ALL {
            match Encoder::new(*dialect).lossy().encode(&envelope) {
                Ok(encoded) => losses.extend(encoded.losses.iter()),
                Err(error) => panic!("{error}"),
            }
        }
    }
    let all = |seen: usize, of: usize, what: &str| assert_eq!(seen, of, "{what}");
    all(dialects.len(), 11, "dialects");
    // Base64Mime is around a message; TrailingNul has vectors.
    assert_eq!(deviations.len(), mimc_msg::Deviation::ALL.len() - 2, "{deviations:?}");
    assert_eq!(notes.len(), mimc_msg::Note::ALL.len(), "{notes:?}");
    assert_eq!(losses.len(), Loss::ALL.len(), "{losses:?}");
    for code in [
        "missing-member",
        "wrong-type",
        "invalid-value",
        "type-conflict",
        "body-conflict",
        "invalid-base64",
        "body-not-utf8",
        "not-an-envelope",
        "duplicate-member",
    ] {
        assert!(codes.contains(code), "{code} of {codes:?}");
    }
}
