//! Files and pipes as they come: line ends, marks, long lines, readers that leave, hostile text.

mod support;

use std::io::{BufRead as _, BufReader, Write as _};

use serde_json::json;
use support::{mimc, spawn};

const TEXT: &str =
    r#"{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}"#;

#[test]
fn line_ends_blank_lines_and_the_last_line() {
    let lf = mimc("decode --json", format!("{TEXT}\n\n{TEXT}"));
    let crlf = mimc("decode --json", format!("{TEXT}\r\n \t\r\n{TEXT}\r\n"));
    assert_eq!((lf.code, crlf.code), (Some(0), Some(0)));
    assert_eq!(lf.out, crlf.out);
    let lines: Vec<_> = lf.json().iter().map(|record| record["line"].clone()).collect();
    assert_eq!(lines, [json!(1), json!(3)]);
    assert_eq!(mimc("decode --json", "").out, "");
}

#[test]
fn a_byte_order_mark_at_the_start_is_told_and_skipped() {
    let ran = mimc("decode --json", format!("\u{feff}{TEXT}\n\u{feff}{TEXT}\n"));
    assert_eq!(ran.err, "mimc: skipped the byte order mark at the start of the input\n");
    assert_eq!(ran.json()[0]["ok"], json!(true));
    assert_eq!(ran.json()[1]["error"]["code"], json!("byte-order-mark"));
    // It counts to no limit.
    for (less, code) in [(0, 0), (1, 1)] {
        let args = format!("decode --max-line {}", TEXT.len() - less);
        let ran = mimc(&args, format!("\u{feff}{TEXT}"));
        assert_eq!(ran.code, Some(code), "{args}");
        assert!(ran.err.starts_with("mimc: skipped the byte order mark"), "{}", ran.err);
    }
}

/// A document is read as it is, and its places are those of the input: what reads it says what a mark means.
#[test]
fn a_byte_order_mark_of_a_document_is_its_own() {
    let ran = mimc("decode --json --document", format!("\u{feff}{TEXT}"));
    assert_eq!((ran.code, &*ran.err), (Some(1), ""));
    assert_eq!(ran.json()[0]["error"]["code"], json!("byte-order-mark"));
}

#[test]
fn a_bad_line_does_not_stop_the_rest() {
    let ran = mimc("decode --json", [TEXT.as_bytes(), b"\n{\xff}\n", TEXT.as_bytes()].concat());
    let ok: Vec<_> = ran.json().iter().map(|record| record["ok"] == json!(true)).collect();
    assert_eq!((ok, ran.code), (vec![true, false, true], Some(1)));
}

#[test]
fn a_line_of_50_mb_is_read_and_one_above_the_limit_is_told() {
    let long = |length: usize| TEXT.replace("hi", &"x".repeat(length));
    let ran = mimc("decode --json", format!("{}\n{TEXT}\n", long(50 << 20)));
    assert_eq!((ran.code, ran.json().len()), (Some(0), 2));

    let input = format!("{TEXT}\n{}\n{TEXT}\n", long(65 << 20));
    let ran = mimc("decode --json", &input);
    assert_eq!(ran.code, Some(1));
    let records = ran.json();
    assert_eq!(records.len(), 3);
    assert_eq!(records[1]["error"]["code"], json!("line-too-long"));
    let told = "the line is longer than 67108864 bytes; --max-line sets another limit";
    assert_eq!(records[1]["error"]["message"], json!(told));
    assert_eq!(records[2]["line"], json!(3));

    // Where the limit is raised, such a line is read: the library's own limit of 64 MiB does not apply to it.
    for args in ["decode --json", "check --as message --json"] {
        let ran = mimc(&format!("{args} --max-line {}", 70 << 20), &input);
        assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 3), "{args}: {}", ran.err);
    }
}

#[test]
fn the_limit_counts_the_line_without_its_end() {
    let limit = TEXT.len();
    for (end, limit, code) in [
        ("\n", limit, 0),
        ("\r\n", limit, 0),
        ("", limit, 0),
        ("\n", limit - 1, 1),
        ("", limit - 1, 1),
        ("\r\n", limit - 1, 1),
    ] {
        let ran = mimc(&format!("decode --max-line {limit}"), format!("{TEXT}{end}"));
        assert_eq!(ran.code, Some(code), "{end:?} {limit}");
    }
    assert_eq!(mimc(&format!("decode --document --max-line {limit}"), TEXT).code, Some(0));
    let ran = mimc("decode --json --document --max-line 5", TEXT);
    assert_eq!(ran.json()[0]["error"]["code"], json!("line-too-long"));
}

#[test]
fn a_document_may_have_many_lines() {
    let pretty = TEXT.replace(',', ",\n  ");
    assert_eq!(mimc("decode", &pretty).code, Some(1));
    let ran = mimc("decode --json --document", format!("\n{pretty}\n"));
    assert_eq!(ran.json()[0]["body"], json!({"text": "hi"}));
    // White space in raw JSON does not break the lines of the output.
    let custom = "{\"version\":0,\"msgId\":\"a\",\"msgType\":\"S\",\"timestamp\":\"1\",\"payload\":{\n\t\"a\": 1\r\n},\"b\":[\n]}";
    for command in
        ["decode --json", "decode", "convert --to manual-v1", "check --as message --json"]
    {
        let ran = mimc(&format!("{command} --document"), custom);
        assert_eq!((ran.out.lines().count(), ran.code), (1, Some(0)), "{command}: {}", ran.out);
    }
    let converted = mimc("convert --document --to manual-v1", custom);
    assert_eq!(mimc("decode", &converted.out).code, Some(0));
}

/// `mimc decode | head -1` ends quietly, however much is left.
#[test]
fn a_reader_that_leaves_is_no_error() {
    let mut child = spawn("decode --json");
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || {
        let line = format!("{TEXT}\n");
        // Fails once the program has gone, as it should.
        for _ in 0..200_000 {
            if stdin.write_all(line.as_bytes()).is_err() {
                return true;
            }
        }
        false
    });
    let mut first = String::new();
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    stdout.read_line(&mut first).expect("a line");
    drop(stdout);
    let output = child.wait_with_output().expect("mimc ends");
    assert!(first.starts_with("{\"line\":1,"));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    assert!(writer.join().expect("the writer ends"), "mimc read on after its reader had left");
}

/// Every line of a long input comes out.
#[test]
fn a_long_input_comes_out_whole() {
    let input = format!("{TEXT}\n").repeat(100_000);
    let ran = mimc("decode --json", input);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 100_000));
}

/// Nothing in a message can steer a terminal, break a line, or forge one.
#[test]
fn hostile_text_stays_text() {
    let hostile = "\\u001b[31m\\u0007\\r\\n{\\\"line\\\":2,\\\"ok\\\":true}\u{7f}\u{9b}2J\u{202e}\u{2028}\u{feff}";
    let message = |kind: &str, payload: &str| {
        format!(
            "{{\"version\":0,\"msgId\":\"{hostile}\",\"msgType\":\"{kind}\",\"timestamp\":\"1\",\"payload\":{payload},\"{hostile}\":[\"{hostile}\",\t1]}}"
        )
    };
    for line in [
        message("TEXT", &format!("\"{hostile}\"")),
        message(hostile, &format!("{{\"{hostile}\":\t\"{hostile}\"}}")),
        message("TEXT_READ", &format!("{{\"read_msgId\":\"{hostile}\",\"{hostile}\":1}}")),
        message("TEXT", &format!("{{\"{hostile}\":tru}}")),
        format!("{hostile}\u{1b}]0;x\u{7}"),
    ] {
        for command in [
            "decode --foreign",
            "decode --json --foreign",
            "check --lang en --width 500 --as message",
            "check --lang en --short --as message",
            "check --as message --json",
            "check --lang en --width 500 --as create-topic-request",
            "check --as create-topic-response --json",
            "check --lang en --width 500 --as get-topic-request",
            "check --as callback --json",
        ] {
            let ran = mimc(command, &line);
            for text in [&ran.out, &ran.err] {
                let raw = text.chars().find(|c| {
                    c.is_control() && *c != '\n'
                        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{feff}')
                });
                assert_eq!(raw, None, "{command}: {text:?}");
            }
            if command.contains("decode") || command.contains("json") {
                assert!(ran.out.lines().count() <= 2, "{command}: {}", ran.out);
            }
            // Each line of a report has a form, and what the text says stands behind it.
            let forms = ["error[", "warning[", "note[", " -", "  ", "1 ", "-:"];
            let is_form =
                |line: &str| line.is_empty() || forms.iter().any(|it| line.starts_with(it));
            if command.starts_with("check") && !command.contains("json") {
                let odd = ran.out.lines().find(|line| !is_form(line));
                assert_eq!(odd, None, "{command}: {}", ran.out);
            }
            if command.contains("json") {
                assert_eq!(ran.json().len(), 1, "{command}");
            }
        }
    }
}
