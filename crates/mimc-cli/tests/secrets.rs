//! Secrets come out of neither documents nor the environment.

mod support;

use serde_json::{Value, json};
use support::described::described;
use support::documents::{api_vectors, document};
use support::{Ran, VARIABLES, mimc, mimc_in};

/// No secret of a document comes out, whatever is wrong with it.
#[test]
fn secrets_of_documents_stay_inside() {
    const CANARY: &str = "cAnArY0123456789";
    let vectors = api_vectors("accept.jsonl").chain(api_vectors("refuse.jsonl"));
    let secrets = ["token", "appSecret", "miUserSecurityKey", "authentication"];
    let mut runs = 0;
    for vector in vectors {
        let (name, document) = document(&vector);
        let Ok(document) = String::from_utf8(document) else { continue };
        let Ok(Value::Object(whole)) = serde_json::from_str(&document) else { continue };
        let mut planted = Value::Object(whole);
        if !plant(&mut planted, &secrets, CANARY) {
            continue;
        }
        let planted = planted.to_string();
        let value = format!("\"{CANARY}\"");
        // Cut short everywhere behind the secret, of other types, with other bytes in it.
        let mut lines: Vec<String> = Vec::new();
        for (at, _) in planted.match_indices(&value) {
            let end = at + value.len();
            lines.extend(
                (at + 1..=end + 20).filter_map(|cut| planted.get(..cut)).map(str::to_owned),
            );
        }
        for other in [
            format!("[{value}]"),
            format!("{{\"a\":{value}}}"),
            format!("\"{CANARY} \""),
            format!("\"{CANARY}\u{1}\""),
            format!("\"{CANARY}\\u0000\""),
            format!("\"{CANARY}\\x\""),
            CANARY.to_owned(),
        ] {
            lines.push(planted.replace(&value, &other));
        }
        lines.push(planted);
        for json in ["", "--json"] {
            let ran = mimc(&format!("check --as {name} {json}"), lines.join("\n"));
            assert!(!ran.out.contains(CANARY) && !ran.err.contains(CANARY), "{name}: {}", ran.out);
            runs += 1;
        }
    }
    assert!(runs > 20, "only {runs}");
    for header in
        ["token: CANARY\ntoken: CANARY", "appSecret: CANARY\u{1}", "token: CA NARY é", "CANARY"]
    {
        let text = format!("GET /api/topic/1/2\n{}\n", header.replace("CANARY", CANARY));
        let ran = mimc("check --document --as get-topic-request", text);
        assert_eq!(ran.code, Some(1), "{header}");
        assert!(!ran.out.contains(CANARY) && !ran.err.contains(CANARY), "{}", ran.out);
    }
}

/// Puts the canary in the place of each secret; says whether there was one.
fn plant(value: &mut Value, secrets: &[&str], canary: &str) -> bool {
    let mut any = false;
    for (name, inner) in value.as_object_mut().into_iter().flatten() {
        if secrets.contains(&&**name) && inner.is_string() {
            *inner = json!(canary);
            any = true;
        } else {
            any |= plant(inner, secrets, canary);
        }
    }
    any
}

/// No value of the environment comes out, in lines or in errors, unless it is to be revealed.
#[test]
fn secrets_stay_in_the_environment() {
    const CANARY: &str = "cAnArY";
    let good: Vec<(&str, String)> = VARIABLES
        .iter()
        .map(|name| {
            (*name, if *name == "MIMC_APP_ID" { "90909".into() } else { format!("{CANARY}{name}") })
        })
        .collect();
    let hidden = |ran: &Ran, what: &str| {
        for text in [&ran.out, &ran.err] {
            assert!(!text.contains(CANARY) && !text.contains("90909"), "{what}: {text}");
        }
    };
    let env: Vec<(&str, &str)> = good.iter().map(|(name, value)| (*name, &**value)).collect();
    for endpoint in described() {
        let (filled, ..) = endpoint.filled();
        let filled: Vec<&str> = filled.iter().map(String::as_str).collect();
        for way in endpoint.ways() {
            let args = [&["curl"], &filled[..], &["--auth", way]].concat();
            let ran = mimc_in(&env, &args);
            assert_eq!(ran.code, Some(0), "{args:?}");
            hidden(&ran, &endpoint.name);
            let revealed = mimc_in(&env, &[&args[..], &["--reveal"]].concat());
            assert!(revealed.out.contains(CANARY), "{revealed:?}");
            // Broken values: each for itself, refused where the endpoint needs it.
            for name in VARIABLES {
                for broken in [" cAnArY", "cAnArY\n", "cAnArY é", "\"cAnArY\\"] {
                    let env: Vec<_> = env
                        .iter()
                        .map(|(known, value)| (*known, if known == name { broken } else { *value }))
                        .collect();
                    hidden(&mimc_in(&env, &args), name);
                }
            }
        }
        for wrong in
            [&["--bogus"][..], &["--token"], &["--token", "x"], &["--auth", "x"], &["--base", "x"]]
        {
            let ran = mimc_in(&env, &[&["curl", &endpoint.name], wrong].concat());
            assert_eq!(ran.code, Some(2), "{wrong:?}");
            hidden(&ran, &endpoint.name);
        }
    }
}
