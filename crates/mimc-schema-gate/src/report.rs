//! What came out of a comparison.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::Value;

/// What a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// Readers and writers of either version get along.
    Compatible,
    /// Who reads by the old version may meet what it refuses.
    BreakingForReaders,
    /// Who writes by the old version may be refused.
    BreakingForWriters,
    /// It cannot be told.
    Undecided,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Compatible => "compatible",
            Self::BreakingForReaders => "breaking for readers",
            Self::BreakingForWriters => "breaking for writers",
            Self::Undecided => "undecided",
        })
    }
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One thing that a change does, and why it is thought so.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// What it does.
    pub verdict: Verdict,
    /// Why.
    pub why: String,
    /// A document that one version takes and the other refuses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<Value>,
    /// Where the refusing version refuses the example: a pointer into the schema.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused_at: Option<String>,
}

impl Finding {
    pub(crate) fn new(verdict: Verdict, why: impl Into<String>) -> Self {
        Self { verdict, why: why.into(), example: None, refused_at: None }
    }
}

/// What changed in one document or one operation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The name of the document, or the method and path of the operation.
    pub name: String,
    /// Its file.
    pub file: String,
    /// The pointers of the keywords that differ.
    pub pointers: Vec<String>,
    /// What the change does.
    pub findings: Vec<Finding>,
}

/// What `CHANGELOG.md` says of the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Changelog {
    /// Nothing changed, so it need not.
    Unneeded,
    /// It changed too.
    Changed,
    /// It is as it was although something changed: a fault.
    Silent,
    /// There is none although something changed: a fault.
    Missing,
}

/// What came out of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The old version's place.
    pub old: String,
    /// The new version's place.
    pub new: String,
    /// What changed, by file and name.
    pub changes: Vec<Change>,
    /// What the changelog says.
    pub changelog: Changelog,
}

impl Report {
    /// Whether nothing breaks, nothing is undecided, and the changelog tells.
    #[must_use]
    pub fn passes(&self) -> bool {
        let mut findings = self.changes.iter().flat_map(|change| &change.findings);
        findings.all(|finding| finding.verdict == Verdict::Compatible)
            && matches!(self.changelog, Changelog::Unneeded | Changelog::Changed)
    }
}
