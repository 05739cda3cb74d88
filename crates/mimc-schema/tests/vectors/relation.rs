//! What the documents say agrees with what the codec reads.

use mimc_msg::{Codec, DecodeError, Decoded, Dialect, Message, Scratch};
use mimc_testkit::vectors::{FILES, lines, text};
use serde_json::Value;

use crate::applying::document_text;
use crate::exceptions::{Findings, NO_COMPARISON, OF_THE_API};

#[test]
fn what_the_strict_message_allows_strict_decoding_takes() {
    let mut findings = Findings::default();
    for line in judged("message.strict") {
        let codec = Codec::new().dialect(Dialect::MANUAL_V1).strict();
        if line["schemas"]["message.strict"] == true && !reads(&line, codec) {
            findings.add(text(&line, "id"), "message.strict");
        }
    }
    findings.are_only(&[(NO_COMPARISON, &["e-ts-i64 message.strict"])]);
}

#[test]
fn what_the_message_allows_decoding_takes() {
    let mut findings = Findings::default();
    for line in judged("message") {
        let codec = Codec::new().dialect(Dialect::MANUAL_V1);
        if line["schemas"]["message"] == true && !reads(&line, codec) {
            findings.add(text(&line, "id"), "message");
        }
    }
    findings.are_only(&[(NO_COMPARISON, &["e-ts-i64 message"])]);
}

#[test]
fn the_document_of_its_dialect_allows_what_deviates_from_nothing() {
    let (mut findings, mut count) = (Findings::default(), 0);
    for line in judged("message") {
        let Ok(dialect) = line["expect"]["dialect"].as_str().unwrap_or_default().parse::<Dialect>()
        else {
            continue;
        };
        let biz_type = line["context"]["biz_type"].as_str().unwrap_or_default();
        let codec = Codec::new().dialect(dialect).biz_type(biz_type);
        let canonical =
            decode(&line, codec, |read| read.is_ok_and(|read| read.deviations.is_empty()));
        let name = if dialect == Dialect::MANUAL_V1 { "message" } else { dialect.name() };
        count += 1;
        if canonical && line["schemas"][name] != true {
            findings.add(text(&line, "id"), name);
        }
    }
    assert!(count > 130, "only {count} lines");
    findings.are_only(&[]);
}

#[test]
fn no_document_allows_a_message_that_is_refused() {
    let mut findings = Findings::default();
    for line in judged("message").filter(|line| line["verdict"] == "reject") {
        if line["schemas"]["message"] == true {
            findings.add(text(&line, "id"), "message");
        }
    }
    findings.are_only(&[(NO_COMPARISON, &["e-ts-i64 message"])]);
}

#[test]
fn documents_of_the_api_allow_what_is_accepted_and_nothing_that_is_refused() {
    let (mut findings, mut count) = (Findings::default(), 0);
    for line in all().filter(|line| line["schemas"].get("message").is_none()) {
        let (name, allowed) =
            line["schemas"].as_object().and_then(|all| all.iter().next()).expect("one");
        let flagged = line["expect"].get("flags").is_some() || line["verdict"] == "flag";
        let good = line["verdict"].is_null();
        count += 1;
        if !flagged && *allowed != good {
            findings.add(text(&line, "id"), name);
        }
    }
    assert!(count > 140, "only {count} lines");
    findings.are_only(OF_THE_API);
}

/// All lines that documents apply to.
fn all() -> impl Iterator<Item = Value> {
    FILES.into_iter().flat_map(lines).filter(|line| line.get("schemas").is_some())
}

/// The lines that this document applies to.
fn judged(document: &str) -> impl Iterator<Item = Value> {
    all().filter(move |line| line["schemas"].get(document).is_some())
}

fn reads(line: &Value, codec: Codec<'_>) -> bool {
    decode(line, codec, |read| read.is_ok())
}

/// Decodes what a document sees of a line.
fn decode<T>(
    line: &Value,
    codec: Codec<'_>,
    then: impl FnOnce(Result<Decoded<'_>, DecodeError>) -> T,
) -> T {
    let bytes = document_text(line).expect("what was judged");
    let mut scratch = Scratch::new();
    then(codec.read_with(&bytes, &mut scratch).and_then(Message::into_envelope))
}
