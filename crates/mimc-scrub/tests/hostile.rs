//! Documents that somebody wrote to do harm: they end, on a usual stack, and are replaced.
#![allow(missing_docs)]

use mimc_msg::Base64Forms;
use mimc_testkit::scrub::{nothing_is_left, scrubber, the_verdict_stays};

/// Whatever stands inside of itself, to any depth.
#[test]
fn depth_does_no_harm() {
    let scrub = scrubber(7);
    let mut nested = "somebodys secret".to_owned();
    for _ in 0..13 {
        nested = serde_json::json!({ "payload": nested }).to_string();
    }
    let mut wrapped = "somebodys secret".to_owned();
    for _ in 0..24 {
        wrapped = Base64Forms::encode(wrapped.as_bytes());
    }
    let documents = [
        nested,
        format!("{{\"payload\":\"{wrapped}\"}}"),
        "[".repeat(200_000),
        "{".repeat(200_000),
        "{}/*".repeat(25_000),
        "{a'".repeat(4_000),
        "{}{'a':".repeat(4_000),
        "{\"a\":".repeat(100_000),
        "\"[\\\"".repeat(4_000),
        format!("{}é", "a=".repeat(4_000)),
        format!("{}é", "a/".repeat(4_000)),
        "https://".repeat(4_000),
        ",".repeat(200_000),
        "TEXT_".repeat(4_000),
        "%E5%".repeat(4_000),
        "\\u".repeat(4_000),
        format!("{{\"a\":\"{}", "\\u12".repeat(4_000)),
        "0".repeat(200_000),
        "9".repeat(4_000),
        format!("1e{}", "9".repeat(4_000)),
    ];
    for document in documents {
        let scrubbed = scrub.document(document.as_bytes());
        nothing_is_left(&scrubbed, &["somebody".to_owned(), "secret".to_owned()]);
        if document.len() < 100_000 {
            the_verdict_stays(&scrub, document.as_bytes(), "", None);
        }
    }
}

/// A long text is replaced to its end, and so is what is behind much base64; each keeps its form.
#[test]
fn long_texts_are_replaced_to_their_end() {
    let scrub = scrubber(7);
    for length in [4095, 4096, 4097, 8191, 8192, 8193, 20_000] {
        let text: String = "Somebody said: 你好 ".chars().cycle().take(length).collect();
        let bytes: Vec<u8> = (0x80..=0xffu8).cycle().step_by(31).take(length).collect();
        let documents = [
            format!(
                "{{\"msgType\":\"TEXT\",\"msgId\":\"a\",\"timestamp\":\"1\",\"payload\":\"{text}\"}}"
            ),
            format!(
                "{{\"msgType\":103,\"msgId\":\"a\",\"timestamp\":1,\"content\":\"{}\"}}",
                Base64Forms::encode(text.as_bytes())
            ),
            format!(
                "{{\"msgType\":199,\"msgId\":\"a\",\"timestamp\":1,\"content\":\"{}\"}}",
                Base64Forms::encode(&bytes)
            ),
        ];
        for document in documents {
            let scrubbed = scrub.document(document.as_bytes());
            assert_eq!(scrubbed.len(), document.len());
            nothing_is_left(&scrubbed, &["Somebody".to_owned()]);
            the_verdict_stays(&scrub, document.as_bytes(), "", None);
        }
    }
}
