//! serde_json is the referee of the scanner: on texts that begin with `{` both accept the same and read
//! the same values, apart from a named list, each entry with a test of its own.
#![allow(clippy::panic, clippy::needless_pass_by_value, clippy::match_same_arms, reason = "tests")]

use mimc_msg::{DecodeError, RawEnvelope, SyntaxFault};
use mimc_testkit::message::law::agrees_with_serde_json;
use mimc_testkit::message::rough_json;
use mimc_testkit::vectors::cases;
use proptest::prelude::*;
use serde_json::Value;

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn the_scanner_accepts_what_serde_json_accepts(text in rough_json()) {
        agrees_with_serde_json(text.as_bytes());
    }

    #[test]
    fn also_where_the_text_is_not_utf8(text in rough_json(), byte in 0x80u8.., at in any::<prop::sample::Index>()) {
        let mut bytes = text.into_bytes();
        let at = 1 + at.index(bytes.len());
        bytes.insert(at, byte);
        agrees_with_serde_json(&bytes);
    }
}

/// Every text of so many of these words: none is too odd for a random one to be made.
fn all_of(words: &[&str], most: usize) {
    for count in 0..=most {
        let mut which = vec![0; count];
        loop {
            let text: String = which.iter().map(|&word| words[word]).collect();
            agrees_with_serde_json(text.as_bytes());
            let Some(next) = which.iter().rposition(|&word| word + 1 < words.len()) else { break };
            which[next] += 1;
            which[next + 1..].fill(0);
        }
    }
}

#[test]
fn they_agree_on_every_short_structure() {
    all_of(&["[", "]", "{", "}", ",", "\"a\":", "1"], 6);
}

#[test]
fn they_agree_on_every_short_number() {
    all_of(&["-", "+", "0", "1", ".", "e"], 6);
}

#[test]
fn they_agree_on_every_short_string() {
    let words = ["\"", "\\", "u", "d83d", "dc00", "00e9", "n", "\n"];
    for text in ["{\"", "{\"a\":\""] {
        all_of(&[text, words[0], words[1], words[2]], 5);
    }
    all_of(&words, 5);
}

#[track_caller]
fn ours(text: &str) -> Result<(), SyntaxFault> {
    match RawEnvelope::parse(text.as_bytes()) {
        Ok(_) => Ok(()),
        Err(DecodeError::Syntax { fault, .. }) => Err(fault),
        Err(error) => panic!("{error}"),
    }
}

fn referee(text: &str) -> Result<(), String> {
    serde_json::from_str::<Value>(text).map(drop).map_err(|error| error.to_string())
}

/// Entry 1: serde_json keeps the last of two members of the same name; readers disagree, so we refuse.
#[test]
fn duplicates_differ() {
    for text in [r#"{"a":1,"a":2}"#, r#"{"a":1,"\u0061":2}"#, r#"{"a":[{"b":1,"b":1}]}"#] {
        assert_eq!(ours(text), Err(SyntaxFault::DuplicateMember), "{text}");
        assert_eq!(referee(text), Ok(()), "{text}");
    }
}

/// Entry 2: serde_json reads 127 levels, we read 128.
#[test]
fn depth_differs() {
    let nested =
        |levels: usize| format!("{{\"a\":{}{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1));
    assert_eq!((ours(&nested(127)), referee(&nested(127))), (Ok(()), Ok(())));
    assert_eq!(ours(&nested(128)), Ok(()));
    assert!(referee(&nested(128)).is_err());
    assert_eq!(ours(&nested(129)), Err(SyntaxFault::TooDeep { limit: 128 }));
    assert!(referee(&nested(129)).is_err());
}

/// Entry 3: a number that no f64 holds is text to us until somebody asks for it.
#[test]
fn large_numbers_differ() {
    let text = r#"{"a":1e999}"#;
    assert_eq!(ours(text), Ok(()));
    assert!(referee(text).is_err());
}

/// Entry 4: one trailing NUL, as the C demo sends it, is cut; decoding reports it.
#[test]
fn a_trailing_nul_differs() {
    assert_eq!(ours("{}\0"), Ok(()));
    assert!(referee("{}\0").is_err());
    assert_eq!(ours("{}\0\0"), Err(SyntaxFault::TrailingData));
}
