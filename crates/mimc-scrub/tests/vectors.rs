//! Every vector, the sample, and documents of the API as they were captured.
#![allow(missing_docs)]

use mimc_testkit::scrub::{scrubber, the_verdict_stays};
use mimc_testkit::vectors::{FILES, lines, raw};

/// What the vectors expect of a message holds for the scrubbed one.
#[test]
fn vectors_keep_their_verdict() {
    let scrub = scrubber(7);
    let mut seen = 0;
    for line in FILES.iter().flat_map(|file| lines(file)) {
        if line["raw"].is_null() && line["raw_b64"].is_null() {
            continue;
        }
        let biz_type = line["context"]["biz_type"].as_str().unwrap_or_default();
        the_verdict_stays(&scrub, &raw(&line), biz_type, None);
        seen += 1;
    }
    assert!(seen > 300, "{seen}");
}

/// A conversation stays one: who asked is who answers, and what is read is what was sent, in every dialect.
#[test]
fn the_sample_stays_a_conversation() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/traffic.jsonl");
    let sample = std::fs::read(path).expect("the sample");
    let scrubbed = String::from_utf8(scrubber(7).document(&sample)).expect("UTF-8");
    assert_eq!(scrubbed.lines().count(), 22);
    let member = |line: usize, name: &str| {
        let line = scrubbed.lines().nth(line - 1).expect("a line");
        let start = line.find(&format!("\\\"{name}\\\":\\\"")).expect(name) + name.len() + 7;
        let value = line.get(start..).expect("a value");
        value.get(..value.find('\\').expect("an end")).expect("a value").to_owned()
    };
    // ada pings, and asks for friendship.
    assert_eq!(member(1, "payload"), member(5, "add_requester"));
    assert_eq!(member(2, "payload"), member(6, "add_responser"));
    assert_ne!(member(1, "payload"), "ada");
    // A text is read; another, of Android, is recalled, behind base64.
    assert_eq!(member(3, "msgId"), member(4, "read_msgId"));
    let recalled = mimc_msg::Base64Forms::CANONICAL.decode(member(11, "content").as_bytes());
    assert_eq!(recalled.expect("base64"), member(10, "msgId").into_bytes());
    for left in ["ada", "wang", "fang", "欢迎", "example", "files", "北京", "odd"] {
        assert!(!scrubbed.contains(left), "{left}");
    }
}
