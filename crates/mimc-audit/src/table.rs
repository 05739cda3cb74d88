//! `docs/entry-points.md`, held to the public API, the tests and the fuzz targets.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::markdown::{code, rows};
use crate::run::{Fault, read};

/// The page.
const PAGE: &str = "docs/entry-points.md";

/// A finding for each entry point that has no row, or more than one; for each name in a row that is no entry point;
/// for each row without a law; and for each law that is no test and each fuzz target that there is not.
///
/// A law is written `FILE::FUNCTION`, where the file is under `crates/` without `.rs`. The fuzz targets are held to
/// `fuzz/Cargo.toml` where that exists.
///
/// # Errors
///
/// When a file cannot be read.
pub fn check_entry_points(
    root: &Path,
    entry_points: &BTreeSet<String>,
) -> Result<Vec<String>, Fault> {
    let page = read(&root.join(PAGE))?;
    let targets = fuzz_targets(root)?;
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for row in rows(&page) {
        let number = row.number;
        let [points, law, target] = row.cells[..] else {
            findings.push(format!(
                "{PAGE}:{number}: a row has an entry point, a law and a fuzz target"
            ));
            continue;
        };
        for point in code(points) {
            if let Some(before) = seen.insert(point, number) {
                findings.push(format!("{PAGE}:{number}: `{point}` stands in line {before} too"));
            }
            if !entry_points.contains(point) {
                findings.push(format!("{PAGE}:{number}: `{point}` is no entry point"));
            }
        }
        if code(law).next().is_none() {
            findings.push(format!("{PAGE}:{number}: names no law"));
        }
        for law in code(law) {
            if !is_test(root, law)? {
                findings.push(format!("{PAGE}:{number}: there is no test `{law}`"));
            }
        }
        let missing = |name: &&str| targets.as_ref().is_some_and(|all| !all.contains(*name));
        let unknown = code(target).filter(missing);
        findings.extend(unknown.map(|name| format!("{PAGE}:{number}: no fuzz target `{name}`")));
    }
    let forgotten = entry_points.iter().filter(|point| !seen.contains_key(point.as_str()));
    findings.extend(forgotten.map(|point| format!("{PAGE}: `{point}` has no row")));
    Ok(findings)
}

/// Whether `mimc-msg/tests/laws::no_bytes_panic` is a function of that file.
fn is_test(root: &Path, law: &str) -> Result<bool, Fault> {
    let Some((file, function)) = law.split_once("::") else { return Ok(false) };
    let path = root.join("crates").join(format!("{file}.rs"));
    Ok(path.is_file() && read(&path)?.contains(&format!("fn {function}(")))
}

/// The names of `[[bin]]` in `fuzz/Cargo.toml`; nothing where there is no such file.
fn fuzz_targets(root: &Path) -> Result<Option<BTreeSet<String>>, Fault> {
    let manifest = root.join("fuzz/Cargo.toml");
    if !manifest.is_file() {
        return Ok(None);
    }
    let text = read(&manifest)?;
    let names = text.split("[[bin]]").skip(1).filter_map(|part| part.split('"').nth(1));
    Ok(Some(names.map(str::to_owned).collect()))
}
