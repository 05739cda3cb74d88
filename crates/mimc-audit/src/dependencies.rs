//! `docs/dependencies.md`, held to the manifests and to the trees that they make.

use std::collections::BTreeMap;
use std::path::Path;

use crate::markdown::{code, rows};
use crate::metadata::{Dependency, Metadata, Package};
use crate::run::{Fault, cargo, read};

/// The page.
const PAGE: &str = "docs/dependencies.md";

/// A finding for each direct dependency without a row, or with other features than its row says; for each row of
/// what is no dependency; for each row without a reason; for each crate whose tree has another size than is
/// written; and for each crate of ours with a build script or procedural macros.
///
/// # Errors
///
/// When cargo fails or the page cannot be read.
pub fn check_dependencies(root: &Path, metadata: &Metadata) -> Result<Vec<String>, Fault> {
    let page = read(&root.join(PAGE))?;
    let mut findings = Vec::new();
    let mut written: BTreeMap<(&str, String), (usize, &str)> = BTreeMap::new();
    for row in rows(&page) {
        let number = row.number;
        let [name, features, why] = row.cells[..] else { continue };
        if why.is_empty() {
            findings.push(format!("{PAGE}:{number}: no reason is given"));
        }
        if written.insert((row.heading, plain(name)), (number, features)).is_some() {
            findings.push(format!("{PAGE}:{number}: {name} stands here twice"));
        }
    }
    for (name, member) in metadata.members() {
        for dependency in &member.dependencies {
            let (label, features) = (label(dependency), features(dependency));
            match written.remove(&(name, label.clone())) {
                None => findings
                    .push(format!("{PAGE}: {name} depends on {label} for no reason ({features})")),
                Some((_, said)) if said == features => {}
                Some((number, said)) => findings.push(format!(
                    "{PAGE}:{number}: the features of {label} are {features}, not {said}"
                )),
            }
        }
        findings.extend(scripts(member));
    }
    let gone = written.iter().map(|((heading, label), (number, _))| {
        format!("{PAGE}:{number}: {heading} does not depend on {label}")
    });
    findings.extend(gone);
    findings.extend(sizes(root, &page)?);
    Ok(findings)
}

/// A name and, for what only tests and examples need, a mark.
fn label(dependency: &Dependency) -> String {
    match dependency.kind.as_deref() {
        None => dependency.name.clone(),
        Some(kind) => format!("{} ({kind})", dependency.name),
    }
}

fn plain(cell: &str) -> String {
    cell.replace('`', "")
}

/// As they stand in the manifest: `default` where it is not turned off.
fn features(dependency: &Dependency) -> String {
    let default = dependency.uses_default_features.then_some("default");
    let mut features: Vec<_> =
        default.into_iter().chain(dependency.features.iter().map(String::as_str)).collect();
    features.dedup();
    let listed = if features.is_empty() { "none".to_owned() } else { features.join(", ") };
    if dependency.optional { format!("{listed}; optional") } else { listed }
}

fn scripts(member: &Package) -> Vec<String> {
    let kinds = member.targets.iter().flat_map(|target| &target.kind);
    kinds
        .filter(|kind| matches!(kind.as_str(), "custom-build" | "proc-macro"))
        .map(|kind| format!("{} has a {kind}, and no crate of ours has one", member.name))
        .collect()
}

/// Rows of a table with two columns are trees: the arguments of `cargo tree`, and how many crates it lists.
fn sizes(root: &Path, page: &str) -> Result<Vec<String>, Fault> {
    let mut findings = Vec::new();
    for row in rows(page) {
        let [selection, size] = row.cells[..] else { continue };
        let Some(selection) = code(selection).next() else { continue };
        let fixed = "tree --locked --edges normal,build --prefix none --format {p} --target x86_64-unknown-linux-gnu";
        let arguments: Vec<_> = fixed.split(' ').chain(selection.split(' ')).collect();
        // The first line of `{p}` that names a path is ours; a crate that stands in several places is one.
        let tree = cargo(root, &arguments)?;
        let lines: std::collections::BTreeSet<_> = tree
            .lines()
            .filter(|line| !line.contains(" (/"))
            .map(|line| line.trim_end_matches(" (*)"))
            .collect();
        if size != lines.len().to_string() {
            let number = row.number;
            findings.push(format!(
                "{PAGE}:{number}: {selection} needs {} crates of others, not {size}",
                lines.len()
            ));
        }
    }
    Ok(findings)
}
