//! `mimc detect`, as a user runs it.

mod support;

use support::mimc;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/traffic.jsonl");
const IOS: &str =
    r#"{"payload":"aGkvdGhlcmU/Pg==","timestamp":"1551844800000","msgId":"kQ2Zd-7","version":0}"#;

/// One message is explained: what was read from where, and what speaks against what nearly fits.
#[test]
fn one_message_is_explained() {
    let ran = mimc("detect --biz-type TEXT_READ", IOS);
    assert_eq!((ran.code, &*ran.err), (Some(0), ""));
    let expected = r#"ios (two fit and mean the same: the order of the keys tells them apart)
  type       not in the message
  beside     a text
  timestamp  a string            "1551844800000"  (`/timestamp`, byte 42)
  body       in `payload`        "aGkvdGhlcmU/Pg=="  (`/payload`, byte 11)
  encoding   canonical base64
  order      another
  not manual-v3: the body would be plain
  not android-a2: `timestamp` would be a number
  not webjs-w2: the body would be in `content`
  not manual-v1, manual-v2, java-j2, webjs-w1, android-a1, java-j1: more than one thing differs
"#;
    assert_eq!(ran.out, expected);
}

#[test]
fn what_deviates_is_told() {
    let odd = r#"{"msgId":"a","msgType":"TEXT","timestamp":1516763973000,"payload":"hi"}"#;
    let ran = mimc("detect", odd);
    let expected = r#"manual-v1 (sure: no other dialect fits)
  type       a text in `msgType`                  "TEXT"  (`/msgType`, byte 23)
  timestamp  a number                             1516763973000  (`/timestamp`, byte 42)
  body       in `payload`                         "hi"  (`/payload`, byte 66)
  encoding   a text that is not canonical base64
  deviates: version-missing at `/version` (byte 0): `version` is missing and counts as 0
  deviates: timestamp-form at `/timestamp` (byte 42): `timestamp` is a number where the dialect writes a string, or the other way round
  not android-a2: the type would be beside the message
  not manual-v2, manual-v3, android-a1, java-j1, java-j2, webjs-w3, ios, webjs-w1, webjs-w2: more than one thing differs
"#;
    assert_eq!(ran.out, expected);
}

#[test]
fn what_is_no_message_is_told() {
    let ran = mimc("detect", "{\"a\":1}");
    assert_eq!((ran.code, &*ran.out), (Some(1), ""));
    assert!(ran.err.starts_with("line 1: not-an-envelope: "), "{}", ran.err);
    let ran = mimc("detect --json", "{\"a\":1}\nx\n");
    assert_eq!(ran.code, Some(1));
    assert!(ran.json().iter().all(|record| record["error"]["code"] == "not-an-envelope"));
}

/// Several messages give a table; the share is that of all lines.
#[test]
fn several_messages_give_a_table() {
    let ran = mimc(&format!("detect --framed {SAMPLE}"), "");
    assert_eq!(ran.code, Some(0));
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!(lines[0], "DIALECT     MESSAGES  SHARE   DEVIATE  KINDS");
    assert_eq!(
        lines[1],
        "manual-v1   6         27.2 %  1        TEXT 2, ORDER_STATUS 1, PING 1, PONG 1, TEXT_READ 1"
    );
    assert_eq!(lines.len(), 13);
    let ran = mimc("detect", format!("{IOS}\n{IOS}\n{{}}\n"));
    assert_eq!(ran.code, Some(1));
    let expected = "DIALECT    MESSAGES  SHARE   DEVIATE  KINDS\n\
                    ambiguous  2         66.6 %  0        - 2\n\
                    none       1         33.3 %  -        not-an-envelope 1\n";
    assert_eq!(ran.out, expected);
}

/// Records say what `decode` says, and the table is their sum.
#[test]
fn records_agree_with_decode() {
    let detected = mimc(&format!("detect --framed --json {SAMPLE}"), "").json();
    let decoded = mimc(&format!("decode --framed --json {SAMPLE}"), "").json();
    assert_eq!((detected.len(), decoded.len()), (22, 22));
    for (detected, decoded) in detected.iter().zip(&decoded) {
        assert_eq!(detected["line"], decoded["line"]);
        assert_eq!(detected["dialect"].as_str(), decoded["dialect"].as_str());
        let codes = |deviation: &serde_json::Value| deviation["code"].clone();
        let codes: Vec<_> =
            detected["deviations"].as_array().expect("a list").iter().map(codes).collect();
        assert_eq!(serde_json::json!(codes), decoded["deviations"]);
    }
    let table = &mimc(&format!("detect --framed --json --table {SAMPLE}"), "").json()[0];
    assert_eq!(table["messages"], 22);
    let rows = table["dialects"].as_array().expect("a list");
    let sum: u64 = rows.iter().filter_map(|row| row["messages"].as_u64()).sum();
    assert_eq!(sum, 22);
}

/// Places are those of the line, through a frame and through base64.
#[test]
fn places_are_those_of_the_line() {
    let line = std::fs::read_to_string(SAMPLE).expect("the sample");
    let line = line.lines().nth(9).expect("a line");
    let ran = mimc("detect --framed --json", line);
    let answer = &ran.json()[0]["answers"][0];
    let offset = usize::try_from(answer["offset"].as_u64().expect("a number")).expect("small");
    assert_eq!((answer["text"].as_str(), line.get(offset..offset + 3)), (Some("103"), Some("103")));
}
