//! Documents that come, go and move, and the changelog.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use mimc_schema_gate::{Changelog, Source, compare};
use serde_json::{Value, json};
use support::check::{compared, verdicts};
use support::edit::{Files, INDEX, KNOWN, REQUEST, STRICT, edit, fixtures, parsed, read};

/// The verdicts on the document of a name.
fn verdict(files: &Files, name: &str) -> String {
    verdicts(compared(files).changes.iter().find(|change| change.name == name))
}

fn edited(file: &str, edits: &[(&str, Option<Value>)]) -> Files {
    let mut files = fixtures();
    edit(&mut files, file, edits);
    files
}

#[test]
fn nothing_changed() {
    let report = compared(&fixtures());
    assert!(report.changes.is_empty() && report.passes());
    assert_eq!(report.changelog, Changelog::Unneeded);
    assert_eq!(report.to_string(), "no change since memory\n");
}

#[test]
fn a_document_comes_and_goes() {
    let less = edited(INDEX, &[("/documents/4", None)]);
    assert_eq!(verdict(&less, "known-message"), "rw");
    let report = compare(&read(&less), &read(&fixtures()));
    assert_eq!(report.changes.len(), 1);
    assert_eq!(verdicts(report.changes.first()), "ok");
}

#[test]
fn a_document_gets_another_contract() {
    let files = edited(INDEX, &[("/documents/0/contract", Some(json!("write")))]);
    assert_eq!(verdict(&files, "create-topic-request"), "rw");
}

#[test]
fn a_document_gets_another_id() {
    let id = json!("https://mimc.example/schemas/v2/create-topic-request.schema.json");
    let mut files = edited(INDEX, &[("/documents/0/id", Some(id.clone()))]);
    edit(&mut files, REQUEST, &[("/$id", Some(id))]);
    assert_eq!(verdict(&files, "create-topic-request"), "r");
}

#[test]
fn a_document_moves() {
    let mut files = edited(INDEX, &[("/documents/0/path", Some(json!("v1/topic.json")))]);
    let schema = files.remove(REQUEST).unwrap();
    files.insert("v1/topic.json".into(), schema);
    assert_eq!(verdict(&files, "create-topic-request"), "r");
}

#[test]
fn only_the_index_changed() {
    let files = edited(INDEX, &[("/documents/0/title", Some(json!("Another")))]);
    assert_eq!(verdict(&files, "create-topic-request"), "ok");
}

#[test]
fn the_changelog_has_to_tell() {
    let mut files = edited(STRICT, &[("/title", Some(json!("Another")))]);
    let report = compared(&files);
    assert_eq!((report.changelog, report.passes()), (Changelog::Silent, false));
    let told = "CHANGELOG.md is as it was in memory: it must say what changed in the schemas";
    assert!(report.to_string().contains(told), "{report}");
    files.insert("CHANGELOG.md".into(), b"# Changes\n\nA title.\n".to_vec());
    let report = compared(&files);
    assert_eq!((report.changelog, report.passes()), (Changelog::Changed, true));
    files.remove("CHANGELOG.md");
    assert_eq!(compared(&files).changelog, Changelog::Missing);
}

/// What a folder is refused for.
fn fault(files: &Files) -> String {
    let error = mimc_schema_gate::Schemas::read(&Source::Memory(files.clone())).unwrap_err();
    error.to_string()
}

#[test]
fn folders_that_cannot_be_read() {
    let mut files = fixtures();
    files.remove(KNOWN);
    assert_eq!(fault(&files), format!("{KNOWN} is missing in memory"));
    files.insert(KNOWN.into(), b"{".to_vec());
    assert_eq!(fault(&files), format!("{KNOWN} is malformed"));
    files.insert(KNOWN.into(), br#"{"type":"text"}"#.to_vec());
    assert!(fault(&files).starts_with(&format!("{KNOWN} is no JSON Schema: ")));
    let twice = parsed(&fixtures(), INDEX)["documents"][0].clone();
    let files = edited(INDEX, &[("/documents/-", Some(twice))]);
    assert_eq!(fault(&files), "index.json names `create-topic-request` twice");
    let files = edited(INDEX, &[("/documents/0/contract", Some(json!("maybe")))]);
    assert_eq!(fault(&files), "index.json is malformed");
    let files = edited(INDEX, &[("/documents/0/id", Some(json!("urn:x")))]);
    assert!(fault(&files).ends_with("the index says `urn:x`"));
}

#[test]
fn the_published_schemas_can_be_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas");
    let source = Source::Folder(folder.into());
    let published = mimc_schema_gate::Schemas::read(&source).unwrap().unwrap();
    assert!(published.documents.len() > 200 && published.openapi.is_some());
    assert!(compare(&published, &published).passes());
}
