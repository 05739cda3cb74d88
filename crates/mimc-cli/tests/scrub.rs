//! `mimc scrub`, as a user runs it.

mod support;

use std::fs;

use mimc_testkit::cli::is_safe;
use support::mimc;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/traffic.jsonl");
/// A file that never changes may be a key, for a test.
const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/LICENSE-MIT");

/// The dialects, kinds and oddities of the sample are those of the scrubbed one, and no text of it is left.
#[test]
fn the_sample_can_be_shown() {
    let scrubbed = mimc(&format!("scrub --key-file {KEY} {SAMPLE}"), "");
    assert_eq!((scrubbed.code, &*scrubbed.err), (Some(0), ""));
    for left in ["wang", "欢迎", "example", "北京", "I am a little odd", "cat"] {
        assert!(!scrubbed.out.contains(left), "{left}");
    }
    let (before, after) = (
        mimc(&format!("detect --framed --json --table {SAMPLE}"), ""),
        mimc("detect --framed --json --table", &scrubbed.out),
    );
    assert_eq!(before.out, after.out);
    let sample = fs::read_to_string(SAMPLE).expect("the sample");
    assert_eq!(findings(&sample), findings(&scrubbed.out));
}

/// What `check` finds, and where; a pointer may name a member that has another name now.
fn findings(input: &str) -> Vec<Vec<[String; 3]>> {
    let documents = mimc("check --as message --framed --json", input).json();
    let of = |document: &serde_json::Value| {
        let faults = document["faults"].as_array().expect("a list").iter();
        faults
            .map(|fault| ["code", "offset", "length"].map(|name| fault[name].to_string()))
            .collect()
    };
    documents.iter().map(of).collect()
}

/// A key gives the same every time, and no key something else every time.
#[test]
fn the_key_decides() {
    let run = |args: &str| mimc(args, "{\"payload\":\"a secret of ours\"}\n").out;
    let keyed = format!("scrub --key-file {KEY}");
    assert_eq!(run(&keyed), run(&keyed));
    assert_ne!(run("scrub"), run("scrub"));
    let short = mimc("scrub --key-file /dev/null", "a");
    assert_eq!(short.code, Some(2));
    assert_eq!(short.err, "mimc: /dev/null: a key has at least 16 bytes\n");
    assert_eq!(mimc("scrub --key-file /nowhere/at/all", "a").code, Some(2));
}

/// A document keeps each byte between its tokens; lines keep what is in them.
#[test]
fn white_space_stays() {
    let document = "{\r\n\t\"msgId\" :\r\n  \"12\" , \"row\":[ ] }\r\n\r\n";
    assert_eq!(mimc("scrub --document", document).out, document);
    assert_eq!(mimc("scrub", "{ \"row\":1 }\r\n\n[ 2 ]").out, "{ \"row\":1 }\n[ 2 ]\n");
}

/// Names that are not documented are replaced unless they are asked for.
#[test]
fn names_are_kept_where_asked() {
    let input = "{\"order\":7,\"shop\":{\"order\":8}}\n";
    let ran = mimc("scrub --keep-names order,till", input);
    assert!(ran.out.starts_with("{\"order\":7,\""), "{}", ran.out);
    assert!(!ran.out.contains("shop"), "{}", ran.out);
    assert_eq!(mimc("scrub --keep-names order,shop", input).out, input);
}

#[test]
fn a_line_above_the_limit_is_told() {
    let ran = mimc("scrub --max-line 10", "{}\n\"a longer line\"\n[]\n");
    assert_eq!((ran.code, &*ran.out), (Some(1), "{}\n[]\n"));
    assert!(ran.err.starts_with("line 2: line-too-long: "), "{}", ran.err);
}

/// Marks that steer stay in a pipe, and are escaped on a terminal.
#[test]
fn a_terminal_is_not_steered() {
    let input = "{\"payload\":\"\u{1b}]0;a\u{7}\u{202e}\"}\n";
    assert!(mimc("scrub", input).out.contains("\u{1b}]"));
    let program = mimc_cli::Program::parse(["mimc", "scrub"]).expect("arguments");
    let shown = mimc_testkit::cli::run(&program, input.as_bytes(), &[], true);
    is_safe(&shown.out);
    assert!(shown.out.contains("\\u{1b}]"), "{}", shown.out);
}
