//! The two versions of a folder.

use std::collections::BTreeSet;

use crate::{Change, Changelog, Report, Schemas, document, openapi};

/// What changed from one version to another, and what that does.
#[must_use]
pub fn compare(old: &Schemas, new: &Schemas) -> Report {
    let names: BTreeSet<&String> = old.documents.keys().chain(new.documents.keys()).collect();
    let mut changes: Vec<Change> = names
        .into_iter()
        .filter_map(|name| match (old.documents.get(name), new.documents.get(name)) {
            (Some(old), Some(new)) => document::compare(old, new),
            (Some(old), None) => Some(document::alone(old, true)),
            (None, Some(new)) => Some(document::alone(new, false)),
            (None, None) => None,
        })
        .collect();
    changes.extend(openapi::compare(old.openapi.as_ref(), new.openapi.as_ref()));
    let changelog = match (&old.changelog, &new.changelog) {
        _ if changes.is_empty() => Changelog::Unneeded,
        (_, None) => Changelog::Missing,
        (old, new) if old == new => Changelog::Silent,
        _ => Changelog::Changed,
    };
    Report { old: old.place.clone(), new: new.place.clone(), changes, changelog }
}
