//! The diagnosis says first what decoding says.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{Base64Forms, Codec, Limits};
use mimc_testkit::message::{dialect, law, odd_message, rough_json};
use mimc_testkit::vectors::{self, cases};
use proptest::prelude::*;

/// Texts that are messages, nearly messages, or anything.
fn text() -> impl Strategy<Value = (Vec<u8>, String)> {
    let insert = (any::<u8>(), any::<prop::sample::Index>());
    prop_oneof![
        4 => odd_message().prop_map(|(text, biz_type)| (text.into_bytes(), biz_type)),
        4 => rough_json().prop_map(|text| (text.into_bytes(), String::new())),
        2 => (odd_message(), insert).prop_map(|((text, biz_type), (byte, at))| {
            let mut bytes = text.into_bytes();
            bytes.insert(at.index(bytes.len() + 1), byte);
            (bytes, biz_type)
        }),
        1 => any::<Vec<u8>>().prop_map(|bytes| (bytes, String::new())),
        1 => any::<Vec<u8>>().prop_map(|rest| ([&b"{"[..], &rest].concat(), String::new())),
        1 => "[{}\\[\\]:,\"'a\\\\ /*0]{0,40}".prop_map(|text| (format!("{{{text}").into_bytes(), String::new())),
    ]
}

/// Base64 of a text, whole, in lines or broken.
fn wrapped(text: &[u8], lines: usize, broken: Option<(u8, prop::sample::Index)>) -> Vec<u8> {
    let mut base64 = STANDARD.encode(text).into_bytes();
    if lines > 0 {
        base64 = base64.chunks(lines).collect::<Vec<_>>().join(&b"\r\n"[..]);
    }
    if let Some((byte, at)) = broken {
        base64.insert(at.index(base64.len() + 1), byte);
    }
    base64
}

proptest! {
    #![proptest_config(cases(3000))]

    /// There is an error exactly when decoding fails, and the first one is that of decoding.
    #[test]
    fn the_first_error_is_that_of_decoding(
        (text, biz_type) in text(),
        pin in prop::option::weighted(0.3, dialect()),
        strict in any::<bool>(),
        forms in any::<bool>(),
        low in prop::bool::weighted(0.1),
        lines in prop_oneof![3 => Just(0), 1 => 1_usize..40],
        broken in prop::option::weighted(0.2, (any::<u8>(), any::<prop::sample::Index>())),
    ) {
        let mut codec = Codec::new().biz_type(&biz_type);
        if strict { codec = codec.strict(); }
        if let Some(pin) = pin { codec = codec.dialect(pin); }
        if forms { codec = codec.base64(Base64Forms::CANONICAL.unpadded().url_safe().mime()); }
        if low { codec = codec.limits(Limits::new().bytes(60).depth(2).members(3).items(1)); }
        law::diagnosis_agrees(&text, &wrapped(&text, lines, broken), codec);
    }
}

/// And so for every message that is known to be read or refused.
#[test]
fn vectors_are_diagnosed_as_they_are_decoded() {
    let mut count = 0;
    let lines = vectors::FILES.into_iter().flat_map(vectors::lines);
    for json in
        lines.filter(|json| matches!(vectors::text(json, "kind"), "message" | "history_payload"))
    {
        let text = vectors::raw(&json);
        let biz_type = json["context"]["biz_type"].as_str().unwrap_or_default().to_owned();
        for codec in [Codec::new(), Codec::new().strict()] {
            law::diagnosis_agrees(
                &text,
                STANDARD.encode(&text).as_bytes(),
                codec.biz_type(&biz_type),
            );
        }
        count += 1;
    }
    assert!(count > 300, "{count}");
}
