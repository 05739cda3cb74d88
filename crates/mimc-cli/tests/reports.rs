//! Reports as people see them: of every example, in both languages, at several widths; and what holds for all of them.
#![allow(clippy::panic, reason = "tests")]

mod support;

use std::fmt::Write as _;

use mimc_cli::Program;
use mimc_testkit::cli::{is_safe, run};
use mimc_testkit::vectors::{self, cases};
use proptest::prelude::*;
use support::examples::examples;
use unicode_width::UnicodeWidthStr as _;

/// Inputs with more than one fault, in layers, long, or Chinese: name, arguments, input.
const SCENES: &[(&str, &str, &str)] = &[
    (
        "several faults at once",
        "--as message",
        r#"{"version":-1,"msgId":{},"msgType":"TEXT","timestamp":1516763973,"payload":5,}"#,
    ),
    (
        "names that are nearly right",
        "--as message",
        r#"{"version":0,"msgid":"a1","msgtype":"text","timestamp":"1516763973000","payload":"你好，小米即时消息云"}"#,
    ),
    (
        "single quotes throughout",
        "--as message",
        "{'version':0,'msgId':'a','msgType':'TEXT','timestamp':'1516763973000','payload':'hi'}",
    ),
    (
        "as the manual prints it",
        "--as message --document",
        "{\n    version: 0, // 建议保留version字段\n    msgId: \"TEXT_12345\",\n    msgType: \"TEXT\",\n    timestamp: \"1516763973000\",\n    payload: \"hi\",\n}",
    ),
    (
        "copied from a log",
        "--as message",
        r#"{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1516763973000\",\"payload\":\"hi\"}"#,
    ),
    (
        "typographic quotes and commas",
        "--as message",
        "{\u{201c}version\u{201d}:0，\u{201c}msgId\u{201d}：\u{201c}a\u{201d},\"msgType\":\"TEXT\",\"timestamp\":\"1516763973000\",\"payload\":\"hi\"}",
    ),
    (
        "a quote inside a text",
        "--as message",
        r#"{"version":0,"msgId":"a","msgType":"TEXT","timestamp":"1516763973000","payload":"he said "hi" to me"}"#,
    ),
    ("base64 of a message", "--as message", "eyJ2ZXJzaW9uIjotMSwibXNnSWQiOiJhIn0="),
    (
        "a message behind base64",
        "--as message --base64",
        "eyJ2ZXJzaW9uIjotMSwibXNnSWQiOiJhIiwibXNnVHlwZSI6IlRFWFQiLCJ0aW1lc3RhbXAiOiIxNTE2NzYzOTczMDAwIiwicGF5bG9hZCI6ImhpIn0=",
    ),
    (
        "a URL behind the base64 of a body, behind base64",
        "--as message --base64",
        "eyJ2ZXJzaW9uIjowLCJtc2dJZCI6ImEiLCJtc2dUeXBlIjoxMDQsInRpbWVzdGFtcCI6MTUzMTczODUzMDAwMCwiY29udGVudCI6ImFIUjBjRG92TDJFdWJtVjBMMjE1SUdOaGRDNXdibWM9In0=",
    ),
    (
        "a frame",
        "--as message --framed",
        r#"{"bizType":"TEXT","message":"{\"version\":\"0\",\"msgId\":7,\"timestamp\":1545379200000,\"payload\":\"aGk\"}"}"#,
    ),
    (
        "a page of history",
        "--as query-p2p-history-response",
        r#"{"code":200,"message":"success","data":{"appId":1,"messages":[{"sequence":1,"ts":"x","fromAccount":"ada","payload":"eyJ2ZXJzaW9uIjowLCJtc2dJZCI6e30sIm1zZ1R5cGUiOiJURVhUIn0="}],"row":7}}"#,
    ),
    (
        "a secret, which is not shown",
        "--as fetch-token-response",
        r#"{"code":200,"message":"success","data":{"appId":"1","appPackage":"p","appAccount":"ada","token":"s3cr3tT0k3n","miUserSecurityKey":["k3y"],"miChid":0x1}}"#,
    ),
    (
        "a long line",
        "--as message",
        r#"{"version":0,"msgId":"a","msgType":"TEXT","timestamp":"1516763973000","payload":"这是一条很长的消息，这是一条很长的消息，这是一条很长的消息，这是一条很长的消息，这是一条很长的消息\q这是一条很长的消息，这是一条很长的消息，这是一条很长的消息，这是一条很长的消息"}"#,
    ),
    (
        "an answer with its headers",
        "--as message --document",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1516763973000\",\"payload\":\"hi\"}",
    ),
    (
        "a line of a log",
        "--as message",
        r#"2018-01-24 11:19:33.123 D/MIMC [main] recv: {"version":0,"msgId":"a","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}"#,
    ),
    (
        "escaped for HTML",
        "--as message",
        "{&quot;version&quot;:0,&quot;msgId&quot;:&quot;a&quot;,&quot;msgType&quot;:&quot;TEXT&quot;,&quot;timestamp&quot;:&quot;1516763973&quot;,&quot;payload&quot;:&quot;hi&quot;}",
    ),
    ("percent-encoded", "--as message", "%7B%22version%22%3A0%2C%22msgId%22%3A%22a%22%7D"),
    ("base64 twice", "--as message --base64", "ZXlKMlpYSnphVzl1SWpvd0xDSnRjMmRKWkNJNkltRWlmUT09"),
    (
        "a name without its first quote",
        "--as message",
        r#"{"version":0,msgId":"a","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}"#,
    ),
    (
        "a name without its second quote",
        "--as message",
        r#"{"version:0,"msgId":"a","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}"#,
    ),
    ("a bare word and no comma", "--as message", r#"{"version":abc "msgId":"x"}"#),
    (
        "bare words and no comma",
        "--as message",
        r#"{"version":0,"msgType":"TEXT","payload":see you msgId:"x","timestamp":"1516763973000"}"#,
    ),
    (
        "comments and NaN",
        "--as message --document",
        "{\n  \"version\": NaN, # always 0\n  \"msgId\": \"a\", // the id\n  \"msgType\": \"TEXT\", \"timestamp\": \"1516763973000\", \"payload\": \"hi\"\n}",
    ),
    (
        "what Python prints",
        "--as message",
        "{'version': 0, 'msgId': 'a', 'msgType': 'TEXT', 'timestamp': '1516763973000', 'payload': 'hi', 'retry': True}",
    ),
    (
        "what would steer a terminal",
        "--as message",
        "{\"version\":0,\"msgId\":\"\u{1b}[31m\u{202e}\",\"msgType\":\"TEXT\",\"timestamp\":\"1516763973000\",\"payload\":\"\u{7}\"}",
    ),
];

/// The scenes and the examples of `mimc explain`.
fn inputs() -> Vec<(String, String, Vec<u8>)> {
    let scenes = SCENES.iter().map(|(name, args, input)| {
        ((*name).to_owned(), (*args).to_owned(), input.as_bytes().to_vec())
    });
    scenes.chain(examples()).collect()
}

fn report(args: &str, input: &[u8]) -> String {
    let words = ["mimc", "check"].into_iter().chain(args.split(' '));
    let program = Program::parse(words).unwrap_or_else(|error| panic!("{args}: {error}"));
    let ran = run(&program, input, &[], true);
    is_safe(&ran.out);
    ran.out
}

/// The reports in a file beside this one; with `MIMC_WRITE_TABLES` it is written.
fn hold(name: &str, made: &str) {
    let path = format!("{}/tests/reports/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("MIMC_WRITE_TABLES").is_some() {
        std::fs::write(&path, made).expect("it can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "{path}: run the test with MIMC_WRITE_TABLES=1 and read what has changed"
    );
}

#[test]
fn reports_are_as_they_were_read() {
    for (lang, width) in [("en", 80), ("zh", 80), ("en", 60), ("zh", 120)] {
        let mut all = String::new();
        let mut count = 0;
        for (name, args, input) in inputs() {
            let shown = report(&format!("{args} --lang {lang} --width {width}"), &input);
            assert!(!shown.is_empty(), "{name}");
            write!(all, "##### {name} (mimc check {args})\n\n{shown}").expect("a string");
            count += 1;
        }
        assert!(count >= 60, "only {count}");
        hold(&format!("{lang}-{width}.txt"), &all);
    }
}

/// No line of text is wider than it may be, but where one word or a label is.
#[test]
fn reports_are_as_wide_as_asked() {
    for width in [40, 60, 80, 120] {
        for (name, args, input) in inputs() {
            for lang in ["en", "zh"] {
                let shown = report(&format!("{args} --lang {lang} --width {width}"), &input);
                // A label stands behind the marks, however long the line is.
                let is_text = |line: &&str| {
                    let text = line.split_once(" | ").map(|(_, text)| text.trim_start());
                    text.is_some_and(|text| !text.starts_with(['^', '-']))
                };
                let snippets = shown.lines().filter(is_text);
                for line in snippets {
                    assert!(line.width() <= width, "{name}: {} of {width}: {line}", line.width());
                }
            }
        }
    }
}

/// A Chinese report has no English but for names, rules and words of the wire.
#[test]
fn chinese_reports_are_chinese() {
    let lines = vectors::FILES.into_iter().flat_map(vectors::lines);
    let messages = lines
        .filter(|json| json["kind"] == "message")
        .map(|json| ("vector".to_owned(), "--as message --strict".to_owned(), vectors::raw(&json)));
    let pinned = ["--dialect ios", "--dialect manual-v2", "--dialect java-j1"].map(|pin| {
        (
            "pin".to_owned(),
            format!("--as message {pin}"),
            SCENES[0].2.replace(",}", "}").into_bytes(),
        )
    });
    let mut count = 0;
    for (name, args, input) in inputs().into_iter().chain(messages).chain(pinned) {
        let shown = report(&format!("{args} --short --lang zh"), &input);
        for line in shown.lines() {
            let said = line.split_once("]: ").map_or(line, |(_, said)| said);
            // Names stand in ticks, options behind dashes.
            let prose: String = said.split('`').step_by(2).collect();
            let words: Vec<&str> = prose.split(|c: char| !c.is_ascii_alphabetic()).collect();
            let english = words.iter().filter(|word| {
                matches!(
                    **word,
                    "the" | "is" | "an" | "of" | "found" | "expected" | "should" | "in" | "not"
                )
            });
            assert_eq!(english.count(), 0, "{name}: {line}");
            count += 1;
        }
    }
    assert!(count > 300, "only {count}");
}

/// A SARIF log has what the standard demands, and its places are those of the verdicts.
#[test]
fn logs_are_sarif() {
    let (mut logs, mut found) = (0, 0);
    for (name, args, input) in inputs() {
        let log = report(&format!("{args} --sarif --lang en"), &input);
        let log: serde_json::Value = serde_json::from_str(&log).expect(&name);
        assert_eq!(log["version"], "2.1.0");
        assert!(log["$schema"].as_str().expect("a schema").contains("sarif-2.1.0"));
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let driver = &run["tool"]["driver"];
        assert_eq!(driver["name"], "mimc");
        let rules: Vec<&str> = driver["rules"]
            .as_array()
            .expect("rules")
            .iter()
            .map(|rule| {
                for text in ["shortDescription", "fullDescription", "help"] {
                    assert!(!rule[text]["text"].as_str().expect(text).is_empty());
                }
                rule["id"].as_str().expect("an id")
            })
            .collect();
        assert!(rules.is_sorted_by(|a, b| a < b), "each once: {rules:?}");
        let verdicts = report(&format!("{args} --json --lang en"), &input);
        let mut faults = Vec::new();
        for line in verdicts.lines() {
            let verdict: serde_json::Value = serde_json::from_str(line).expect(line);
            faults.extend(verdict["faults"].as_array().expect("faults").clone());
        }
        let results = run["results"].as_array().expect("results");
        assert_eq!(results.len(), faults.len(), "{name}");
        for (result, fault) in results.iter().zip(&faults) {
            assert_eq!(result["ruleId"], fault["code"]);
            assert_eq!(result["level"], fault["severity"]);
            assert!(rules.contains(&result["ruleId"].as_str().expect("a rule")));
            assert!(
                result["message"]["text"]
                    .as_str()
                    .expect("a text")
                    .starts_with(fault["message"].as_str().expect("a text"))
            );
            let place = &result["locations"][0]["physicalLocation"];
            assert_eq!(place["artifactLocation"]["uri"], "stdin");
            let number = |name: &str| place["region"][name].as_u64().expect(name);
            assert_eq!(number("startLine"), fault["at"]["line"].as_u64().expect("a line"));
            assert_eq!(number("startColumn"), fault["at"]["column"].as_u64().expect("a column"));
            let start = (number("startLine"), number("startColumn"));
            assert!(start <= (number("endLine"), number("endColumn")), "{result}");
            found += 1;
        }
        logs += 1;
    }
    assert!(logs > 80 && found > 120, "{logs} {found}");
}

proptest! {
    #![proptest_config(cases(200))]

    /// Whatever a line holds, a report of it is safe, fits, and marks what it is about.
    #[test]
    fn any_line_is_shown(text in "[\\PC\u{1}-\u{1f}]{0,300}", width in 40_usize..200, wide in any::<bool>()) {
        let text = text.replace(['\n', '\r'], " ");
        let filler = if wide { "\u{4e2d}" } else { "a" };
        let line = format!("{{\"{}\":\"{text}\",\"msgType\":5.5}}", filler.repeat(width));
        let shown = report(&format!("--as message --lang en --width {width}"), line.as_bytes());
        prop_assert!(shown.lines().any(|line| line.contains('^')), "{}", shown);
        for line in shown.lines().filter(|line| line.starts_with("1 | ")) {
            prop_assert!(line.width() <= width, "{} of {}: {}", line.width(), width, line);
        }
    }
}
