//! What each file of an endpoint says about it is true.
#![allow(clippy::panic, reason = "tests")]

use std::collections::BTreeMap;
use std::path::Path;

use mimc_api::Input;
use mimc_api::endpoints;

/// The source of every endpoint: its name, and the text of its file.
fn sources() -> BTreeMap<String, String> {
    let mut sources = BTreeMap::new();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for folder in std::fs::read_dir(src).expect("src") {
        let Ok(files) = std::fs::read_dir(folder.expect("an entry").path()) else { continue };
        for file in files {
            let text = std::fs::read_to_string(file.expect("an entry").path()).expect("a file");
            if let Some(name) = between(&text, "const NAME: &'static str = \"", "\"") {
                sources.insert(name.to_owned(), text);
            }
        }
    }
    sources
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

#[test]
fn every_endpoint_has_a_file_and_every_file_is_listed() {
    let mut listed: Vec<_> = endpoints::all().into_iter().map(|facts| facts.name).collect();
    listed.sort_unstable();
    let files = sources();
    assert_eq!(listed, files.keys().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn the_first_line_is_the_http_line() {
    let sources = sources();
    for facts in endpoints::all() {
        let first = sources[facts.name].lines().next().expect("a line");
        let expected = format!("//! `{} {}", facts.method, facts.path);
        let rest = first.strip_prefix(&expected).unwrap_or_else(|| panic!("{first}: {expected}"));
        match facts.input {
            Input::Query => assert!(rest.starts_with('?') && rest.ends_with("=…`"), "{first}"),
            _ => assert_eq!(rest, "`", "{first}"),
        }
    }
}

#[test]
fn the_name_is_that_of_the_type() {
    for (name, text) in sources() {
        let camel = between(&text, "pub struct ", " {").expect("a struct");
        let mut kebab = String::new();
        for (at, c) in camel.char_indices() {
            if at > 0 && c.is_ascii_uppercase() {
                kebab.push('-');
            }
            kebab.push(c.to_ascii_lowercase());
        }
        assert_eq!(kebab, name);
    }
}

#[test]
fn names_and_requests_are_one_of_a_kind() {
    let all = endpoints::all();
    for (at, facts) in all.iter().enumerate() {
        for other in &all[..at] {
            assert_ne!(facts.name, other.name);
            assert_ne!((&facts.method, facts.path), (&other.method, other.path));
        }
    }
}

/// So that nobody has to read more than a screen to know an endpoint.
#[test]
fn the_files_are_short() {
    for (name, text) in sources() {
        let code = |line: &&str| {
            let line = line.trim();
            let schema = line.starts_with("#[cfg_attr(feature = \"schemars\"");
            !(line.is_empty() || line.starts_with("//") || line.starts_with("use ") || schema)
        };
        let lines = text.lines().filter(code).count();
        assert!(lines <= 60, "{name}: {lines} lines of code");
    }
}

/// Sections are headings of the manual or of docs/evidence.md.
#[test]
fn sections_are_there() {
    let evidence = include_str!("../../../docs/evidence.md");
    let manual = include_str!("manual/blocks.md");
    for facts in endpoints::all() {
        let found = match facts.section.strip_prefix("EVIDENCE ") {
            Some(section) => evidence.contains(&format!("\n### {section} ")),
            None => manual.contains(facts.section),
        };
        assert!(found, "{}: no section {}", facts.name, facts.section);
    }
}
