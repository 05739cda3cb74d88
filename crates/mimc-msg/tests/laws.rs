//! The laws of the codec, each one sentence, for whatever proptest makes.
#![allow(clippy::panic, clippy::needless_pass_by_value, clippy::match_same_arms, reason = "tests")]

use mimc_msg::{
    Base64Forms, Codec, Dialect, Encoder, Envelope, Flag, Kind, Loss, Message, RawEnvelope,
    RawJson, Scratch,
};
use mimc_testkit::message::{dialect, envelope, json_text, law, odd_message, rough_json};
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
        law::strict_decoding_reads_it(&envelope, dialect);
    }

    /// Written in another dialect with loss allowed, a message keeps all that is not reported as lost.
    #[test]
    fn what_is_not_lost_is_kept(envelope in envelope(), dialect in dialect()) {
        law::what_is_not_lost_is_kept(&envelope, dialect);
    }

    /// What is read in one dialect, is read equally when pinned to it.
    #[test]
    fn pins_agree((text, biz_type) in odd_message()) {
        law::pins_agree(text.as_bytes(), &biz_type);
        law::the_header_agrees(text.as_bytes(), &biz_type);
    }

    /// After an error in encoding, the caller's buffer is as it was.
    #[test]
    fn encoding_appends_or_leaves_alone(envelope in envelope(), dialect in dialect()) {
        law::appends_or_leaves_alone(&envelope, dialect);
    }

    /// Decode, encode, decode is the same value, in the same dialect; what cannot be encoded again is
    /// on the short list of `may_not_come_back`.
    #[test]
    fn what_decodes_comes_back((text, biz_type) in odd_message(), pin in prop::option::of(dialect())) {
        law::comes_back(text.as_bytes(), &biz_type, pin);
    }

    /// Whatever strict accepts, lenient accepts equally and without a deviation; and what lenient
    /// accepts without a deviation, strict accepts.
    #[test]
    fn strict_is_lenient_without_deviations((text, biz_type) in odd_message(), pin in prop::option::of(dialect())) {
        law::strict_is_lenient_without_deviations(text.as_bytes(), &biz_type, pin);
    }

    /// White space between members changes nothing, although a message without any is read in a way of its own.
    #[test]
    fn white_space_means_nothing((text, biz_type) in odd_message(), pin in prop::option::of(dialect())) {
        law::white_space_means_nothing(text.as_bytes(), &biz_type, pin);
    }

    /// The same for messages as they are written, with what stands beside them and without.
    #[test]
    fn white_space_means_nothing_in_what_is_written(
        envelope in envelope(), dialect in dialect(), pin in prop::option::of(dialect()), beside: bool,
    ) {
        let Ok(encoded) = Encoder::new(dialect).lossy().encode(&envelope) else { return Ok(()) };
        let biz_type = encoded.biz_type.filter(|_| beside).unwrap_or_default();
        law::white_space_means_nothing(&encoded.bytes, &biz_type, pin);
        law::white_space_means_nothing(&encoded.bytes, &envelope.kind().to_text(), pin);
    }

    /// The evidence says what decoding says, and something speaks against every dialect that does not fit.
    #[test]
    fn the_evidence_is_for_the_verdict((text, biz_type) in odd_message(), pin in prop::option::of(dialect()), strict: bool) {
        let codec = Codec::new().biz_type(&biz_type);
        let codec = if strict { codec.strict() } else { codec };
        let codec = pin.map_or(codec, |pin| codec.dialect(pin));
        law::the_evidence_is_for_the_verdict(codec, pin.is_some(), text.as_bytes());
    }

    /// In base64, the evidence is the same, and its places are those of the base64.
    #[test]
    fn the_evidence_is_seen_through_base64((text, biz_type) in odd_message()) {
        let codec = Codec::new().biz_type(&biz_type);
        let wrapped = Base64Forms::encode(text.as_bytes());
        match (codec.evidence(text.as_bytes()), codec.evidence_base64(wrapped.as_bytes())) {
            (Ok(bare), Ok(inside)) => {
                prop_assert_eq!(bare.ruled_out, inside.ruled_out);
                for (bare, inside) in bare.answers.iter().zip(&inside.answers) {
                    prop_assert_eq!((bare.question, bare.found), (inside.question, inside.found));
                    if let (Some(bare), Some(inside)) = (&bare.place, &inside.place) {
                        prop_assert_eq!(bare.offset / 3 * 4 + bare.offset % 3, inside.offset);
                    }
                }
            }
            (Err(bare), Err(inside)) => prop_assert_eq!(bare.code(), inside.code()),
            other => prop_assert!(false, "{other:?}"),
        }
    }

    /// The ways of decoding agree: borrowed from a scratch, or allocated; and so does base64 around, in one line
    /// or many.
    #[test]
    fn every_way_in_agrees((text, biz_type) in odd_message(), every in 1usize..80) {
        law::every_way_in_agrees(text.as_bytes(), &biz_type, every);
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
        law::what_was_whole_is_recovered(text.as_bytes(), 1 + at.index(text.len()));
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
