//! `thread` and `logdiff`: what devices saw, shown and compared.

mod support;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_testkit::cli::{Ran, run};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::mimc;

/// A record of `decode --json` with its way beside it.
fn record(from: &str, kind: &str, id: &str, at: u64, body: &Value, way: &Value) -> String {
    let mut line = json!({
        "ok": true, "kind": kind, "msgId": id, "timestamp": 1_516_763_973_000_u64 + at, "body": body,
        "fromAccount": from, "toAccount": if from == "ada" { "bo" } else { "ada" },
    });
    for (name, value) in way.as_object().expect("an object") {
        line[name] = value.clone();
    }
    line.to_string()
}

fn text(from: &str, id: &str, at: u64, text: &str, way: &Value) -> String {
    record(from, "TEXT", id, at, &json!({"text": text}), way)
}

fn receipt(from: &str, kind: &str, at: u64, target: &str) -> String {
    record(from, kind, "r", at, &json!({"target": target}), &json!({}))
}

/// A message of ada as the history has it, of the Android demo.
fn stored(sequence: &str, at: u64, said: &str) -> Value {
    let message = format!(
        r#"{{"version":0,"msgId":"AF7T1-1","timestamp":{},"payload":"{}"}}"#,
        1_516_763_973_000_u64 + at,
        STANDARD.encode(said)
    );
    json!({
        "sequence": sequence, "payload": STANDARD.encode(message), "ts": 1_516_763_973_000_u64 + at,
        "fromAccount": "ada", "toAccount": "bo", "bizType": "TEXT", "extra": "",
    })
}

fn talk() -> Vec<String> {
    vec![
        text("ada", "TEXT_1", 0, "hi", &json!({"packetId": "p1"})),
        text("bo", "TEXT_2", 1000, "go away", &json!({})),
        stored("151676397500000001", 2000, "oh").to_string(),
        receipt("bo", "TEXT_READ", 3000, "TEXT_1"),
        receipt("bo", "TEXT_RECALL", 4000, "TEXT_2"),
        receipt("ada", "TEXT_RECALL", 5000, "TEXT_2"),
        record("bo", "ADD_FRIEND_REQUEST", "f", 6000, &json!({"requester": "bo"}), &json!({})),
        record("bo", "PING", "PING_1", 7000, &json!({}), &json!({})),
        record(
            "ada",
            "PIC_FILE",
            "x",
            8000,
            &json!({"url": "http://a", "medium": "PIC"}),
            &json!({}),
        ),
    ]
}

#[test]
fn a_thread_reads_as_people_read_it() {
    let ran = mimc("thread --zone +08:00", talk().join("\n"));
    assert_eq!((ran.code, &*ran.err), (Some(0), ""));
    assert_eq!(
        ran.out,
        "ada and bo\n  \
         2018-01-24T11:19:33.000+08:00  ada  hi  [read by bo 2018-01-24T11:19:36.000+08:00]\n  \
         2018-01-24T11:19:34.000+08:00  bo   ~~go away~~  [recalled 2018-01-24T11:19:37.000+08:00]\n  \
         2018-01-24T11:19:35.000+08:00  ada  oh\n  \
         2018-01-24T11:19:41.000+08:00  ada  (PIC_FILE) http://a\n  \
         ? 2018-01-24T11:19:39.000+08:00  bo  ADD_FRIEND_REQUEST f bo asks waits for an answer\n  \
         ? 2018-01-24T11:19:40.000+08:00  bo  PING PING_1 has no answer\n  \
         ! 2018-01-24T11:19:38.000+08:00  ada  TEXT_RECALL r recalls TEXT_2 [not-author] it recalls a \
         message that its sender did not write\n"
    );
    let named = mimc("thread --zone Asia/Shanghai", talk().join("\n"));
    assert_eq!(named.out, ran.out);
    let west = mimc("thread --zone -03:30", talk().join("\n"));
    assert!(
        west.out.contains("  2018-01-23T23:49:33.000-03:30  ada  hi"),
        "{}{}",
        west.out,
        west.err
    );
    let utc = mimc("thread", talk().join("\n"));
    assert!(
        utc.out.contains(
            "  2018-01-24T03:19:33.000Z  ada  hi  [read by bo 2018-01-24T03:19:36.000Z]\n"
        )
    );
}

#[test]
fn a_thread_for_machines() {
    let ran = mimc("thread --json", talk().join("\n"));
    let lines = ran.json();
    assert_eq!(
        lines[0],
        json!({
            "accounts": ["ada", "bo"], "fromAccount": "ada", "kind": "TEXT", "version": 0, "msgId": "TEXT_1",
            "timestamp": 1_516_763_973_000_u64, "body": {"text": "hi"}, "status": "read",
            "readBy": [{"account": "bo", "timestamp": 1_516_763_976_000_u64}],
        })
    );
    assert_eq!(lines[1]["status"], "recalled");
    assert_eq!(lines[1]["recalled"], json!({"account": "bo", "timestamp": 1_516_763_977_000_u64}));
    assert_eq!(
        (&lines[2]["sequence"], &lines[2]["body"]),
        (&json!("151676397500000001"), &json!({"text": "oh"}))
    );
    let rest: Vec<_> = lines[4..].iter().map(|line| (&line["status"], &line["problem"])).collect();
    let (waiting, none) = (json!("waiting"), Value::Null);
    assert_eq!(rest, [(&waiting, &none), (&waiting, &none), (&none, &json!("not-author"))]);
}

/// Pages of history, old and new, groups, and the ping that waits for the one whose view it is.
#[test]
fn a_thread_takes_pages_and_groups() {
    let mut old = stored("1", 0, "hi");
    for name in ["fromAccount", "toAccount"] {
        old.as_object_mut().expect("an object").remove(name);
    }
    let page = json!({"code": 200, "message": "success", "data": {
        "appId": 1, "fromAccount": "ada", "toAccount": "bo", "messages": [old, {"payload": "/"}], "row": 2,
    }});
    let ran = mimc("thread", page.to_string());
    assert_eq!(ran.out, "ada and bo\n  2018-01-24T03:19:33.000Z  ada  hi\n");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.starts_with("line 1: invalid-base64: in `payload`: "), "{}", ran.err);

    let page = json!({"code": 200, "data": {"topicId": "7", "messages": [stored("1", 0, "hi")]}});
    let ran = mimc("thread", page.to_string());
    assert_eq!(ran.out, "group 7\n  2018-01-24T03:19:33.000Z  ada  hi\n");

    let ping = record("ada", "PING", "PING_1", 0, &json!({}), &json!({}));
    let answer = record("bo", "PONG", "PONG_1", 0, &json!({}), &json!({}));
    assert!(mimc("thread --me bo", &ping).out.contains("has no answer"));
    assert!(!mimc("thread --me bo", format!("{ping}\n{answer}")).out.contains("has no answer"));
}

#[test]
fn lines_that_tell_too_little_are_told() {
    let decoded =
        r#"{"line":1,"ok":true,"kind":"TEXT","msgId":"a","timestamp":1,"body":{"text":"hi"}}"#;
    let ran = mimc("thread", decoded);
    assert_eq!((ran.code, &*ran.out), (Some(1), ""));
    assert_eq!(
        ran.err,
        "line 1: invalid-record: `fromAccount` is missing (--from stands in for it)\n"
    );
    let ran = mimc("thread --from ada", decoded);
    assert_eq!(
        ran.err,
        "line 1: invalid-record: `toAccount` and `topicId` are missing (--to or --topic stands in)\n"
    );
    assert_eq!(mimc("thread --from ada --topic 7", decoded).code, Some(0));
    for (line, why) in [
        ("{}", "neither a record of `decode --json` (`ok`) nor a stored message (`payload`)"),
        (
            r#"{"ok":false,"error":{"code":"syntax"}}"#,
            "the record of a line that was no message (syntax)",
        ),
        (
            r#"{"ok":true,"foreign":"raw","body":{"text":"hi"}}"#,
            "the record of a text that is no envelope",
        ),
        // serde would take a list for the values of the members in their order.
        ("[]", "a list, expected a JSON object on one line (byte 1)"),
        (
            r#"[null,"eyJtc2dJZCI6IlRFWFRfMSJ9"]"#,
            "a list, expected a JSON object on one line (byte 1)",
        ),
        (r#"{"data":["ada","bo",7,[]]}"#, "a list, expected a JSON object on one line (byte 1)"),
        (
            r#"{"data":{"messages":[["ada"]]}}"#,
            "a list, expected a JSON object on one line (byte 1)",
        ),
        (
            &decoded.replace("true", "true,\"sequence\":-1"),
            "`sequence` must be a number of 64 bits, or its digits",
        ),
    ] {
        let ran = mimc("thread --from ada --to bo", line);
        assert_eq!(ran.err, format!("line 1: invalid-record: {why}\n"), "{line}");
    }
    let wrong = mimc("thread --zone Nowhere/City", "");
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("no time zone: UTC, +08:00, or a name as the system has it"));
}

/// Writes a file that is gone when it is dropped.
fn file(name: &str, lines: &[String]) -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("mimc-{}-{name}.jsonl", std::process::id()));
    std::fs::write(&path, lines.join("\n")).expect("a file");
    path
}

#[test]
fn what_two_devices_saw_is_compared() {
    let at = |n: u64| json!({"sequence": (151_676_397_300_000_000 + n).to_string()});
    let hi = |n: u64| text("ada", &format!("TEXT_{n}"), n, "hi", &at(n));
    let recall = record("ada", "TEXT_RECALL", "r", 3, &json!({"target": "TEXT_1"}), &at(3));
    let a = [hi(1), hi(2), recall.clone(), hi(4), hi(5)];
    // Lost 2, the recall late, 5 before 4, 1 twice; and 1 live, which is no duplicate.
    let live = text("ada", "TEXT_1", 1, "hi", &json!({"packetId": "p"}));
    let b = [live, hi(1), hi(1), hi(5), hi(4), recall];
    let (a, b) = (file("a", &a), file("b", &b));
    let ran = mimc(&format!("logdiff {} {}", a.display(), b.display()), "");
    assert_eq!((ran.code, &*ran.err), (Some(1), ""));
    assert_eq!(
        ran.out,
        "B duplicate    2018-01-24T03:19:33.001Z  ada  TEXT TEXT_1 hi  (lines 1, 2, 3)\n\
         B lost         2018-01-24T03:19:33.002Z  ada  TEXT TEXT_2 hi  (line 2 of A)\n\
         B late-recall  2018-01-24T03:19:33.003Z  ada  TEXT_RECALL r recalls TEXT_1  (line 6, behind line 4)\n\
         B reordered    2018-01-24T03:19:33.004Z  ada  TEXT TEXT_4 hi  (line 5, behind line 4)\n"
    );
    let json = mimc(&format!("logdiff --json {} {}", a.display(), b.display()), "").json();
    let short =
        |line: &Value| json!([line["difference"], line["log"], line["lines"], line["msgId"]]);
    assert_eq!(
        json.iter().map(short).collect::<Vec<_>>(),
        [
            json!(["duplicate", "B", [1, 2, 3], "TEXT_1"]),
            json!(["lost", "B", [2], "TEXT_2"]),
            json!(["late-recall", "B", [6, 4], "r"]),
            json!(["reordered", "B", [5, 4], "TEXT_4"]),
        ]
    );
    let same = mimc(&format!("logdiff {} -", a.display()), std::fs::read(&a).expect("a file"));
    assert_eq!((same.code, &*same.out, &*same.err), (Some(0), "", ""));
    let bad = mimc(&format!("logdiff {} -", a.display()), "{}");
    assert_eq!(bad.code, Some(1));
    assert!(bad.err.starts_with("B line 1: invalid-record: "), "{}", bad.err);
    let none = mimc("logdiff /nowhere/a -", "");
    assert_eq!(none.code, Some(2));
    for path in [a, b] {
        std::fs::remove_file(path).expect("the file");
    }
}

/// Each has another one of two messages that say the same to the last byte.
#[test]
fn losses_of_twins_are_told() {
    let seen = |way: &Value| text("ada", "msgId", 0, "hi", way);
    let one = json!({"sequence": "151676397300000001", "packetId": "p"});
    for (two, lost) in [
        (json!({"sequence": "151676397300000002"}), 2),
        (json!({"packetId": "q"}), 2),
        (json!({"packetId": "p"}), 0),
        (json!({"sequence": "151676397300000001"}), 0),
        (json!({}), 0),
    ] {
        let a = file("twins", &[seen(&one)]);
        let ran = mimc(&format!("logdiff {} -", a.display()), seen(&two));
        assert_eq!(ran.out.matches(" lost ").count(), lost, "{two}: {}", ran.out);
        std::fs::remove_file(a).expect("the file");
    }
}

/// Standard input can be read once.
#[test]
fn standard_input_is_one_log() {
    let ran = mimc("logdiff - -", "");
    assert_eq!((ran.code, &*ran.out), (Some(2), ""));
    assert_eq!(ran.err, "mimc: both logs are standard input, which can be read once\n");
}

/// Of a group that nobody in particular looks at, no ping waits: somebody may have answered.
#[test]
fn pings_of_a_group_wait_for_somebody() {
    let in_group = |from: &str, kind: &str, id: &str, at: u64| {
        let mut line: Value =
            serde_json::from_str(&record(from, kind, id, at, &json!({}), &json!({"topicId": 7})))
                .expect("a record");
        line.as_object_mut().expect("an object").remove("toAccount");
        line.to_string()
    };
    let lines =
        [in_group("bo", "PING", "PING_1", 0), in_group("cy", "PONG", "PONG_1", 1)].join("\n");
    for args in ["thread", "thread --json"] {
        let ran = mimc(args, &lines);
        assert_eq!((ran.code, ran.out.contains("PING_1")), (Some(0), false), "{args}: {}", ran.out);
    }
    for (me, waits) in [("ada", true), ("bo", false), ("cy", false)] {
        let ran = mimc(&format!("thread --me {me}"), &lines);
        assert_eq!(ran.out.contains("PING_1 has no answer"), waits, "{me}: {}", ran.out);
    }
}

/// The samples of the README, which differ.
#[test]
fn the_samples_are_read() {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples");
    let thread = mimc(&format!("thread --zone Asia/Shanghai {samples}/history.jsonl"), "");
    assert_eq!((thread.code, &*thread.err), (Some(0), ""));
    for shown in ["[read by ada ", "~~sorry, wrong window~~  [recalled ", "[not-author]"] {
        assert!(thread.out.contains(shown), "{shown}: {}", thread.out);
    }
    let differ = mimc(&format!("logdiff {samples}/history.jsonl {samples}/history-desk.jsonl"), "");
    assert_eq!((differ.code, &*differ.err), (Some(1), ""));
    for sort in ["B lost", "B duplicate", "B late-recall"] {
        assert!(differ.out.contains(sort), "{sort}: {}", differ.out);
    }
}

fn in_memory(args: &[&str], lines: &[String]) -> Ran {
    let program = mimc_cli::Program::parse(["mimc"].iter().chain(args)).expect("arguments");
    run(&program, lines.join("\n").as_bytes(), &[], false)
}

proptest! {
    #![proptest_config(cases(64))]

    /// The order of the lines, and how often they stand there, do not matter.
    #[test]
    fn a_thread_is_the_same_in_any_order(
        mut lines in Just([talk(), talk()].concat()).prop_shuffle(), dropped in 0_usize..9,
    ) {
        let whole = in_memory(&["thread"], &talk());
        prop_assert_eq!(in_memory(&["thread"], &lines).out, whole.out);
        // What is said twice may be dropped once.
        let once = lines.swap_remove(dropped);
        prop_assert!(lines.contains(&once));
        let whole = in_memory(&["thread", "--json"], &talk());
        prop_assert_eq!(in_memory(&["thread", "--json"], &lines).out, whole.out);
    }
}
