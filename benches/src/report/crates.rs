//! The crates that a crate needs, and why.

use std::collections::{BTreeMap, BTreeSet};

/// Why we depend on what we depend on.
const REASONS: &str = include_str!("../../../docs/dependencies.md");

/// The crates of others that something needs, each with those that depend on it.
#[derive(Debug)]
pub(super) struct Crates(BTreeMap<String, BTreeSet<String>>);

impl Crates {
    /// Reads what `cargo tree --prefix=depth --format={p}` prints.
    pub(super) fn read(tree: &str) -> Self {
        let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        // The crates that are open at this line, the outermost first.
        let mut open: Vec<&str> = Vec::new();
        for line in tree.lines() {
            let name = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let (depth, _) = line.split_at(line.len() - name.len());
            open.truncate(depth.parse().unwrap_or_default());
            let by = open.last().copied();
            let (short, _) = name.split_once(' ').unwrap_or((name, ""));
            open.push(short);
            // What is ours has its path behind it.
            if !name.contains(" (/") {
                all.entry(short.to_owned()).or_default().extend(by.map(str::to_owned));
            }
        }
        Self(all)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Each crate, and why it is there: our own reason, or who needs it.
    pub(super) fn reasons(&self) -> impl Iterator<Item = (&str, String)> {
        self.0.iter().map(|(name, by)| {
            let ours = by.contains("mimc-msg").then(|| reason(name)).flatten();
            let theirs = || {
                let all: Vec<_> = by.iter().map(|one| format!("`{one}`")).collect();
                format!("needed by {}", all.join(", "))
            };
            (name.as_str(), ours.map_or_else(theirs, str::to_owned))
        })
    }
}

/// Why `mimc-msg` depends on this one.
fn reason(name: &str) -> Option<&'static str> {
    let (_, behind) = REASONS.split_once("\n## mimc-msg\n")?;
    let row = format!("| `{name}` |");
    let row = behind.lines().find(|line| line.starts_with(&row))?;
    row.trim_end_matches('|').rsplit('|').next().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::Crates;

    const TREE: &str = "0cost v0.0.0 (/tmp/cost)\n1mimc-msg v0.1.0 (/crates/mimc-msg)\n2itoa v1.0.0\n\
                        2serde_json v1.0.0\n3itoa v1.0.0\n3memchr v2.0.0 (*)\n3zmij v1.0.0\n2memchr v2.0.0\n";

    #[test]
    fn each_has_our_reason_or_those_who_need_it() {
        let crates = Crates::read(TREE);
        let reasons: Vec<_> = crates.reasons().collect();
        let names: Vec<_> = reasons.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["itoa", "memchr", "serde_json", "zmij"]);
        assert!(
            reasons.iter().take(3).all(|(_, why)| !why.starts_with("needed by")),
            "{reasons:?}"
        );
        assert!(reasons.iter().any(|(name, why)| *name == "itoa" && why.contains("times")));
        assert!(reasons.contains(&("zmij", "needed by `serde_json`".to_owned())));
        assert!(crates.contains("zmij") && !crates.contains("cost") && crates.len() == 4);
    }
}
