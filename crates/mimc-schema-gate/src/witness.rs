//! The search for a document that one schema takes and another refuses.
//!
//! Documents are grown from both schemas, then edited, and the validator decides each: so what is
//! found is never wrong, and finding nothing proves nothing.

mod edit;
mod grow;
mod pool;
mod shrink;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::validity::validator;
use grow::Grower;
use pool::Pool;

/// How many documents are looked at with two edits each.
const PAIRS: usize = 40_000;
/// How many of the smallest documents are edited.
const EDITED: usize = 60;
/// The name of a member that no schema names.
const UNNAMED: &str = "aMemberOfLater";

/// Two schemas: what documents of the first does the second refuse?
pub(crate) struct Search {
    takes: Vec<Validator>,
    refuses: Validator,
    pool: Pool,
    grown: Vec<Value>,
}

impl Search {
    /// `plain` are the schemas in plain form, of which `part` may be closed; `raw` are the files'.
    /// A document has to be valid under the raw first and under `part`.
    pub(crate) fn new(part: &Value, whole: &Value, raw: [&Value; 2]) -> Option<Self> {
        let takes = vec![validator(raw[0]).ok()?, validator(part).ok()?];
        let refuses = validator(raw[1]).ok()?;
        let mut pool = Pool::of([part, whole], raw);
        let mut grown = pool.documents.clone();
        for schema in [part, whole] {
            let mut grower = Grower::new(schema, &mut pool);
            grown.extend(grower.grow());
        }
        grown.sort_by_cached_key(size);
        grown.dedup();
        Some(Self { takes, refuses, pool, grown })
    }

    fn separates(&self, document: &Value) -> bool {
        self.takes.iter().all(|schema| schema.is_valid(document))
            && !self.refuses.is_valid(document)
    }

    /// The smallest document found, and what the second schema says of it.
    pub(crate) fn run(&self) -> Option<Value> {
        let found = self.as_grown().or_else(|| self.edited()).or_else(|| self.edited_twice())?;
        Some(shrink::shrink(found, &|document| self.separates(document)))
    }

    /// The second schema, as validator.
    pub(crate) fn refusing(&self) -> &Validator {
        &self.refuses
    }

    fn as_grown(&self) -> Option<Value> {
        self.grown.iter().find(|document| self.separates(document)).cloned()
    }

    /// The smallest of the valid documents, to be edited.
    fn bases(&self) -> impl Iterator<Item = &Value> {
        let valid = |document: &&Value| self.takes.iter().all(|schema| schema.is_valid(document));
        self.grown.iter().filter(valid).take(EDITED)
    }

    fn edited(&self) -> Option<Value> {
        let mut bases = self.bases();
        bases.find_map(|base| {
            let mut hits = edit::edits(base, &self.pool);
            hits.retain(|document| self.separates(document));
            hits.into_iter().min_by_key(size)
        })
    }

    fn edited_twice(&self) -> Option<Value> {
        let mut left = PAIRS;
        for base in self.bases() {
            for once in edit::edits(base, &self.pool) {
                for twice in edit::edits(&once, &self.pool) {
                    if self.separates(&twice) {
                        return Some(twice);
                    }
                    left -= 1;
                    if left == 0 {
                        return None;
                    }
                }
            }
        }
        None
    }

    /// A document that the first schema takes and the second refuses only because of a member that
    /// neither names: an object that was open is closed.
    pub(crate) fn later_member(&self) -> Option<Value> {
        let both = |base: &&Value| {
            self.takes.iter().all(|schema| schema.is_valid(base)) && self.refuses.is_valid(base)
        };
        self.grown.iter().filter(both).find_map(|base| {
            let mut places = edit::objects(base);
            places.retain(|place| !place.is_empty() || base.is_object());
            places.into_iter().find_map(|place| {
                let mut document = base.clone();
                let object = document.pointer_mut(&place)?.as_object_mut()?;
                object.insert(UNNAMED.into(), json!(1));
                let taken = self.takes[0].is_valid(&document);
                (taken && !self.refuses.is_valid(&document)).then_some(document)
            })
        })
    }
}

/// What makes a document the smaller one.
fn size(document: &Value) -> (usize, String) {
    let text = document.to_string();
    (text.len(), text)
}
