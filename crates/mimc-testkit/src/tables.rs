//! Documents that a test makes and holds: tables under `docs/`.

use std::fmt::Write as _;

/// Appends a table under a heading.
pub fn table(
    text: &mut String,
    title: &str,
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) {
    let line = "| --- ".repeat(columns.len());
    write!(text, "\n## {title}\n\n| {} |\n{line}|\n", columns.join(" | ")).expect("a string");
    for row in rows {
        writeln!(text, "| {} |", row.join(" | ")).expect("a string");
    }
}

/// A word as code.
pub fn quoted(word: &str) -> String {
    format!("`{word}`")
}

/// The document under `docs/` must be the one that was made; with `MIMC_WRITE_TABLES` it is written.
pub fn hold(name: &str, made: &str) {
    let path = format!("{}/../../docs/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("MIMC_WRITE_TABLES").is_some() {
        std::fs::write(&path, made).expect("the document can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(kept, made, "run the test with MIMC_WRITE_TABLES=1 and read what has changed");
}
