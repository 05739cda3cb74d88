//! What is no request, on either side.
#![allow(clippy::panic, reason = "tests")]

mod credentials;
mod headers;
mod inputs;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use mimc_api::topic::{CreateTopic, KickMembers};
use mimc_api::{Base, Note, client, server};
use mimc_testkit::api::{choices, for_each, tape};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn only_its_own_credentials_are_written(choices in tape()) {
        for_each(&choices, credentials::Written);
    }

    #[test]
    fn credentials_in_a_body_must_be_there(choices in tape()) {
        for_each(&choices, credentials::InBody);
    }

    #[test]
    fn headers_must_be_there_once(choices in tape()) {
        for_each(&choices, headers::Once);
    }

    #[test]
    fn the_token_wins(choices in tape()) {
        for_each(&choices, headers::TokenWins);
    }

    #[test]
    fn windows_spans_and_lists_are_not_empty(choices in tape()) {
        for_each(&choices, inputs::NotEmpty(&mut BTreeSet::new()));
    }

    #[test]
    fn a_body_has_the_ids_of_the_path(choices in tape()) {
        for_each(&choices, inputs::SameIds(&mut BTreeSet::new()));
    }

    #[test]
    fn a_plus_sign_is_a_blank(choices in tape()) {
        for_each(&choices, inputs::PlusIsBlank);
    }
}

/// The laws above are about some endpoints: these.
#[test]
fn the_laws_are_about_these() {
    let (mut members, mut ids) = (BTreeSet::new(), BTreeSet::new());
    for seed in 0..50 {
        for_each(&choices(seed), inputs::NotEmpty(&mut members));
        for_each(&choices(seed), inputs::SameIds(&mut ids));
    }
    let count = |member: &str| members.iter().filter(|(_, found)| *found == member).count();
    let counts = ["utcToTime", "stopSeq", "toAccounts", "topicIds", "messages", "accounts"];
    assert_eq!(counts.map(count), [5, 2, 1, 2, 1, 2], "{members:?}");
    assert_eq!(ids, BTreeSet::from(["update-topic"]));
}

/// A group may be created without anybody else in it.
#[test]
fn a_new_group_may_have_no_members() {
    for body in [r#"{"topicName":"g"}"#, r#"{"topicName":"g","accounts":""}"#] {
        let (input, notes) = server::input::<CreateTopic>(body.as_bytes()).expect("an input");
        assert!(input.accounts.is_empty() && notes.is_empty());
    }
}

#[test]
fn a_blank_in_a_query_is_read_in_both_forms() {
    for query in ["a%20b", "a+b"] {
        let target = format!("/api/topic/1/2/accounts?accounts={query}");
        let request = support::strict::request("DELETE", &target, "", "");
        let incoming = server::request::<KickMembers>(&request).expect("a request");
        assert_eq!(incoming.input.accounts[0].as_str(), "a b");
        assert_eq!(incoming.notes.contains(Note::QueryPlus), query == "a+b");
    }
}

#[test]
fn a_base_is_an_address_and_nothing_more() {
    for bad in [
        "",
        "mimc.chat.xiaomi.net",
        "/api",
        "*",
        "ftp://host",
        "https://",
        "https:///path",
        "https://user@host",
        "https://user:pass@host",
        "https://@host",
        "https://host?",
        "https://host?a=b",
        "https://host/#",
        "https://host/#a",
        "https://host/..",
        "https://host/a/../b",
        "https://host/.",
        "https://host/%61",
        "https://host/%2e%2e",
        "https://host:",
        "https://host:a",
        "https://host:65536",
        "https://host:-1",
        "https://ho st",
    ] {
        assert!(bad.parse::<Base>().is_err(), "{bad:?} was taken");
    }
    for (good, written) in [
        ("https://host", "https://host"),
        ("http://host/", "http://host"),
        ("http://127.0.0.1:8080//", "http://127.0.0.1:8080"),
        ("http://[::1]:80/mimc/", "http://[::1]:80/mimc"),
        ("http://[::1]", "http://[::1]"),
        ("https://host/a..b/.c", "https://host/a..b/.c"),
    ] {
        let base: Base = good.parse().expect(good);
        assert_eq!(base.to_string(), written);
        let token = mimc_api::Token::new("t").expect("a token").into();
        let list = mimc_api::topic::ListTopics::new();
        let request = client::request(&base, &token, &mimc_api::AppId::new(1), &list);
        let uri = request.expect(good).uri().to_string();
        assert_eq!(uri, format!("{written}/api/topic/1/account"));
    }
    assert_eq!(Base::default(), Base::mimc());
}
