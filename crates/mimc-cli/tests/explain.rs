//! `mimc explain`, and that every code has an explanation, an example that triggers it, and a place in the committed list.
#![allow(clippy::panic, reason = "tests")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use http::Request;
use mimc_api::topic::CreateTopic;
use mimc_api::{client, server};
use mimc_msg::{Codec, Deviation, Flag as _, Limits, Note};
use mimc_testkit::tables::table;
use serde_json::Value;
use support::examples::examples;
use support::mimc;

/// Codes that no text by itself has, so that `mimc check` cannot show them; and where they are triggered.
const WITHOUT_EXAMPLE: &[(&str, &str)] = &[
    ("too-long", "below"),
    ("too-many-members", "below"),
    ("too-many-items", "below"),
    ("http-status", "below"),
    ("content-type", "below"),
    (
        "app-id-differs",
        "mimc-api/tests/vectors.rs: a token is compared with the application that was asked for",
    ),
    ("authentication-big-endian", "mimc-api/tests/proofs.rs: a proof is verified with its secret"),
];

/// The codes of a language's list, and what each means.
fn listed(lang: &str) -> BTreeMap<String, String> {
    let ran = mimc(&format!("explain --lang {lang}"), "");
    assert_eq!(ran.code, Some(0));
    let row = |line: &str| {
        let (code, what) = line.split_once("  ").unwrap_or_else(|| panic!("{line}"));
        (code.trim().to_owned(), what.trim().to_owned())
    };
    ran.out.lines().map(row).collect()
}

#[test]
fn every_code_is_explained_in_every_language() {
    let english = listed("en");
    let chinese = listed("zh");
    assert!(english.keys().eq(chinese.keys()));
    let mut codes: BTreeSet<&str> = Deviation::ALL.iter().map(|it| it.code()).collect();
    codes.extend(Note::ALL.iter().map(|it| it.code()));
    codes.extend(mimc_api::Note::ALL.iter().map(|it| it.code()));
    let errors = include_str!("../../../docs/errors.md");
    codes.extend(errors.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()));
    assert!(codes.len() > 80, "only {}", codes.len());
    for code in codes {
        assert!(english.contains_key(code), "{code} is not explained");
    }
    for (code, what) in english.iter().chain(&chinese) {
        for lang in ["en", "zh"] {
            let ran = mimc(&format!("explain --lang {lang} {code}"), "");
            assert_eq!(ran.code, Some(0), "{code}");
            assert!(ran.out.starts_with(&format!("{code}: ")), "{}", ran.out);
            let cure = if lang == "en" { "What to do: " } else { "处理办法: " };
            assert!(ran.out.contains(cure), "{}", ran.out);
        }
        assert!(!what.is_empty(), "{code}");
    }
    for (code, what) in &chinese {
        assert!(what.chars().any(|c| ('\u{4e00}'..'\u{9fff}').contains(&c)), "{code}: {what}");
    }
}

#[test]
fn every_example_triggers_its_code() {
    let mut shown = BTreeSet::new();
    for (code, args, input) in examples() {
        let ran = mimc(&format!("check --json {args}"), input);
        let verdicts = ran.json();
        let faults = verdicts.iter().flat_map(|it| it["faults"].as_array().expect("faults"));
        let codes: Vec<&Value> = faults.map(|fault| &fault["code"]).collect();
        assert!(codes.iter().any(|it| **it == *code), "{code}: {codes:?}");
        shown.insert(code);
    }
    let without: BTreeSet<String> =
        WITHOUT_EXAMPLE.iter().map(|(it, _)| (*it).to_owned()).collect();
    let all: BTreeSet<String> = listed("en").into_keys().collect();
    assert_eq!(&all - &shown, without);
}

/// What takes more than a text: a limit, or HTTP around it.
#[test]
fn codes_without_an_example_are_triggered_too() {
    let limits = Limits::new().bytes(40).members(2).items(2);
    for (code, text) in [
        ("too-long", r#"{"a":"0123456789012345678901234567890123456789"}"#),
        ("too-many-members", r#"{"a":1,"b":2,"c":3}"#),
        ("too-many-items", r#"{"a":[1,2,3]}"#),
    ] {
        let diagnosis = Codec::new().limits(limits).diagnose(text.as_bytes(), 10);
        assert!(diagnosis.findings().iter().any(|it| it.code() == code), "{code}");
    }
    let response = http::Response::builder().status(502);
    let response = response.body(r#"{"code":200,"message":"success","data":null}"#).expect("one");
    let answer = client::reply::<mimc_api::topic::DismissTopic>(&response).expect("an answer");
    assert!(answer.notes.iter().any(|noted| noted.note.code() == "http-status"));
    let request = Request::builder()
        .method("POST")
        .uri("/api/topic/1")
        .header("token", "t")
        .body(r#"{"topicName":"g","accounts":"ada"}"#)
        .expect("a request");
    let incoming = server::request::<CreateTopic>(&request).expect("it is read");
    assert!(incoming.notes.iter().any(|noted| noted.note.code() == "content-type"));
}

/// Codes are never taken back and never given another meaning: rows of the committed list stay. With
/// `MIMC_WRITE_TABLES`, new ones are added.
#[test]
fn codes_stay() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/report-codes.md");
    let (english, chinese) = (listed("en"), listed("zh"));
    let mut made = String::from(
        "# Codes of reports\n\n\
         Every code that `mimc check` prints, with what it means. Written by the program, held by \
         `crates/mimc-cli/tests/explain.rs`:\nno row may go or change its meaning. `mimc explain CODE` tells more.\n",
    );
    let row = |(code, what): (&String, &String)| {
        vec![format!("`{code}`"), what.clone(), chinese[code].clone()]
    };
    table(&mut made, "All", &["code", "meaning", "中文"], english.iter().map(row));
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let gone: Vec<&str> =
        kept.lines().filter(|line| line.starts_with("| `") && !made.contains(line)).collect();
    assert!(gone.is_empty(), "gone or changed: {gone:#?}");
    if std::env::var_os("MIMC_WRITE_TABLES").is_some() {
        std::fs::write(path, &made).expect("the document can be written");
        return;
    }
    assert_eq!(kept, made, "run the test with MIMC_WRITE_TABLES=1 and read what has changed");
}

#[test]
fn an_unknown_code_is_told() {
    let ran = mimc("explain timestamp", "");
    assert_eq!((ran.code, &*ran.out), (Some(2), ""));
    assert!(ran.err.contains("timestamp-seconds"), "{}", ran.err);
    assert_eq!(mimc("explain nothing-of-the-sort", "").code, Some(2));
}

#[test]
fn the_language_is_that_of_the_locale() {
    use std::process::Command;
    let told = |env: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mimc"));
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        let out = command.args(["explain", "invalid-number"]).envs(env.iter().copied()).output();
        String::from_utf8(out.expect("it runs").stdout).expect("UTF-8").contains("数字")
    };
    assert!(!told(&[]));
    assert!(told(&[("LANG", "zh_CN.UTF-8")]));
    assert!(told(&[("LC_ALL", ""), ("LANG", "zh_TW")]));
    assert!(told(&[("LC_MESSAGES", "zh"), ("LANG", "en_US.UTF-8")]));
    assert!(!told(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]));
    assert!(!told(&[("LANG", "de_DE.UTF-8")]));
}
