//! Paths: templates as the manual writes them, and the ids in them.

use crate::ids::{AppId, TopicId, canonical};

/// The ids in the path of an endpoint.
///
/// They are numbers, so nothing needs to be percent-encoded, and no id can be empty, `.` or `..`.
pub trait Ids: Sized + Clone + std::fmt::Debug + PartialEq + Send + Sync + 'static {
    /// The ids in the order of the path.
    fn to_path(&self) -> Vec<u64>;

    /// The ids of a path; None where there are more or fewer.
    fn from_path(ids: &[u64]) -> Option<Self>;
}

impl Ids for () {
    fn to_path(&self) -> Vec<u64> {
        Vec::new()
    }

    fn from_path(ids: &[u64]) -> Option<Self> {
        ids.is_empty().then_some(())
    }
}

impl Ids for AppId {
    fn to_path(&self) -> Vec<u64> {
        vec![self.get()]
    }

    fn from_path(ids: &[u64]) -> Option<Self> {
        if let [app] = *ids { Some(Self::new(app)) } else { None }
    }
}

impl Ids for TopicId {
    fn to_path(&self) -> Vec<u64> {
        vec![self.get()]
    }

    fn from_path(ids: &[u64]) -> Option<Self> {
        if let [topic] = *ids { Some(Self::new(topic)) } else { None }
    }
}

impl Ids for (AppId, TopicId) {
    fn to_path(&self) -> Vec<u64> {
        vec![self.0.get(), self.1.get()]
    }

    fn from_path(ids: &[u64]) -> Option<Self> {
        if let [app, topic] = *ids { Some((AppId::new(app), TopicId::new(topic))) } else { None }
    }
}

/// The path of a template such as `/api/topic/{appId}/{topicId}` with these ids in it.
pub(crate) fn fill(template: &str, ids: &[u64]) -> String {
    let mut ids = ids.iter();
    let segments = template.split('/').map(|segment| match ids.as_slice() {
        [id, ..] if segment.starts_with('{') => {
            ids.next();
            id.to_string()
        }
        _ => segment.to_owned(),
    });
    segments.collect::<Vec<_>>().join("/")
}

/// The path with one slash in front where it has two, as the Android demo builds it.
pub(crate) fn single_slash(path: &str) -> &str {
    if path.starts_with("//") { &path[1..] } else { path }
}

/// How a path meets a template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Met {
    /// It is one of the template's, with these ids.
    Ids(Vec<u64>),
    /// It would be, but where an id should stand, none does.
    NoId,
    /// It is another path.
    Not,
}

/// Matches a path with a template. A slash at the end of either does not count.
pub(crate) fn meet(template: &str, path: &str) -> Met {
    let template = template.strip_suffix('/').unwrap_or(template);
    let path = path.strip_suffix('/').unwrap_or(path);
    if template.matches('/').count() != path.matches('/').count() {
        return Met::Not;
    }
    let mut met = Met::Ids(Vec::new());
    for (expected, found) in template.split('/').zip(path.split('/')) {
        if !expected.starts_with('{') {
            if expected != found {
                return Met::Not;
            }
            continue;
        }
        match (canonical(found), &mut met) {
            (Ok(id), Met::Ids(ids)) => ids.push(id),
            _ => met = Met::NoId,
        }
    }
    met
}
