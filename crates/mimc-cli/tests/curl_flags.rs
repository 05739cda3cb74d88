//! The flags of `mimc curl`: what is refused, what is told, what is listed.

mod support;

use support::described::described;
use support::{Ran, mimc_in};

#[track_caller]
fn refused(args: &[&str]) -> Ran {
    let ran = mimc_in(&[], &[&["curl"], args].concat());
    assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{args:?}");
    ran
}

#[test]
fn wrong_flags_are_named() {
    let push = ["push-p2p", "--from-account", "a", "--to-account", "b", "--msg", "x"];
    let with = |more: &[&'static str]| [&push, more].concat();
    for (args, told) in [
        (vec!["create-topic"], "--topic-name <TEXT>"),
        (vec!["get-topic", "--app-id", "1"], "--topic-id <NUMBER>"),
        (vec!["get-topic", "--topic-id", "x"], "--topic-id: an id is an integer"),
        (vec!["get-topic", "--topic-id", "1", "--app-id", "-1"], "--app-id: an id is an integer"),
        (vec!["push-p2p"], "--from-account <TEXT>\n  --to-account <TEXT>\n  --msg <TEXT>"),
        (with(&["--to-accout", "c"]), "'--to-account'"),
        // All that there are.
        (with(&["--bogus", "c"]), "[--is-store <BOOL>]"),
        (with(&["--to-account", "c"]), "cannot be used multiple times"),
        (with(&["--is-store", "yes"]), "[possible values: true, false]"),
        (with(&["--msg-type", "base64"]), "--msg: `msgType` says base64"),
        (with(&["--msg-type", "raw"]), "--msg-type: `msgType` is \"\" or base64"),
        (
            vec!["query-blacklist", "--black-account", "a,b"],
            "--black-account: an account must not have a comma",
        ),
        (
            vec!["push-uc-topics", "--from-account", "a", "--message", "m", "--topic-ids", "1,b"],
            "--topic-ids: expected an id",
        ),
        (
            vec![
                "query-p2p-history-on-sequence",
                "--to-account",
                "a",
                "--from-account",
                "b",
                "--start-seq",
                "5",
                "--stop-seq",
                "5",
            ],
            "--stop-seq: it must be after startSeq",
        ),
        (
            vec![
                "multi-update-p2t-message-extra",
                "--account",
                "a",
                "--topic-id",
                "1",
                "--sequence-extra-map",
                "x",
            ],
            "--sequence-extra-map: expected an object",
        ),
        (vec!["list-contacts", "--auth", "app"], "[possible values: token]"),
        (vec!["fetch-token", "--auth", "token"], "[possible values: app]"),
        (
            vec!["list-topics", "--app-account", "a"],
            "--app-account goes with the application's credentials: --auth app",
        ),
        (
            vec!["list-topics", "--auth", "app", "--app-account", " a"],
            "--app-account: an account must not begin",
        ),
        (vec!["list-topics", "--base", "ftp://a"], "not the address of a server"),
        (vec!["list-topics", "--token", "t"], "--token is not taken"),
        (vec!["fetch-token", "--appSecret=t"], "--app-secret is not taken"),
        (vec!["lst-topics"], "'list-topics'"),
        (vec![], "create-topic"),
    ] {
        let ran = refused(&args);
        assert!(ran.err.contains(told), "{args:?}: {}", ran.err);
    }
}

#[test]
fn odd_values_are_told() {
    let args = ["curl", "invite-members", "--app-id", "1", "--topic-id", "2", "--accounts", "a,a"];
    let ran = mimc_in(&[], &args);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 1));
    assert_eq!(ran.err, "mimc: warning[account-twice]: --accounts: an account is named twice\n");
    let ran = mimc_in(&[], &["curl", "list-contacts", "--reveal"]);
    assert_eq!(ran.err, "mimc: MIMC_TOKEN is not set; the line takes it from the shell\n");
}

#[test]
fn every_endpoint_helps() {
    for endpoint in described() {
        let help = mimc_in(&[], &["curl", &endpoint.name, "--help"]).out;
        assert!(help.contains("$MIMC_TOKEN") || help.contains("$MIMC_APP_SECRET"), "{help}");
        for (flag, _) in &endpoint.flags {
            assert!(help.matches(&format!("{flag} <")).count() >= 2, "{help}");
        }
    }
}
