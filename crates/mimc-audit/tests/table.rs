//! The page of entry points, against folders made for it.
#![allow(clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use mimc_audit::check_entry_points;

/// A folder with a page, a test `laws::holds`, and the fuzz target `bytes`.
fn folder(name: &str, rows: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let page = format!("## m\n\n| entry point | law | fuzz target |\n| --- | --- | --- |\n{rows}");
    for (file, text) in [
        ("docs/entry-points.md", page.as_str()),
        ("crates/m/tests/laws.rs", "#[test]\nfn holds() {}\n"),
        (
            "fuzz/Cargo.toml",
            "[package]\nname = \"fuzz\"\n\n[[bin]]\nname = \"bytes\"\npath = \"b.rs\"\n",
        ),
    ] {
        let path = root.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    root
}

#[track_caller]
fn finds(name: &str, rows: &str, expected: &[&str]) {
    let points = BTreeSet::from(["m::decode".to_owned(), "m::A: FromStr".to_owned()]);
    let found = check_entry_points(&folder(name, rows), &points).expect("checked");
    assert_eq!(found, expected);
}

#[test]
fn each_entry_point_has_one_row() {
    let both = "| `m::decode`, `m::A: FromStr` | `m/tests/laws::holds` | `bytes` |\n";
    finds("well", both, &[]);
    finds(
        "forgotten",
        "| `m::decode` | `m/tests/laws::holds` | `bytes` |\n",
        &["docs/entry-points.md: `m::A: FromStr` has no row"],
    );
    finds(
        "twice",
        &both.repeat(2),
        &[
            "docs/entry-points.md:6: `m::decode` stands in line 5 too",
            "docs/entry-points.md:6: `m::A: FromStr` stands in line 5 too",
        ],
    );
    let gone = format!("{both}| `m::gone` | `m/tests/laws::holds` | none |\n");
    finds("gone", &gone, &["docs/entry-points.md:6: `m::gone` is no entry point"]);
}

#[test]
fn laws_and_targets_are_there() {
    let row = |law, target| format!("| `m::decode`, `m::A: FromStr` | {law} | {target} |\n");
    finds("no-law", &row("none", "`bytes`"), &["docs/entry-points.md:5: names no law"]);
    finds(
        "no-test",
        &row("`m/tests/laws::fails`", "`bytes`"),
        &["docs/entry-points.md:5: there is no test `m/tests/laws::fails`"],
    );
    finds(
        "no-file",
        &row("`m/tests/law::holds`", "`bytes`"),
        &["docs/entry-points.md:5: there is no test `m/tests/law::holds`"],
    );
    finds(
        "no-target",
        &row("`m/tests/laws::holds`", "`byte`"),
        &["docs/entry-points.md:5: no fuzz target `byte`"],
    );
    finds(
        "columns",
        "| `m::decode` | `m/tests/laws::holds` |\n",
        &[
            "docs/entry-points.md:5: a row has an entry point, a law and a fuzz target",
            "docs/entry-points.md: `m::A: FromStr` has no row",
            "docs/entry-points.md: `m::decode` has no row",
        ],
    );
}
