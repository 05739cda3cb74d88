//! Independent faults are all told, each where it is, and nothing is said of what is sound.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{Codec, Diagnosis, Severity};
use mimc_testkit::message::law::spans_are_places;
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

/// A member, sound or with one fault.
#[derive(Clone, Debug)]
struct Member {
    text: String,
    faulty: bool,
}

/// A member of this name: its sound value, or one that is at fault by its meaning or by its syntax.
fn member(
    name: &'static str,
    sound: &'static str,
    wrong: &'static [&'static str],
) -> BoxedStrategy<Member> {
    let wrong = prop::sample::select(wrong).prop_map(move |value| format!("\"{name}\":{value}"));
    let broken = prop_oneof![
        prop::sample::select(&[
            "\"a\\qb\"",
            "00",
            "'a'",
            "nul",
            "\"a\u{1}\"",
            "\"\\ud800\"",
            "[1,,2]",
            "{\"a\" 1}",
            "[1,]",
            "{\"a\":}",
            "\"a\" b",
            "\u{201c}a\u{201d}",
            "+0",
            "/* */ 0",
            "[1 2]",
            "hello",
        ])
        .prop_map(move |value| format!("\"{name}\":{value}")),
        prop::sample::select(&["{}: 0", "'{}': 0", "\"{}\" 0", "\"{}\" = 0", "\"{}\":", "\"{}\""])
            .prop_map(move |form| form.replace("{}", name)),
    ];
    prop_oneof![
        3 => Just(Member { text: format!("\"{name}\":{sound}"), faulty: false }),
        2 => wrong.prop_map(|text| Member { text, faulty: true }),
        1 => broken.prop_map(|text| Member { text, faulty: true }),
    ]
    .boxed()
}

fn members() -> impl Strategy<Value = Vec<Member>> {
    let bad = &["'x'", "tru", "\"\\x\""];
    (
        member("version", "0", &["-1", "null", "[]", "1.5", "\"x\"", "4294967296"]),
        member("msgId", "\"a-1\"", &["null", "\"\"", "{}", "[1]", "true"]),
        member("timestamp", "\"1516763973000\"", &["\"x\"", "null", "-5", "1.5", "\" 1\"", "[]"]),
        member("payload", "\"hello there\"", &["null", "5", "{\"a\":1}", "[]", "false"]),
        prop::collection::vec(member("other", "[1,{\"a\":\"b\"}]", bad), 0..2),
        prop::collection::vec(member("more", "\"c\"", bad), 0..2),
        any::<prop::sample::Index>(),
    )
        .prop_map(|(version, id, time, body, mut other, mut more, turn)| {
            other.truncate(1);
            more.truncate(1);
            let kind = Member { text: "\"msgType\":\"TEXT\"".to_owned(), faulty: false };
            let mut all = vec![version, id, kind, time, body];
            all.append(&mut other);
            all.append(&mut more);
            let by = turn.index(all.len());
            all.rotate_left(by);
            all
        })
}

/// The text, and where each member stands in it.
fn text(members: &[Member]) -> (String, Vec<Range<usize>>) {
    let mut text = "{".to_owned();
    let mut places = Vec::new();
    for member in members {
        if text.len() > 1 {
            text.push(',');
        }
        let start = text.len();
        text += &member.text;
        places.push(start..text.len());
    }
    text.push('}');
    (text, places)
}

/// The spans of the errors, in this layer.
fn errors(diagnosis: &Diagnosis) -> Vec<Range<usize>> {
    let errors = diagnosis.findings().iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| it.inner.clone()).collect()
}

fn all_are_told(diagnosis: &Diagnosis, text: &str, members: &[Member], places: &[Range<usize>]) {
    let errors = errors(diagnosis);
    for (member, place) in members.iter().zip(places) {
        // A value that is missing is missed at what stands in its place.
        let told = errors.iter().any(|it| place.start <= it.start && it.start <= place.end);
        let inside = errors.iter().any(|it| place.start <= it.start && it.start < place.end);
        if member.faulty {
            assert!(told, "nothing of {} in {text}: {:?}", member.text, diagnosis.findings());
        } else {
            assert!(!inside, "too much of {} in {text}: {:?}", member.text, diagnosis.findings());
        }
    }
}

proptest! {
    #![proptest_config(cases(3000))]

    /// Each faulty member has an error in its place, and no sound one has.
    #[test]
    fn every_fault_is_told_and_nothing_else(members in members()) {
        let (text, places) = text(&members);
        let diagnosis = Codec::new().diagnose(text.as_bytes(), 100);
        all_are_told(&diagnosis, &text, &members, &places);
        let base64 = STANDARD.encode(&text);
        let diagnosis = Codec::new().diagnose_base64(base64.as_bytes(), 100);
        all_are_told(&diagnosis, &text, &members, &places);
        spans_are_places(&diagnosis, base64.as_bytes());
    }

    /// Each member that must be there is missed, whatever else is.
    #[test]
    fn every_missing_member_is_told(gone in prop::collection::vec(any::<bool>(), 3), bad in any::<bool>()) {
        let all = [("msgId", "\"a-1\""), ("timestamp", "\"1516763973000\""), ("payload", "\"hello there\"")];
        let kept = all.iter().zip(&gone).filter(|(_, gone)| !**gone);
        let kept: Vec<String> = kept.map(|((name, value), _)| format!(",\"{name}\":{value}")).collect();
        let kept = kept.concat();
        let version = if bad { "-1" } else { "0" };
        let text = format!(r#"{{"version":{version},"msgType":"TEXT"{kept}}}"#);
        let diagnosis = Codec::new().diagnose(text.as_bytes(), 100);
        let told: Vec<(&str, &str)> = diagnosis.findings().iter().map(|it| (it.code(), &*it.pointer)).collect();
        let mut expected: Vec<(&str, String)> = all
            .iter()
            .zip(&gone)
            .filter(|(_, gone)| **gone)
            .map(|((name, _), _)| ("missing-member", format!("/{name}")))
            .collect();
        if bad {
            expected.insert(0, ("invalid-value", "/version".to_owned()));
        }
        let expected: Vec<(&str, &str)> = expected.iter().map(|(code, pointer)| (*code, &**pointer)).collect();
        prop_assert_eq!(told, expected, "{}", text);
    }

    /// A quote that is missing, at the start of a text or at its end, is one fault.
    #[test]
    fn a_missing_quote_is_one_error(which in 0_usize..3, opening in any::<bool>()) {
        let texts = ["\"a-1\"", "\"1516763973000\"", "\"hello\""];
        let mut values = texts.map(str::to_owned);
        values[which] = if opening { texts[which][1..].to_owned() } else { texts[which][..texts[which].len() - 1].to_owned() };
        let [id, time, body] = values;
        let text = format!(r#"{{"msgId":{id},"timestamp":{time},"payload":{body},"version":0,"msgType":"TEXT"}}"#);
        let diagnosis = Codec::new().diagnose(text.as_bytes(), 100);
        prop_assert_eq!(errors(&diagnosis).len(), 1, "{}: {:?}", text, diagnosis.findings());
        prop_assert_eq!(diagnosis.findings().len(), 1, "{}: {:?}", text, diagnosis.findings());
    }

    /// And so is one of a name.
    #[test]
    fn a_missing_quote_of_a_name_is_one_error(which in 0_usize..5, opening in any::<bool>(), blank in "[ \n]?") {
        let values = ["0", "\"a-1\"", "\"TEXT\"", "\"1516763973000\"", "\"hello\""];
        let names = ["version", "msgId", "msgType", "timestamp", "payload"];
        let members: Vec<String> = names.iter().zip(values).enumerate().map(|(at, (name, value))| {
            let (open, close) = if at == which { (!opening, opening) } else { (true, true) };
            let quote = |is: bool| if is { "\"" } else { "" };
            format!("{}{name}{}{blank}:{blank}{value}", quote(open), quote(close))
        }).collect();
        let text = format!("{{{}}}", members.join(&format!("{blank},{blank}")));
        let diagnosis = Codec::new().diagnose(text.as_bytes(), 100);
        prop_assert_eq!(diagnosis.findings().len(), 1, "{}: {:?}", text, diagnosis.findings());
    }

    /// A comment of any sort behind a line is one fault, and nothing behind it is lost.
    #[test]
    fn a_comment_is_one_error(which in 0_usize..4, comment in prop::sample::select(&["// the id", "# the id", "#id: \"b\"", "/* \n */", "/* { */"])) {
        let mut lines = ["{\"version\":0,", "\"msgId\":\"a-1\",\"msgType\":\"TEXT\",", "\"timestamp\":\"1516763973000\"", ",\"payload\":\"hi\"", "}"].map(str::to_owned);
        lines[which].extend([" ", comment]);
        let text = lines.join("\n");
        let diagnosis = Codec::new().diagnose(text.as_bytes(), 100);
        prop_assert_eq!(diagnosis.findings().len(), 1, "{}: {:?}", text, diagnosis.findings());
        prop_assert_eq!(diagnosis.findings()[0].help, Some(mimc_msg::Help::NoComments));
    }

    /// A message that was cut off has one error: that it was.
    #[test]
    fn a_cut_is_one_error(cut in 1_usize..100) {
        let text = r#"{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":"hello","x":[{"a":true}]}"#;
        let cut = text.len().saturating_sub(cut).max(1);
        let diagnosis = Codec::new().diagnose(&text.as_bytes()[..cut], 100);
        prop_assert_eq!(errors(&diagnosis), vec![cut..cut], "{}: {:?}", &text[..cut], diagnosis.findings());
    }
}
