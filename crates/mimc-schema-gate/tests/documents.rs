//! Edits of documents and what they do.

mod support;

use mimc_schema_gate::Verdict;
use support::check::{compared, examples_separate, verdicts};
use support::edit::{edit, fixtures, parsed, read};
use support::rows::rows;

#[test]
fn every_edit_has_its_verdict() {
    let mut wrong = Vec::new();
    for (what, file, edits, expected) in rows() {
        let mut files = fixtures();
        edit(&mut files, file, &edits);
        let report = compared(&files);
        let change = report.changes.iter().find(|change| change.file == file);
        let found = verdicts(change);
        if found != expected {
            wrong.push(format!("{what}: {found} instead of {expected}\n{report}"));
        }
        let change = change.expect(what);
        assert!(!change.pointers.is_empty(), "{what}");
        let contract = read(&files).documents[&change.name].contract;
        let (old, new) = (parsed(&fixtures(), file), parsed(&files, file));
        examples_separate(&old, &new, contract, &change.findings);
        for finding in &change.findings {
            let told = [Verdict::Compatible, Verdict::Undecided].contains(&finding.verdict);
            assert!(told || finding.example.is_some(), "{what}: {report}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_example_is_as_small_as_can_be() {
    let mut files = fixtures();
    let pointer = "/properties/topicName/maxLength";
    edit(&mut files, support::edit::REQUEST, &[(pointer, Some(8.into()))]);
    let report = compared(&files);
    assert_eq!(report.changes[0].pointers, [pointer]);
    let text = report.changes[0].to_string();
    let lines: Vec<&str> = text.lines().skip(2).collect();
    assert_eq!(
        lines,
        [
            "  breaking for writers: the old version has a document that the new one refuses",
            r#"    {"accounts":["a"],"topicName":"aaaaaaaaa"}"#,
            "    refused at /properties/topicName/maxLength: value is longer than 8 characters",
        ]
    );
}

#[test]
fn a_list_names_what_left_it() {
    let mut files = fixtures();
    edit(&mut files, support::edit::ENVELOPE, &[("/allOf/2", None)]);
    assert_eq!(compared(&files).changes[0].pointers, ["/allOf/2"]);
}
