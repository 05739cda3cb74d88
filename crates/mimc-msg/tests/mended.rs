//! What was found wrong once, each by an example; and what makes two values the same.
#![allow(clippy::panic, reason = "tests")]

use mimc_msg::{Base64Forms, Codec, Decoded, Scratch};

/// What makes two bodies the same value, and what does not.
#[test]
fn the_same_value_in_other_words() {
    let twice = |payload: &str, content: &str| {
        let text = format!(
            "{{\"version\":0,\"msgId\":\"a\",\"msgType\":\"S\",\"timestamp\":\"1\",\"payload\":{payload},\"content\":{content}}}"
        );
        mimc_msg::decode(text.as_bytes()).map(Decoded::into_owned).map_err(|error| error.code())
    };
    for (a, b) in [
        ("\"a\"", "\"\\u0061\""),
        ("{\"a\":1,\"b\":[]}", "{ \"b\" : [ ], \"\\u0061\":1}"),
        ("[1.0,-0,100]", "[1, 0.0e5, 1E2]"),
        ("[0.001]", "[1e-3]"),
        ("{}", "{ }"),
        ("1e999", "10e998"),
        ("1e99999999999999999999", "1E+099999999999999999999"),
        ("0e99999999999999999999", "0"),
        ("[[],{\"x\":[null,true]}]", "[[ ],{\"x\":[null , true ]}]"),
    ] {
        assert!(
            twice(a, b)
                .is_ok_and(|decoded| decoded.deviations.contains(mimc_msg::Deviation::BodyTwice)),
            "{a} {b}"
        );
    }
    for (a, b) in [
        ("[]", "{}"),
        ("[1,2]", "[2,1]"),
        ("[1]", "[1,1]"),
        ("1", "\"1\""),
        ("{\"a\":1}", "{\"a\":2}"),
        ("{\"a\":1}", "{\"b\":1}"),
        ("1", "-1"),
        ("0.1", "10"),
        ("1e-5", "1e5"),
        ("1e99999999999999999999", "1e-99999999999999999999"),
        ("true", "false"),
        ("null", "\"\""),
        ("155123027575068001", "155123027575068000"),
    ] {
        assert_eq!(twice(a, b).map(|_| ()), Err("body-conflict"), "{a} {b}");
    }
    // Each is read once, however deep: no work for each level again.
    let deep = |filler: &str| format!("{}{}{}", "[".repeat(120), filler, "]".repeat(120));
    let wide = "1,".repeat(500_000) + "1";
    assert!(twice(&deep(&wide), &deep(&wide.replace(',', " ,"))).is_ok());
}

/// An exponent may be of any size: what its number is does not depend on how it is spelled.
#[test]
fn exponents_beyond_64_bits_are_reckoned_with() {
    let twice = |payload: &str, content: &str| {
        let text = format!(
            "{{\"version\":0,\"msgId\":\"a\",\"msgType\":\"S\",\"timestamp\":\"1\",\"payload\":{payload},\"content\":{content}}}"
        );
        mimc_msg::decode(text.as_bytes()).map(drop).map_err(|error| error.code())
    };
    for (a, b) in [
        ("1e4611686018427387903", "10e4611686018427387902"),
        ("1e9223372036854775808", "10e9223372036854775807"),
        ("0.1e1000000000000000000", "1e999999999999999999"),
        ("1e-9999999999999999999999", "10e-10000000000000000000000"),
        ("1e99999999999999999999", "0.01e+100000000000000000001"),
        ("-100e00099999999999999999999", "-1e100000000000000000001"),
    ] {
        assert_eq!(twice(a, b), Ok(()), "{a} {b}");
        assert_eq!(twice(b, a), Ok(()), "{b} {a}");
    }
    for (a, b) in [
        ("1e9223372036854775808", "10e9223372036854775808"),
        ("1e99999999999999999999", "1e-99999999999999999999"),
        ("1e99999999999999999999", "1e9999999999999999999"),
    ] {
        assert_eq!(twice(a, b), Err("body-conflict"), "{a} {b}");
    }
}

/// A negative code has no leading zeros either: as they were written, the message was no JSON.
#[test]
fn a_negative_code_is_written_as_an_integer() {
    let kind = mimc_msg::KindCode::parse("-007").expect("a code");
    assert_eq!(kind.to_string(), "-7");
    let text = br#"{"version":0,"msgId":"a","msgType":-7,"timestamp":1,"content":"eA=="}"#;
    let mut envelope = mimc_msg::decode(text).expect("a message").envelope;
    envelope.body = mimc_msg::Body::other(kind, mimc_msg::Payload::Text("x".into()));
    let written = mimc_msg::Encoder::new(mimc_msg::Dialect::ANDROID_A1).encode(&envelope);
    assert_eq!(written.expect("a code").bytes, text);
}

/// Faults through base64 have the whole span of characters that their bytes come from.
#[test]
fn spans_through_base64_are_whole() {
    use base64::Engine as _;
    for pad in 0..6 {
        let text = format!(
            "{}{{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":5}}",
            " ".repeat(pad)
        );
        let base64 = base64::engine::general_purpose::STANDARD.encode(&text);
        let mut scratch = Scratch::new();
        let error = Codec::new().decode_base64(base64.as_bytes(), &mut scratch).expect_err("5");
        let place = error.place().expect("a place");
        let at = text.find('5').expect("it is there");
        let first = at / 3 * 4 + at % 3;
        assert_eq!((place.offset, place.length), (first, 2), "{text}");
    }
}

/// A missing member and a deviation for one have the same offset: that of the object.
#[test]
fn what_is_missing_is_missing_from_the_object() {
    for text in [
        "   {\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"x\"}",
        "   {\"version\":0,\"msgId\":\"a\",\"msgType\":\"PING\",\"timestamp\":\"1\"}",
        "   {\"version\":0,\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"x\"}",
    ] {
        let error = Codec::new().strict().decode(text.as_bytes()).expect_err(text);
        assert_eq!(error.offset(), 3, "{text}");
    }
}

/// The fault of a text that is neither UTF-8 nor CESU-8 is at the first byte that is neither.
#[test]
fn sound_cesu8_is_not_at_fault() {
    let text = "{\"version\":0,\"msgId\":\"a\",\"msgType\":103,\"timestamp\":1,\"content\":\"7aC97biAYWJj/w==\"}";
    let error = mimc_msg::decode(text.as_bytes()).expect_err("not UTF-8");
    assert_eq!(
        (error.code(), error.offset()),
        ("body-not-utf8", text.find("7aC9").expect("there") + 12)
    );
}

/// Line breaks around a message are no deviation where the caller allows them.
#[test]
fn mime_is_no_deviation_where_it_is_allowed() {
    let text = b"eyJ2ZXJzaW9uIjowLCJtc2dJZCI6ImEiLCJtc2dUeXBlIjoiVEVYVCIsInRpbWVzdGFtcCI6IjEi\r\nLCJwYXlsb2FkIjoiaGkifQ==\r\n";
    let (mut one, mut two) = (Scratch::new(), Scratch::new());
    let strict = Codec::new().strict();
    assert_eq!(strict.decode_base64(text, &mut one).map_err(|e| e.code()), Err("base64-mime"));
    let allowed = strict.base64(Base64Forms::CANONICAL.mime());
    assert!(
        allowed.decode_base64(text, &mut two).is_ok_and(|decoded| decoded.deviations.is_empty())
    );
}

/// Levels that no message may have are counted, not kept, where a fault has to be named behind them.
#[test]
fn the_pointer_to_a_deep_fault_is_bounded() {
    let text = [b"{\"a\":".to_vec(), vec![b'['; 1_000_000], vec![0xff]].concat();
    let cost = allocation_counter::measure(|| {
        let error = mimc_msg::decode(&text).expect_err("not UTF-8");
        assert_eq!(error.code(), "invalid-utf8");
        assert_eq!(error.pointer().split('/').count(), 1 + 128);
    });
    assert!(cost.bytes_max < 100_000, "{cost:?}");
}
