//! The curl lines and JSON blocks of the manual (`manual/blocks.md`), each against the type that is for it.
//!
//! A request is built by hand from the values that are put in the place of the placeholders; the client
//! must write what curl sends, and the server must read it back. Answers and messages likewise.
#![allow(clippy::panic, reason = "tests")]

#[path = "manual/answers.rs"]
mod answers;
#[path = "manual/blocks.rs"]
mod blocks;
#[path = "manual/curl.rs"]
mod curl;
#[path = "manual/messages.rs"]
mod messages;
#[path = "manual/pseudo_json.rs"]
mod pseudo_json;
#[path = "manual/requests.rs"]
mod requests;
#[path = "manual/values.rs"]
mod values;

use std::collections::BTreeSet;

use mimc_api::push::{PushP2p, PushP2t};
use mimc_api::{Content, Endpoint, server};
use mimc_msg::SizeLimit;
use values::{Form, fill};

/// A curl line with its mistake mended, the full-width comma in the bodies of the two pushes.
fn mended(name: &str) -> String {
    blocks::find("curl", name).text.replace("$appKey，", "$appKey,")
}

#[test]
fn each_curl_line_is_what_the_client_writes() {
    for (name, claim) in requests::rows() {
        claim.assert_written(name, &curl::parse(&fill(&mended(name), Form::Strings)));
    }
}

#[test]
fn each_curl_line_is_read_by_the_server() {
    for (name, claim) in requests::rows() {
        for form in [Form::Strings, Form::Numbers] {
            claim.assert_read(name, &curl::parse(&fill(&mended(name), form)));
        }
    }
}

/// The other half of what the manual says about `$msgType`.
#[test]
fn pushed_bytes_are_base64() {
    let content = Content::bytes(&[0xff, 0], SizeLimit::MIMC).expect("short");
    let (one, group) = (requests::push_p2p(content.clone()), requests::push_p2t(content));
    for (name, claim) in [
        requests::row("push-p2p", (), requests::app_alone(), one),
        requests::row("push-p2t", (), requests::app_alone(), group),
    ] {
        let line = mended(name).replace("$msgType", r#""base64""#).replace("$msg", r#""/wA=""#);
        let curl = curl::parse(&fill(&line, Form::Strings));
        claim.assert_written(name, &curl);
        claim.assert_read(name, &curl);
    }
}

#[test]
fn a_full_width_comma_is_refused_where_it_stands() {
    assert_comma_refused::<PushP2p>("push-p2p");
    assert_comma_refused::<PushP2t>("push-p2t");
}

#[track_caller]
fn assert_comma_refused<E: Endpoint>(name: &str) {
    let curl = curl::parse(&fill(&blocks::find("curl", name).text, Form::Strings));
    let comma = curl.body().windows(3).position(|bytes| bytes == "，".as_bytes()).expect(name);
    let rejection = server::request::<E>(&curl).expect_err(name);
    assert_eq!(rejection.code(), "unexpected-byte");
    assert_eq!(rejection.to_string(), format!("`/appKey` (byte {comma}): expected `,` or `}}`"));
}

#[test]
fn each_answer_is_read_by_the_client() {
    for (name, claim) in answers::rows() {
        for form in [Form::Strings, Form::Numbers] {
            claim.assert_read(name, &fill(&blocks::find("answer", name).text, form), form);
        }
    }
}

#[test]
fn each_answer_is_what_the_server_writes() {
    for (name, claim) in answers::rows() {
        claim.assert_written(name, &fill(&blocks::find("answer", name).text, Form::Strings));
    }
}

#[test]
fn each_message_is_read_and_written() {
    for row in messages::rows() {
        let json = pseudo_json::to_json(&blocks::find("message", row.kind).text);
        row.assert_read(&json);
        row.assert_written(&json);
    }
}

/// What is claimed: sort, name, and the section of the type that claims it.
fn claims() -> Vec<[&'static str; 3]> {
    let requests = requests::rows().into_iter();
    let requests = requests.map(|(name, claim)| ["curl", name, claim.section()]);
    let answers = answers::rows().into_iter();
    let answers = answers.map(|(name, claim)| ["answer", name, claim.section()]);
    let messages = messages::rows().into_iter();
    let messages = messages.map(|row| ["message", row.kind, row.section]);
    requests.chain(answers).chain(messages).collect()
}

#[test]
fn each_block_is_claimed_once_and_each_claim_has_its_block() {
    let blocks: Vec<_> = blocks::all().iter().map(|b| [b.sort, b.name, b.section]).collect();
    let claims = claims();
    let unclaimed: Vec<_> = blocks.iter().filter(|block| !claims.contains(block)).collect();
    assert!(unclaimed.is_empty(), "claimed by nothing: {unclaimed:?}");
    let unknown: Vec<_> = claims.iter().filter(|claim| !blocks.contains(claim)).collect();
    assert!(unknown.is_empty(), "claims of nothing: {unknown:?}");
    let names: BTreeSet<_> = blocks.iter().map(|[sort, name, _]| (sort, name)).collect();
    assert_eq!([blocks.len(), claims.len()], [names.len(); 2], "a name is there twice");
}

#[test]
fn the_file_has_all_its_blocks() {
    assert_eq!(blocks::recorded(), blocks::counted());
    let count = |sort| blocks::all().iter().filter(|block| block.sort == sort).count();
    assert_eq!([count("curl"), count("answer"), count("message")], [21, 14, 6]);
}
