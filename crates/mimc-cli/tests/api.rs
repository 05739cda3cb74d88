//! `mimc endpoints`, and `mimc check` on the documents of the HTTP API: every vector, and places.
#![allow(clippy::panic, reason = "tests")]

mod support;

use mimc_testkit::vectors::text;
use serde_json::{Value, json};
use support::documents::{api_vectors, document, endpoints};
use support::mimc;

/// Vectors that a document by itself does not give away, and why. Where one turns out to be told all the
/// same, the test fails too.
const NEEDS_CONTEXT: &[(&str, &str)] = &[
    ("h-no-auth", "its headers lack credentials, and of a request with a body the body is checked"),
    ("own-content-type", "of a request with a body the body is checked, not its headers"),
    ("own-get-body", "of a request without a body its head is checked"),
    ("own-update-other", "of a request with a body the body is checked, not its path"),
    ("h-secret-newline", "in a document, the line end of its header is the end of a line"),
    ("id-appid-rounded", "only who asked knows for which application"),
    ("c-auth-wrong-secret", "verifying a callback needs the secret"),
    ("c-auth-short", "verifying a callback needs the secret"),
    ("c-auth-big-endian", "verifying a callback needs the secret"),
];

#[test]
fn accepted_vectors_are_ok_and_their_flags_are_told() {
    let mut count = 0;
    for vector in api_vectors("accept.jsonl") {
        let (id, verdict) = (text(&vector, "id"), check(&vector));
        assert_eq!(verdict["ok"], json!(true), "{id}: {verdict}");
        for flag in vector["expect"]["flags"].as_array().into_iter().flatten() {
            let flag = flag.as_str().expect("a flag").replace('_', "-");
            assert!(codes(&verdict).contains(&&*flag), "{id}: {flag} in {verdict}");
        }
        count += 1;
    }
    assert!(count >= 155, "only {count}");
}

#[test]
fn refused_vectors_are_refused_or_told() {
    let mut count = 0;
    for vector in api_vectors("refuse.jsonl") {
        let (id, verdict) = (text(&vector, "id"), check(&vector));
        let told = match text(&vector, "verdict") {
            "reject" => verdict["ok"] == json!(false),
            _ => verdict["ok"] == json!(true) && !codes(&verdict).is_empty(),
        };
        match NEEDS_CONTEXT.iter().find(|(known, _)| *known == id) {
            Some((_, why)) => assert!(!told, "{id} is told, though {why}"),
            None => assert!(told, "{id}: {verdict}"),
        }
        for fault in verdict["faults"].as_array().expect("faults") {
            let (offset, length) = (number(fault, "offset"), number(fault, "length"));
            assert!(offset + length <= document(&vector).1.len(), "{id}: {fault}");
        }
        count += 1;
    }
    assert!(count >= 152, "only {count}");
}

/// Vectors on one line read the same as lines of a file.
#[test]
fn lines_and_documents_read_the_same() {
    let mut names: Vec<String> = Vec::new();
    let all: Vec<_> = api_vectors("accept.jsonl")
        .chain(api_vectors("refuse.jsonl"))
        .map(|vector| document(&vector))
        .filter(|(_, text)| !text.is_empty() && !text.contains(&b'\n') && !text.contains(&0xef))
        .collect();
    names.extend(all.iter().map(|(name, _)| name.clone()));
    names.dedup();
    for name in names {
        let lines: Vec<&[u8]> =
            all.iter().filter(|(of, _)| *of == name).map(|(_, text)| &**text).collect();
        let ran = mimc(&format!("check --json --as {name}"), lines.join(&b"\n"[..]));
        for (at, (line, text)) in ran.json().iter().zip(&lines).enumerate() {
            let mut alone = mimc(&format!("check --json --document --as {name}"), text).json();
            alone[0]["line"] = json!(at + 1);
            for fault in alone[0]["faults"].as_array_mut().expect("faults") {
                fault["at"]["line"] = json!(at + 1);
            }
            assert_eq!(*line, alone[0], "{name}");
        }
    }
}

fn check(vector: &Value) -> Value {
    let (name, text) = document(vector);
    let ran = mimc(&format!("check --json --document --as {name}"), text);
    let verdict = ran.json().remove(0);
    assert_eq!(ran.code, Some(i32::from(verdict["ok"] != json!(true))), "{vector}");
    verdict
}

fn number(value: &Value, name: &str) -> usize {
    usize::try_from(value[name].as_u64().expect("a number")).expect("small")
}

fn codes(verdict: &Value) -> Vec<&str> {
    verdict["faults"].as_array().expect("faults").iter().map(|fault| text(fault, "code")).collect()
}

#[test]
fn endpoints_are_listed_for_machines_and_people() {
    let records = endpoints();
    assert_eq!(records.len(), mimc_api::endpoints::all().len());
    assert_eq!(
        records[8],
        json!({"name": "create-topic", "method": "POST", "path": "/api/topic/{appId}",
               "auth": "token-or-app", "request": "create-topic-request",
               "response": "create-topic-response", "section": "创建群", "input": "body", "known": "C"})
    );
    let table = mimc("endpoints", "").out;
    assert_eq!(table.lines().count(), records.len() + 1);
    for (line, record) in table.lines().skip(1).zip(&records) {
        let cells: Vec<_> =
            line.split("  ").filter(|cell| !cell.is_empty()).map(str::trim).collect();
        let names = ["name", "method", "path", "auth", "request", "response", "section"];
        assert_eq!(cells, names.map(|name| text(record, name)), "{line}");
    }
}

#[test]
fn every_endpoint_has_names_that_can_be_checked() {
    for record in endpoints() {
        let answer = r#"{"code":500,"message":"quit topic fail","data":null}"#;
        let ran = mimc(&format!("check --json --as {}", text(&record, "response")), answer);
        assert_eq!((ran.code, ran.json()[0]["ok"].clone()), (Some(0), json!(true)), "{record}");
        let ran = mimc(&format!("check --json --as {}", text(&record, "request")), "[]");
        let code = if record["input"] == "body" { "wrong-type" } else { "invalid-request-line" };
        assert_eq!((ran.code, codes(&ran.json()[0])), (Some(1), vec![code]), "{record}");
    }
    let bash = mimc("completions bash", "").out;
    assert!(bash.contains("create-topic-request") && bash.contains("contact-payload"));
}

#[test]
fn deviations_are_errors_with_strict_and_other_notes_are_not() {
    let answer = r#"{"code":"200","message":"success","data":{"packetId":"a"},"x":1}"#;
    let seen = |strict: &str| {
        let ran = mimc(&format!("check --lang en --short --as push-p2p-response {strict}"), answer);
        let words = ran.out.lines().map(|line| line.split(' ').nth(1).expect("a code").to_owned());
        (words.collect::<Vec<_>>(), ran.code)
    };
    let warnings = ["warning[code-as-string]:", "note[members-unknown]:"];
    assert_eq!(seen(""), (warnings.map(str::to_owned).to_vec(), Some(0)));
    let errors = ["error[code-as-string]:", "note[members-unknown]:"];
    assert_eq!(seen("--strict"), (errors.map(str::to_owned).to_vec(), Some(1)));
}

#[test]
fn faults_name_the_member_and_the_byte() {
    for (name, document, expected) in [
        (
            "query-blacklist-response",
            r#"{"code":200,"message":"s","data":{"isBlack":1}}"#,
            "error wrong-type /data/isBlack 1",
        ),
        ("create-topic-request", "\u{feff}{\"topicName\":7}", "error wrong-type /topicName 7"),
        ("create-topic-request", r#"{"accounts":"a"}"#, "error missing-member /topicName @0"),
        (
            "create-topic-request",
            r#"{"topicName":"g","accounts":"a,a"}"#,
            r#"note account-twice /accounts "a,a""#,
        ),
        ("callback", r#"{"msgType":"X","payload":"{}"}"#, r#"error invalid-value /payload "{}""#),
        ("account", "a,b", "error invalid-value  @0"),
        ("contact-payload", "aGVs bG8=", "error invalid-base64  @4"),
        ("contact-payload", "aGVsbG8=\n", "warning mime-bare-lf  aGVsbG8=\n"),
        (
            "kick-members-request",
            "DELETE /api/topic/1/2/accounts?accounts=%zz",
            "error invalid-query  @40",
        ),
        (
            "kick-members-request",
            "DELETE https://a.net/api/topic/1/2/accounts?accounts=%zz",
            "error invalid-query  @53",
        ),
        (
            "kick-members-request",
            "DELETE /api/topic/1/2/accounts?ada,bo",
            "warning legacy-query /accounts @31",
        ),
        ("kick-members-request", "POST /api/topic/1/2/accounts", "error wrong-endpoint  POST"),
        ("kick-members-request", "DELETE /api/topic/1/2", "error wrong-endpoint  /api/topic/1/2"),
        ("get-topic-request", "GET /api/topic/1/..", "error invalid-path  /api/topic/1/.."),
        (
            "get-topic-request",
            "GET /api/topic/1/2\nToken: a b\n",
            "error invalid-credentials /token a b",
        ),
        (
            "get-topic-request",
            "GET /api/topic/1/2\r\ntoken:\r\n",
            "error invalid-credentials /token @26",
        ),
        (
            "get-topic-request",
            "GET /api/topic/1/2\nappKey: 1\n",
            "error invalid-credentials /appSecret @0",
        ),
        ("get-topic-request", "GET /api/topic/1/2\ntoken\n", "error invalid-header  token"),
        ("get-topic-request", "GET /api/topic/1/2\na: b\u{1}c\n", "error invalid-header  b\u{1}c"),
        ("get-topic-request", "GET /api/topic/1/2\n\nbody", "warning body-unexpected  body"),
        ("get-topic-request", "G{T /api", "error invalid-request-line  G{T"),
        ("get-topic-request", "GET /a b", "error invalid-request-line   "),
        ("get-topic-request", "GET /a\u{7f}", "error invalid-request-line  /a\u{7f}"),
        ("get-topic-request", "", "error invalid-request-line  @0"),
        (
            "get-unlimited-online-request",
            "GET /api/uctopic/onlineinfo\ntopicid:  1x \n",
            "error invalid-value /topicId 1x",
        ),
        (
            "get-unlimited-online-request",
            "GET /api/uctopic/onlineinfo\nHost: a\n",
            "error missing-member /topicId @0",
        ),
    ] {
        let ran = mimc(&format!("check --json --document --as {name}"), document);
        let verdicts = ran.json();
        let shown = verdicts[0]["faults"].as_array().expect("faults").iter().map(|fault| {
            let (offset, length) = (number(fault, "offset"), number(fault, "length"));
            let place = match length {
                0 => format!("@{offset}"),
                _ => document[offset..offset + length].to_owned(),
            };
            let words = ["severity", "code", "pointer"].map(|name| text(fault, name));
            format!("{} {place}", words.join(" "))
        });
        assert!(
            shown.collect::<Vec<_>>().contains(&expected.to_owned()),
            "{document:?}: {}",
            ran.out
        );
    }
}

/// Headers are looked at where there are some, credentials where there are some.
#[test]
fn a_request_may_have_headers() {
    for (text, code) in [
        ("GET /api/uctopic/onlineinfo", 0),
        ("GET /api/uctopic/onlineinfo/ HTTP/1.1\r\nHost: a\r\ntopicId: 1\r\n\r\n", 0),
        ("GET /api/uctopic/onlineinfo\ntopicId: 1\ntoken: t", 0),
        ("GET /api/uctopic/onlineinfo\ntopicId: 1\ntoken: t\ntoken: t", 1),
        ("GET /api/uctopic/onlineinfo\ntopicId: 1\nappKey: k\nappSecret: s\nappAccount: a", 0),
        ("GET /api/uctopic/onlineinfo\ntopicId: 1\nappKey: k\nappSecret: s", 1),
        ("GET /api/uctopic/onlineinfo\ntoken: t", 1),
    ] {
        let ran = mimc("check --document --as get-unlimited-online-request", text);
        assert_eq!(ran.code, Some(code), "{text}: {}", ran.out);
    }
}

#[test]
fn wrong_usage_is_told() {
    for option in [
        "--base64",
        "--framed",
        "--foreign",
        "--dialect ios",
        "--biz-type TEXT",
        "--allow-base64 mime",
    ] {
        let ran = mimc(&format!("check --as callback {option}"), "{}");
        let flag = option.split(' ').next().expect("a flag");
        assert_eq!((ran.code, &*ran.out), (Some(2), ""));
        assert_eq!(ran.err, format!("mimc: {flag} goes with --as message, not with callback\n"));
    }
    let ran = mimc("check --as create-topic-reqest", "");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("'create-topic-request'") && ran.err.contains("mimc endpoints"));
    assert!(ran.err.lines().count() < 10, "{}", ran.err);
}
