//! The JSON pointer to a byte, against a reader that keeps everything.

use mimc_msg::{RawJson, pointer_to};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

/// Follows brackets and names to the end of the text, whatever its depth.
fn slowly(text: &str) -> String {
    let mut open: Vec<(bool, Option<String>)> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let mut length = first.len_utf8();
        match first {
            '{' => open.push((true, None)),
            '[' => open.push((false, Some("0".to_owned()))),
            '}' | ']' => drop(open.pop()),
            ',' => match open.last_mut() {
                Some((false, Some(index))) => {
                    *index = (index.parse::<usize>().expect("an index") + 1).to_string();
                }
                Some((_, name)) => *name = None,
                None => {}
            },
            '"' => {
                let Some(end) = rest[1..].find('"') else { break };
                let name = &rest[1..=end];
                length = end + 2;
                let next = rest[length..].trim_start_matches(' ');
                if let (Some((true, member @ None)), true) =
                    (open.last_mut(), next.starts_with(':'))
                {
                    *member = Some(name.replace('~', "~0").replace('/', "~1"));
                }
            }
            _ => {}
        }
        rest = &rest[length..];
    }
    let mut pointer = String::new();
    for (_, name) in open.into_iter().take(128) {
        match name {
            Some(name) if pointer.len() + 1 + name.len() <= 512 => pointer = pointer + "/" + &name,
            _ => break,
        }
    }
    pointer
}

proptest! {
    #![proptest_config(cases(2000))]

    /// Around 128 levels, below which no message is read, and anywhere else.
    #[test]
    fn a_pointer_is_as_the_slow_reader_says(
        before in prop_oneof![Just(0), 124usize..130],
        tokens in prop::collection::vec(prop::sample::select(
            &["[", "[", "{", "]", "}", ",", ",", "\"a\":", "\"/~\" :", "\"],\"", "\"x\"", "1", " "][..]), 0..40),
    ) {
        let text = "[".repeat(before) + &tokens.concat();
        prop_assert_eq!(pointer_to(text.as_bytes(), text.len()), slowly(&text), "{}", text);
        prop_assert_eq!(pointer_to(text.as_bytes(), before), slowly(&text[..before]), "{}", text);
    }
}

#[test]
fn a_pointer_is_cut_at_its_longest() {
    for (second, length) in [(209, 511), (210, 512), (211, 301)] {
        let text = format!("{{\"{}\":{{\"{}\":", "a".repeat(300), "b".repeat(second));
        assert_eq!(pointer_to(text.as_bytes(), text.len()).len(), length);
        assert_eq!(slowly(&text).len(), length);
    }
}

/// Raw JSON prints its text.
#[test]
fn raw_json_prints_its_text() {
    let json = RawJson::parse("{ \"a\": [1] }").expect("JSON");
    assert_eq!(json.to_string(), "{ \"a\": [1] }");
    assert_eq!(format!("{json:?}"), "RawJson({ \"a\": [1] })");
}
