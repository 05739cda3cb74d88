//! What is not UTF-8 is refused, at its very byte.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{Body, Codec, DecodeError, Deviation, Dialect, Payload, RawEnvelope, Scratch};
use mimc_testkit::vectors::{lines, raw, text};

/// What no byte of UTF-8 may become: a lone continuation, an overlong NUL, a surrogate, what is beyond U+10FFFF, a
/// byte that never stands in UTF-8, and characters of two, three and four bytes that are cut.
const INVALID: [&[u8]; 8] = [
    b"\x80",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf5",
    b"\xff",
    b"\xc3",
    b"\xe4\xb8",
    b"\xf0\x9f\x98",
];

/// A message of each form that is documented, and the type beside it.
fn forms() -> Vec<(Vec<u8>, String)> {
    let official = |json: &serde_json::Value| {
        text(json, "kind") == "message"
            && text(&json["expect"], "dialect").parse::<Dialect>().is_ok()
    };
    let beside = |json: &serde_json::Value| json["context"]["biz_type"].as_str().map(str::to_owned);
    let vectors = lines("accept.jsonl").into_iter().filter(official);
    vectors.map(|json| (raw(&json), beside(&json).unwrap_or_default())).collect()
}

/// The first byte that begins no character, by the table of well-formed sequences in the Unicode standard (3-7).
fn first_invalid(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    while at < bytes.len() {
        let (second, length) = match bytes[at] {
            0..=0x7f => (0..=0, 1),
            0xc2..=0xdf => (0x80..=0xbf, 2),
            0xe0 => (0xa0..=0xbf, 3),
            0xed => (0x80..=0x9f, 3),
            0xe1..=0xef => (0x80..=0xbf, 3),
            0xf0 => (0x90..=0xbf, 4),
            0xf1..=0xf3 => (0x80..=0xbf, 4),
            0xf4 => (0x80..=0x8f, 4),
            _ => return Some(at),
        };
        let Some(tail) = bytes.get(at + 1..at + length) else { return Some(at) };
        let sound = tail.iter().all(|byte| (0x80..=0xbf).contains(byte));
        if !sound || tail.first().is_some_and(|byte| !second.contains(byte)) {
            return Some(at);
        }
        at += length;
    }
    None
}

/// RULES 1 and 2: before the brace such a byte makes the text raw, and from there on it is a fault, in every way of
/// reading and whatever else is wrong.
#[test]
fn invalid_utf8_is_refused_at_its_byte() {
    let (forms, mut refused) = (forms(), 0);
    assert!(forms.len() > 50, "only {} forms: are the vectors complete?", forms.len());
    for (form, biz_type) in &forms {
        let brace = form.iter().position(|&byte| byte == b'{').expect("an object");
        let raw = RawEnvelope::parse(form).expect("a message");
        let values: Vec<_> = raw
            .members_in_order()
            .map(|member| (member.value_span.clone(), format!("/{}", member.name)))
            .collect();
        let lenient = Codec::new().biz_type(biz_type);
        for (at, invalid) in (0..form.len()).flat_map(|at| INVALID.map(|invalid| (at, invalid))) {
            let broken = [&form[..at], invalid, &form[at + 1..]].concat();
            let Some(fault) = first_invalid(&broken) else { continue };
            // In the middle of a character the whole of it is at fault, or what it leaves.
            let nearest = if form.is_ascii() { 0 } else { 4 };
            assert!(fault.abs_diff(at) <= nearest, "{at} {invalid:x?}: {fault}");
            for codec in [lenient, lenient.strict(), lenient.dialect(Dialect::MANUAL_V1)] {
                let error = codec.decode(&broken).expect_err("not UTF-8");
                if at <= brace {
                    assert_eq!(error.code(), "not-an-envelope", "{at} {invalid:x?}");
                    continue;
                }
                assert_eq!((error.code(), error.offset()), ("invalid-utf8", fault), "{at}");
                let member = values.iter().find(|(span, _)| span.contains(&fault));
                if let Some((_, pointer)) = member {
                    assert!(error.pointer().starts_with(pointer), "{at}: {error} in {pointer}");
                }
                refused += 1;
            }
        }
    }
    assert!(refused > 100_000, "only {refused}");
}

/// Through the base64 around a message the fault is at the first character that its byte comes from.
#[test]
fn invalid_utf8_behind_base64_is_refused_at_its_character() {
    for (form, biz_type) in forms() {
        let brace = form.iter().position(|&byte| byte == b'{').expect("an object");
        for at in brace + 1..form.len() {
            let mut broken = form.clone();
            broken[at] = 0xff;
            let fault = first_invalid(&broken).expect("not UTF-8");
            let base64 = STANDARD.encode(&broken);
            let mut scratch = Scratch::new();
            let codec = Codec::new().biz_type(&biz_type);
            let error =
                codec.decode_base64(base64.as_bytes(), &mut scratch).expect_err("not UTF-8");
            let character = fault / 3 * 4 + fault % 3;
            assert_eq!((error.code(), error.offset()), ("invalid-utf8", character), "{at}");
        }
    }
}

/// CESU-8 is read in one place alone: in the bytes behind a body's base64 (RULES 6).
#[test]
fn cesu8_is_read_behind_a_body_alone() {
    let pair = b"\xed\xa0\xbd\xed\xb8\x80";
    let message = |kind: &str, body: &[u8]| {
        let head = format!(r#"{{"version":0,"msgId":"a-1","msgType":{kind},"timestamp":1"#);
        [head.as_bytes(), br#","content":""#, body, b"\"}"].concat()
    };
    let raw = message("103", pair);
    let error = mimc_msg::decode(&raw).expect_err("CESU-8 is no UTF-8");
    assert_eq!((error.code(), error.offset()), ("invalid-utf8", raw.len() - 8));
    let halves: [&[u8]; 2] = [&pair[..3], &pair[3..]];
    for (first, second) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        let body = [b"ab", halves[first], halves[second], b"c"].concat();
        for kind in ["103", "104", "106", "199"] {
            let bytes = message(kind, STANDARD.encode(&body).as_bytes());
            match (mimc_msg::decode(&bytes), (first, second)) {
                (Ok(decoded), (0, 1)) => {
                    assert!(decoded.deviations.contains(Deviation::TextCesu8));
                    let text = "ab\u{1f600}c";
                    match decoded.envelope.body {
                        Body::Text(found) | Body::File { url: found, .. } => {
                            assert_eq!(found, text);
                        }
                        Body::Recall(receipt) => assert_eq!(receipt.target.as_str(), text),
                        other => {
                            assert_eq!(
                                other,
                                Body::other(other.kind(), Payload::Text(text.into()))
                            );
                        }
                    }
                    let error = Codec::new().strict().decode(&bytes).expect_err("strict");
                    assert_eq!(error.code(), "text-cesu8");
                }
                // A custom kind keeps the bytes.
                (Ok(decoded), _) => {
                    let kept =
                        Body::other(decoded.envelope.kind(), Payload::Bytes(body.clone().into()));
                    assert_eq!((kind, &decoded.envelope.body), ("199", &kept));
                }
                (Err(DecodeError::BodyNotUtf8 { place }), pair) => {
                    assert!(kind != "199" && pair != (0, 1), "{kind} {pair:?}");
                    // Byte 2, the first surrogate, begins in the third character.
                    let start = bytes.len() - 2 - STANDARD.encode(&body).len();
                    assert_eq!((&*place.pointer, place.offset), ("/content", start + 2));
                }
                (Err(error), _) => panic!("{kind}: {error}"),
            }
        }
    }
}
