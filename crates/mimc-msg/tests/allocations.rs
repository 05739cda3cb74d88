//! What the usual path costs in allocations: nothing.

use allocation_counter::measure;
use mimc_msg::{Body, Codec, Dialect, Encoder, Flag as _, Payload, Scratch};
use mimc_testkit::vectors::{lines, raw, text};

/// Canonical messages of every dialect, without escapes, decoded through a warm scratch.
#[test]
fn decoding_the_usual_message_allocates_nothing() {
    let mut scratch = Scratch::new();
    let (mut measured, mut dialects) = (0, Vec::new());
    for vector in lines("accept.jsonl") {
        if text(&vector, "kind") != "message" {
            continue;
        }
        let bytes = raw(&vector);
        let Ok(dialect) = text(&vector["expect"], "dialect").parse::<Dialect>() else { continue };
        if bytes.contains(&b'\\') {
            continue;
        }
        let biz_type = vector["context"]["biz_type"].as_str().unwrap_or_default();
        let codec = Codec::new().biz_type(biz_type);
        let decoded = codec.decode_with(&bytes, &mut scratch).expect("an accepted message");
        // Unknown members, and text that is mended, are what may cost something.
        if !decoded.envelope.extra.is_empty() || !decoded.deviations.is_empty() {
            continue;
        }
        let cost = measure(|| {
            let _ = codec.decode_with(&bytes, &mut scratch);
        });
        assert_eq!(cost.count_total, 0, "{}", vector["id"]);
        measured += 1;
        dialects.push(dialect);
    }
    assert!(measured > 100, "only {measured}");
    assert!(Dialect::ALL.iter().all(|dialect| dialects.contains(dialect)));
}

/// As PHP writes URLs, and many libraries text that is not ASCII.
#[test]
fn a_body_with_escapes_goes_to_the_scratch() {
    let mut scratch = Scratch::new();
    for (kind, body, meant) in [
        ("TEXT", r#"a \"b\"\n\u4f60\u597d \ud83d\ude00"#, "a \"b\"\n\u{4f60}\u{597d} \u{1f600}"),
        ("PIC_FILE", r"http:\/\/a.example\/1.png", "http://a.example/1.png"),
        ("PING", r"a\u0041", "aA"),
        ("X_CUSTOM", r"\t", "\t"),
    ] {
        let text = format!(
            r#"{{"version":0,"msgId":"{kind}_1","msgType":"{kind}","timestamp":"1516763973000","payload":"{body}"}}"#
        );
        for _ in 0..2 {
            let cost = measure(|| {
                let decoded = Codec::new().decode_str_with(&text, &mut scratch);
                let said = match &decoded.as_ref().map(|decoded| &decoded.envelope.body) {
                    Ok(
                        Body::Text(said)
                        | Body::File { url: said, .. }
                        | Body::Other { payload: Payload::Text(said), .. },
                    ) => said.as_ref(),
                    Ok(Body::Ping(Some(account))) => account.as_str(),
                    _ => "",
                };
                assert_eq!(said, meant);
            });
            // The buffer grows to the longest, which comes first.
            assert!(cost.count_total <= u64::from(kind == "TEXT"), "{kind}");
        }
        let again = measure(|| drop(Codec::new().decode_str_with(&text, &mut scratch)));
        assert_eq!(again.count_total, 0, "{kind}");
    }
}

/// Encoding documented kinds into a buffer that is large enough.
#[test]
fn encoding_into_a_reused_buffer_allocates_nothing() {
    let mut buffer = Vec::with_capacity(1024);
    for vector in lines("accept.jsonl") {
        let id = text(&vector, "id");
        if !(id.starts_with("m1-text") || id.starts_with("m1-pic")) {
            continue;
        }
        let bytes = raw(&vector);
        let decoded = mimc_msg::decode(&bytes).expect("an accepted message");
        for dialect in Dialect::ALL {
            let cost = measure(|| {
                buffer.clear();
                let _ = Encoder::new(*dialect).encode_into(&decoded.envelope, &mut buffer);
            });
            assert_eq!(cost.count_total, 0, "{dialect}");
        }
    }
}
