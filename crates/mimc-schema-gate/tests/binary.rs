//! `schema-gate` as it is called: its exit status, revisions of git, JSON.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use support::edit::{Files, REQUEST, edit, fixtures};

/// What a run gave.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn run(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_schema-gate"));
    let output = command.args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    Ran { code, out: text(output.stdout), err: text(output.stderr) }
}

/// An empty folder of this test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("gate-{name}"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, files: &Files) {
    for (file, bytes) in files {
        let file = folder.join(file);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
}

#[track_caller]
fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    let named = ["-c", "user.name=Ada", "-c", "user.email=ada@mimc.example"];
    let plain =
        ["-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false", "-c", "core.autocrlf=false"];
    let output =
        command.current_dir(folder).args(named).args(plain).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {output:?}");
}

fn broken() -> Files {
    let mut files = fixtures();
    edit(&mut files, REQUEST, &[("/required/-", Some(json!("kind")))]);
    files.insert("CHANGELOG.md".into(), b"kind is required\n".to_vec());
    files
}

fn compatible() -> Files {
    let mut files = fixtures();
    edit(&mut files, REQUEST, &[("/properties/mood", Some(json!({"type": "string"})))]);
    files
}

#[test]
fn two_folders() {
    let place = folder("two");
    for (name, files) in [("old", fixtures()), ("same", fixtures()), ("broken", broken())] {
        write(&place.join(name), &files);
    }
    write(&place.join("silent"), &compatible());
    let same = run(&place, &["old", "same"]);
    assert_eq!((same.code, &*same.out), (0, "no change since old\n"));
    let ran = run(&place, &["old", "broken"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(
        ran.out,
        "create-topic-request (v1/api/create-topic-request.schema.json)\n  at /required\n  \
         breaking for writers: the old version has a document that the new one refuses\n    \
         {\"accounts\":[\"a\"],\"topicName\":\"\"}\n    \
         refused at /required: \"kind\" is a required property\n\n\
         1 change since old: does not pass\n"
    );
    let silent = run(&place, &["old", "silent"]);
    assert_eq!(silent.code, 1);
    assert!(silent.out.contains("CHANGELOG.md is as it was in old"), "{}", silent.out);
    let mut told = compatible();
    told.insert("CHANGELOG.md".into(), b"mood\n".to_vec());
    write(&place.join("silent"), &told);
    assert_eq!(run(&place, &["old", "silent"]).code, 0);
}

#[test]
fn as_json() {
    let place = folder("json");
    write(&place.join("old"), &fixtures());
    write(&place.join("new"), &broken());
    let ran = run(&place, &["--json", "old", "new"]);
    assert_eq!(ran.code, 1);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let expected = json!({
        "old": "old",
        "new": "new",
        "passes": false,
        "changelog": "changed",
        "changes": [{
            "name": "create-topic-request",
            "file": REQUEST,
            "pointers": ["/required"],
            "findings": [{
                "verdict": "breaking for writers",
                "why": "the old version has a document that the new one refuses",
                "example": {"accounts": ["a"], "topicName": ""},
                "refused_at": "/required: \"kind\" is a required property",
            }],
        }],
    });
    assert_eq!(report, expected);
}

#[test]
fn revisions_and_tags() {
    let place = folder("git");
    git(&place, &["init", "--quiet"]);
    std::fs::write(place.join("README"), "nothing yet").unwrap();
    git(&place, &["add", "."]);
    git(&place, &["commit", "--quiet", "-m", "first"]);
    write(&place.join("schemas"), &fixtures());
    let untagged = run(&place, &["--since-last-tag"]);
    assert_eq!(untagged.code, 0);
    assert_eq!(untagged.out, "nothing to compare with: there is no tag yet\n");
    git(&place, &["tag", "v0"]);
    let before = run(&place, &["--since-last-tag"]);
    assert_eq!(before.code, 0);
    assert_eq!(
        before.out,
        "nothing to compare with: there is no schemas/index.json in v0:schemas\n"
    );
    git(&place, &["add", "."]);
    git(&place, &["commit", "--quiet", "-m", "schemas"]);
    git(&place, &["tag", "-a", "-m", "one", "v1"]);
    assert_eq!(run(&place, &["--since-last-tag"]).out, "no change since v1:schemas\n");
    write(&place.join("schemas"), &broken());
    assert_eq!(run(&place, &["--since", "v1"]).code, 1);
    assert_eq!(run(&place, &["--since", "HEAD", "schemas"]).code, 1);
    // From a folder of the repository, the revision's folder is still the one at its root.
    let below = run(&place.join("schemas"), &["--since-last-tag", "."]);
    assert!(below.out.contains("1 change since v1:schemas: does not pass"), "{}", below.out);
    let json = run(&place, &["--json", "--since", "v0"]);
    let report: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.code, &report["passes"]), (0, &json!(true)));
}

#[test]
fn wrong_calls() {
    let place = folder("wrong");
    write(&place.join("old"), &fixtures());
    let says = |arguments: &[&str], told: &str| {
        let ran = run(&place, arguments);
        assert_eq!((ran.code, &*ran.out), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(told), "{arguments:?}: {}", ran.err);
    };
    says(&[], "two folders are needed, or --since");
    says(&["old"], "two folders are needed, or --since");
    says(&["old", "none"], "index.json is missing in none");
    says(&["--since", "HEAD", "--since-last-tag"], "cannot be used with");
    says(&["--since", "HEAD", "old", "old"], "with --since there is one folder at most");
    says(&["--since", "no-such-revision", "old"], "`no-such-revision` is no revision");
    std::fs::write(place.join("old/index.json"), "{").unwrap();
    says(&["old", "old"], "index.json is malformed: EOF while parsing an object");
}
