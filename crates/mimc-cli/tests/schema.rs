//! `mimc schema`: what it lists, prints, writes and tells.

mod support;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use support::mimc;

/// An empty folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn the_list_names_documents_that_can_be_shown() {
    let listed = mimc("schema list --json", "");
    assert_eq!((listed.code, &*listed.err), (Some(0), ""));
    let records = listed.json();
    assert!(records.len() > 240, "{}", records.len());
    for name in ["message", "message.strict", "known-message", "android-a2", "callback", "openapi"]
    {
        let record = records.iter().find(|record| record["name"] == name).expect(name);
        let shown = mimc(&format!("schema show {name}"), "");
        assert_eq!(shown.code, Some(0), "{}", shown.err);
        let document: Value = serde_json::from_str(&shown.out).expect(name);
        assert!(document.get("$id").or(document.get("openapi")).is_some(), "{name}");
        let file = fs::read_to_string(format!(
            "{}/../../schemas/{}",
            env!("CARGO_MANIFEST_DIR"),
            record["path"].as_str().expect("a path")
        ));
        assert_eq!(file.expect("committed"), shown.out, "{name}");
    }
    let table = mimc("schema list", "");
    assert_eq!(table.out.lines().count(), records.len() + 1);
}

/// Every name that `check --as` takes for JSON has a document of the same name.
#[test]
fn documents_are_named_as_the_types_of_check() {
    let names: Vec<Value> = mimc("schema list --json", "").json();
    for endpoint in mimc("endpoints --json", "").json() {
        for member in ["request", "response"] {
            let name = &endpoint[member];
            assert!(names.iter().any(|record| record["name"] == *name), "{name}");
        }
    }
}

#[test]
fn an_unknown_name_is_wrong_usage() {
    let ran = mimc("schema show mesage", "");
    assert_eq!((ran.code, &*ran.out), (Some(2), ""));
    assert_eq!(ran.err, "mimc: there is no document mesage; `mimc schema list` has all names\n");
}

#[test]
fn what_is_written_is_checked_well_and_what_drifted_is_named() {
    let folder = folder("schema-write");
    let path = folder.to_str().expect("UTF-8");
    let missing = mimc(&format!("schema write --check {path}"), "");
    assert_eq!(missing.code, Some(1));
    assert!(missing.out.lines().all(|line| line.starts_with("missing: ")), "{}", missing.out);
    assert!(!folder.join("index.json").exists(), "--check writes nothing");

    assert_eq!(mimc(&format!("schema write {path}"), "").code, Some(0));
    let checked = mimc(&format!("schema write --check {path}"), "");
    assert_eq!((checked.code, &*checked.out), (Some(0), ""));

    fs::write(folder.join("v1/message.schema.json"), "{}\n").expect("written");
    fs::write(folder.join("v1/api/gone.schema.json"), "{}\n").expect("written");
    fs::write(folder.join("v1/notes.txt"), "mine").expect("written");
    fs::remove_file(folder.join("openapi.json")).expect("removed");
    let checked = mimc(&format!("schema write --check {path}"), "");
    let mut lines: Vec<&str> = checked.out.lines().collect();
    lines.sort_unstable();
    let expected = [
        format!("changed: {path}/v1/message.schema.json"),
        format!("missing: {path}/openapi.json"),
        format!("obsolete: {path}/v1/api/gone.schema.json"),
    ];
    assert_eq!((checked.code, lines), (Some(1), expected.iter().map(String::as_str).collect()));

    assert_eq!(mimc(&format!("schema write {path}"), "").code, Some(0));
    assert_eq!(mimc(&format!("schema write --check {path}"), "").code, Some(0));
    assert!(!folder.join("v1/api/gone.schema.json").exists());
    assert!(folder.join("v1/notes.txt").exists(), "what is not generated stays");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = folder("schema-file");
    let file = folder.join("file");
    fs::write(&file, "").expect("written");
    let ran = mimc(&format!("schema write {}", file.to_str().expect("UTF-8")), "");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.starts_with(&format!("mimc: {}", file.to_str().expect("UTF-8"))),
        "{}",
        ran.err
    );
}
