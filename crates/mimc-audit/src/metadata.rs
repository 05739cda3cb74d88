//! What `cargo metadata` tells of the workspace and all its dependencies.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::run::{Fault, cargo};

/// The workspace, with the features of all members united.
#[derive(Debug, Deserialize)]
#[non_exhaustive]
pub struct Metadata {
    /// Where cargo puts what it makes.
    pub target_directory: PathBuf,
    pub(crate) packages: Vec<Package>,
    pub(crate) workspace_members: BTreeSet<String>,
    resolve: Resolve,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) rust_version: Option<String>,
    /// `Some` of an empty list where it is not published.
    pub(crate) publish: Option<Vec<String>>,
    pub(crate) dependencies: Vec<Dependency>,
    pub(crate) targets: Vec<Target>,
}

/// A line under `[dependencies]` or `[dev-dependencies]`.
#[derive(Debug, Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    pub(crate) kind: Option<String>,
    pub(crate) optional: bool,
    pub(crate) uses_default_features: bool,
    pub(crate) features: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Target {
    pub(crate) kind: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Debug, Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<EdgeKind>,
}

#[derive(Debug, Deserialize)]
struct EdgeKind {
    kind: Option<String>,
}

/// Asks cargo.
///
/// # Errors
///
/// When cargo fails or tells what is not understood.
pub fn metadata(root: &Path) -> Result<Metadata, Fault> {
    let json = cargo(root, &["metadata", "--locked", "--all-features", "--format-version=1"])?;
    serde_json::from_str(&json)
        .map_err(|error| Fault::Document { what: "cargo metadata".into(), source: error.into() })
}

impl Metadata {
    /// The packages of this workspace, by name.
    pub(crate) fn members(&self) -> BTreeMap<&str, &Package> {
        self.packages
            .iter()
            .filter(|package| self.workspace_members.contains(&package.id))
            .map(|package| (package.name.as_str(), package))
            .collect()
    }

    /// What a build of `id` needs, itself included, for any platform: not what only its tests need.
    pub(crate) fn needed_by(&self, id: &str) -> BTreeSet<&str> {
        let edges: BTreeMap<&str, &[Edge]> = self
            .resolve
            .nodes
            .iter()
            .map(|node| (node.id.as_str(), node.deps.as_slice()))
            .collect();
        let mut needed = BTreeSet::new();
        let mut open: Vec<&str> = edges.keys().copied().filter(|key| *key == id).collect();
        while let Some(id) = open.pop() {
            if !needed.insert(id) {
                continue;
            }
            for edge in edges.get(id).copied().unwrap_or_default() {
                if edge.dep_kinds.iter().any(|dep| dep.kind.as_deref() != Some("dev")) {
                    open.push(&edge.pkg);
                }
            }
        }
        needed
    }
}
