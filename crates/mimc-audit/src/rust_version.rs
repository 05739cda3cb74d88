//! The Rust that the published crates need: none of their dependencies declares a newer one.

use crate::metadata::{Metadata, Package};

/// A finding for each dependency of a published crate that declares a newer Rust than the crate does.
///
/// What only tests need is not looked at: it may be newer.
#[must_use]
pub fn check_rust_version(metadata: &Metadata) -> Vec<String> {
    let mut findings = Vec::new();
    for member in metadata.members().values() {
        let published = member.publish.as_ref().is_none_or(|registries| !registries.is_empty());
        if !published {
            continue;
        }
        let Some(ours) = member.rust_version.as_deref().and_then(parse) else {
            findings.push(format!("{} declares no rust-version", member.name));
            continue;
        };
        let needed = metadata.needed_by(&member.id);
        let packages = metadata.packages.iter().filter(|one| needed.contains(one.id.as_str()));
        findings.extend(packages.filter_map(|package| newer(member, ours, package)));
    }
    findings
}

fn newer(member: &Package, ours: Version, package: &Package) -> Option<String> {
    let declared = package.rust_version.as_deref()?;
    let Package { name, version, .. } = package;
    match parse(declared) {
        Some(theirs) if theirs <= ours => None,
        _ => Some(format!("{} needs {name} {version}, which needs Rust {declared}", member.name)),
    }
}

type Version = (u32, u32, u32);

/// `1.85` or `1.85.1`.
fn parse(text: &str) -> Option<Version> {
    let mut parts = text.split('.').map(|part| part.parse().ok());
    let version = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    parts.next().is_none().then_some(version)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn versions_are_numbers() {
        assert_eq!(parse("1.85"), Some((1, 85, 0)));
        assert_eq!(parse("1.85.1"), Some((1, 85, 1)));
        assert!(parse("1.9") < parse("1.85"));
        assert_eq!(parse("1"), None);
        assert_eq!(parse("1.85.x"), None);
        assert_eq!(parse("1.85.1.1"), None);
    }
}
