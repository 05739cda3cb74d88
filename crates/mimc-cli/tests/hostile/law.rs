//! Every command, with any hostile text in every place that takes one.

use mimc_testkit::cli::{is_safe, what_is_shown_is_safe};
use proptest::prelude::*;

use super::{FRAGMENTS, hostile, messages, ran};

/// Every fragment in every message, and many together in every command.
#[test]
fn each_hostile_text_stays_text() {
    for text in FRAGMENTS {
        every_message(text);
    }
    for texts in FRAGMENTS.chunks(8) {
        every_command(&texts.concat());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Nothing that any command prints, of any text in any place, steers a terminal or forges a line.
    #[test]
    fn any_hostile_text_stays_text(text in hostile()) {
        every_message(&text);
        every_command(&text);
    }

    /// Bytes that are no text, too.
    #[test]
    fn any_bytes_are_shown_safely(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        pieces in prop::collection::vec(0_u8..50, 0..4),
    ) {
        what_is_shown_is_safe(&bytes, &pieces);
    }
}

fn every_message(text: &str) {
    what_is_shown_is_safe(messages::with(text).join("\n").as_bytes(), &[7, 200]);
    let records = messages::records(text).join("\n");
    for dialect in ["manual-v1", "java-j2", "ios"] {
        let encoded = ran(&["encode", "--lossy", "--dialect", dialect], &records, true);
        is_safe(&encoded.out);
        is_safe(&encoded.err);
    }
    let stored = messages::stored(text).join("\n");
    for lines in [&records, &stored] {
        for args in [
            &["thread", "--from", text, "--to", "bo"][..],
            &["thread", "--json", "--from", "bo", "--to", text, "--me", text],
            &["logdiff", "--from", text, "--topic", "1", "-", "-"],
            &["logdiff", "--json", "--from", text, "--to", text, "-", "-"],
        ] {
            let shown = ran(args, lines, true);
            is_safe(&shown.out);
            is_safe(&shown.err);
        }
    }
}

fn every_command(text: &str) {
    let message = r#"{"version":0,"msgId":"a","timestamp":"1","payload":"b"}"#;
    let (option, member) = (format!("--{text}"), format!("{text}=\"{text}\""));
    let json = serde_json::json!({text: text}).to_string();
    for args in [
        &["decode", "--biz-type", text][..],
        &["decode", "--json", "--biz-type", text],
        &["decode", "--json", "--foreign", "--biz-type", text],
        &["convert", "--to", "manual-v3", "--biz-type", text],
        &["convert", "--to", "manual-v1", "--foreign", "--biz-type", text],
        &["check", "--as", "message", "--biz-type", text],
        &["new", text],
        &["new", "TEXT", "--text", text, "--id", text, "--extra", &member],
        &["new", text, "--text", text, "--dialect", "ios", "--lossy"],
        &["new", "S", "--raw", &json, "--extra", "a=\"b\""],
        &["new", "S", "--raw", text],
        &["new", "S", "--bytes", text],
        &["new", "TEXT_READ", "--target", text],
        &["new", "ADD_FRIEND_RESPONSE", "--account", text, "--accepted", "true"],
        &["new", "TEXT", "--time", text, "--text", "a"],
        &["endpoints", text],
        &["schema", "show", text],
        &["schema", "write", "--check", &format!("/nowhere/{text}")],
        &["thread", "--zone", text],
        &["thread", "--from", text, "--to", text, "--biz-type", text],
        &["logdiff", text, "-"],
        &["man", text],
        &["completions", text],
        &[text],
        &[&option],
        &["decode", &option],
        &["check", "--as", text],
        &["decode", &format!("/nowhere/{text}")],
    ] {
        prints_safely(args, message);
    }
    for args in [
        &["create-topic", "--app-id", "1", "--topic-name", text, "--accounts", "ada"][..],
        &["create-topic", "--app-id", "1", "--topic-name", "g", "--accounts", text],
        &["kick-members", "--app-id", "1", "--topic-id", "2", "--accounts", text],
        &["push-p2p", "--from-account", text, "--to-account", text, "--msg", text],
        &["update-p2p-contact-extra", "--account", text, "--extra", text],
        &["get-topic", "--app-id", text, "--topic-id", text],
        &["list-topics", "--app-id", "1", "--auth", "app", "--app-account", text],
        &["list-topics", "--app-id", "1", "--auth", "app", "--app-key", text, "--app-account", "a"],
        &["list-topics", "--app-id", "1", "--auth", text],
        &["list-contacts", "--base", &format!("http://a.example/{text}")],
        &["list-contacts", "--base", &format!("http://{text}")],
        &["list-contacts", &option],
        &[text],
    ] {
        prints_safely(&[&["curl"], args].concat(), message);
    }
}

#[track_caller]
fn prints_safely(args: &[&str], input: &str) {
    // A text that asks for help gets it.
    let ran = ran(args, input, true);
    is_safe(&ran.out);
    is_safe(&ran.err);
    let forged = |line: &str| line.starts_with("error: forged") || line.starts_with("-:9:");
    assert!(!ran.out.lines().chain(ran.err.lines()).any(forged), "{args:?}: {ran:?}");
}
