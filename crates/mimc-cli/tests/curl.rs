//! `mimc curl`: a real shell runs each line, with a `curl` that tells what it was given.
#![cfg(unix)]
#![allow(clippy::panic, reason = "tests")]

mod support;

use mimc_api::{
    Account, AppCredentials, AppId, AppKey, AppSecret, Base, Credentials, Token, endpoints,
};
use serde_json::{Value, json};
use support::described::described;
use support::mimc_in;
use support::sent::{expected, run};

/// Secrets that a shell or JSON could stumble over, as far as they may stand in a line.
const ENV: &[(&str, &str)] = &[
    ("MIMC_TOKEN", "t0ken'$(touch${IFS}pwned)`id`;\\\"&|"),
    ("MIMC_APP_ID", "2882303761517669588"),
    ("MIMC_APP_KEY", "5111766983588"),
    ("MIMC_APP_SECRET", "s3cret'$(touch${IFS}pwned)`id`;&|=="),
    ("MIMC_APP_ACCOUNT", "ada$HOME'*"),
];

fn of_env(name: &str) -> &'static str {
    ENV.iter().find(|(known, _)| *known == name).expect(name).1
}

fn token() -> Credentials {
    Token::new(of_env("MIMC_TOKEN")).expect("a token").into()
}

fn app(account: &str) -> Credentials {
    let id: AppId = of_env("MIMC_APP_ID").parse().expect("an id");
    let key = AppKey::new(of_env("MIMC_APP_KEY")).expect("a key");
    let secret = AppSecret::new(of_env("MIMC_APP_SECRET")).expect("a secret");
    AppCredentials::new(id, key, secret).account(Account::new(account.to_owned())).into()
}

#[track_caller]
fn line(env: &[(&str, &str)], args: &[&str]) -> String {
    let ran = mimc_in(env, &[&["curl"], args].concat());
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 1), "{args:?}: {ran:?}");
    ran.out.trim_end_matches('\n').to_owned()
}

/// For every endpoint, with every flag, by token and as the application.
#[test]
fn a_shell_sends_what_the_library_writes() {
    let all = described();
    assert_eq!(all.len(), endpoints::all().len());
    for endpoint in &all {
        let (args, ids, input) = endpoint.filled();
        let mut args: Vec<&str> = args.iter().map(String::as_str).collect();
        for way in endpoint.ways() {
            let credentials =
                if *way == "token" { token() } else { app(of_env("MIMC_APP_ACCOUNT")) };
            let expected = expected(&endpoint.name, &ids, &input, &credentials, &Base::mimc());
            args.extend(["--auth", way]);
            for env in [ENV, &[]] {
                assert_eq!(run(&line(env, &args), ENV), expected, "{args:?}");
            }
            // Revealed, the line needs nothing from the shell.
            args.push("--reveal");
            assert_eq!(run(&line(ENV, &args), &[]), expected, "{args:?}");
            args.truncate(args.len() - 3);
        }
    }
}

/// Whatever a value is, it arrives as it is, and nothing of it is run.
#[test]
fn hostile_values_arrive_as_they_are() {
    for hostile in [
        "it's",
        "\"",
        "\\",
        "\\n%s%n",
        "$(touch pwned)",
        "`touch pwned`",
        "';touch pwned;'",
        "$MIMC_TOKEN",
        "\"$MIMC_APP_SECRET\"",
        "a\nb\r\n\tc",
        "-X",
        "--reveal",
        "@/etc/passwd",
        "!!",
        "*",
        "~",
        "#",
        "{a,b}",
        "",
        " ",
        "张三 😀",
        "' '\"'\"' '",
        "\u{1b}[31m\u{7f}",
    ] {
        let topic = ["create-topic", "--topic-name", hostile, "--extra", hostile];
        let input = json!({"topicName": hostile, "extra": hostile});
        let id = of_env("MIMC_APP_ID").parse().expect("a number");
        let mut expected = expected("create-topic", &[id], &input, &token(), &Base::mimc());
        let mut sent = run(&line(ENV, &topic), ENV);
        // Characters that could steer a terminal are escaped: the same JSON.
        let value =
            |body: &mut String| serde_json::from_str::<Value>(&std::mem::take(body)).expect("JSON");
        assert_eq!(value(&mut sent.body), value(&mut expected.body), "{hostile:?}");
        assert_eq!(sent, expected, "{hostile:?}");
    }
    for hostile in [
        "it's",
        "$(touch pwned)",
        "`touch pwned`",
        "\"",
        "\\",
        "a&b=c#d?e/f%41+g",
        "-X",
        "@a",
        "张三 😀",
        "!*~{[",
    ] {
        let query = [
            "query-blacklist",
            "--black-account",
            hostile,
            "--auth",
            "app",
            "--app-account",
            hostile,
        ];
        let input = json!({"blackAccount": hostile});
        let expected = expected("query-blacklist", &[], &input, &app(hostile), &Base::mimc());
        assert_eq!(run(&line(ENV, &query), ENV), expected, "{hostile:?}");
    }
    for base in ["http://[::1]:8080/x", "http://a.net/it's/$(touch)/;"] {
        let parsed: Base = base.parse().expect(base);
        let expected = expected("list-contacts", &[], &json!({}), &token(), &parsed);
        let line = line(ENV, &["list-contacts", "--base", base]);
        assert_eq!(run(&line, ENV), expected, "{line}");
        assert_eq!(line.contains("--globoff"), base.contains('['), "{line}");
    }
}

#[test]
fn a_line_reads_as_the_manual_writes() {
    let args = ["create-topic", "--app-id", "1", "--topicName=it's g", "--accounts", "ada,bo"];
    assert_eq!(
        line(ENV, &args),
        r#"curl -X POST 'https://mimc.chat.xiaomi.net/api/topic/1' -H 'Content-Type: application/json' -H 'token: '"${MIMC_TOKEN:?}" --data-raw '{"topicName":"it'\''s g","accounts":"ada,bo"}'"#
    );
    let args = [
        "push-p2p",
        "--from-account",
        "a",
        "--to-account",
        "b",
        "--msg",
        "hi",
        "--is-store",
        "true",
    ];
    assert_eq!(
        line(&[], &args),
        r#"curl -X POST 'https://mimc.chat.xiaomi.net/api/push/p2p/' -H 'Content-Type: application/json' --data-raw '{"appId":"'"${MIMC_APP_ID:?}"'","appKey":"'"${MIMC_APP_KEY:?}"'","appSecret":"'"${MIMC_APP_SECRET:?}"'","fromAccount":"a","toAccount":"b","msg":"hi","msgType":"","isStore":true}'"#
    );
    let args = ["get-unlimited-online", "--topic-id", "5", "--base", "http://127.0.0.1:8080/"];
    assert_eq!(
        line(&[], &args),
        r#"curl 'http://127.0.0.1:8080/api/uctopic/onlineinfo' -H 'Content-Type: application/json' -H 'token: '"${MIMC_TOKEN:?}" -H 'topicId: 5'"#
    );
}

#[test]
fn lists_come_in_three_ways() {
    let push = |args: &[&str]| {
        let push = ["push-p2p-more", "--from-account", "a", "--msg", "hi"];
        line(ENV, &[&push, args].concat())
    };
    let repeated = push(&["--to-accounts", "bo", "--toAccounts", "cy"]);
    assert!(repeated.contains(r#""toAccounts":["bo","cy"]"#), "{repeated}");
    assert_eq!(push(&["--to-accounts", "bo,cy"]), repeated);
    assert_eq!(push(&["--to-accounts", r#"["bo","cy"]"#]), repeated);
    let texts = ["push-uc-messages", "--from-account", "a", "--topic-id", "1"];
    let line = line(ENV, &[&texts[..], &["--messages", r#"["one, two"]"#]].concat());
    assert!(line.contains(r#""messages":["one, two"]"#), "{line}");
}

/// The token, unless only the application's secret is there, or the flags say otherwise.
#[test]
fn who_asks_is_chosen() {
    let (token, secret) = (("MIMC_TOKEN", "t"), ("MIMC_APP_SECRET", "s"));
    for (env, args, by_token) in [
        (&[][..], &[][..], true),
        (&[token], &[], true),
        (&[secret], &[], false),
        (&[token, secret], &[], true),
        (&[("MIMC_TOKEN", ""), secret], &[], false),
        (&[token], &["--auth", "app"], false),
        (&[secret], &["--auth", "token"], true),
    ] {
        let line = line(env, &[&["list-topics"], args].concat());
        assert_eq!(line.contains("${MIMC_TOKEN:?}"), by_token, "{line}");
        assert_eq!(line.contains("${MIMC_APP_SECRET:?}"), !by_token, "{line}");
    }
    let line =
        line(&[], &["list-topics", "--auth", "app", "--app-key", "k", "--app-account", "a'b"]);
    assert!(
        line.ends_with(
            r#"-H 'appKey: k' -H 'appSecret: '"${MIMC_APP_SECRET:?}" -H 'appAccount: a'\''b'"#
        ),
        "{line}"
    );
}

/// What a shell could not encode is refused, not written wrong.
#[test]
fn a_variable_stands_only_where_it_can() {
    for (env, args) in [
        (("MIMC_APP_SECRET", "a\"b"), &["fetch-token"][..]),
        (("MIMC_APP_ACCOUNT", "a\\b"), &["fetch-token"]),
        (("MIMC_APP_ACCOUNT", "张三"), &["list-topics", "--auth", "app"]),
    ] {
        let ran = mimc_in(&[env], &[&["curl"], args].concat());
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert!(ran.err.contains(env.0) && ran.err.contains("--reveal"), "{}", ran.err);
        assert!(!ran.err.contains(env.1), "{}", ran.err);
        line(&[env], &[args, &["--reveal"]].concat());
    }
    // In JSON a letter of any language can stand, in a header any visible ASCII.
    line(&[("MIMC_APP_ACCOUNT", "张三")], &["fetch-token"]);
    line(&[("MIMC_APP_ACCOUNT", "a\"b\\c")], &["list-topics", "--auth", "app"]);
}
