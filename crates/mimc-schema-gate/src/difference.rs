//! What one schema takes and another refuses.

use std::cell::OnceCell;

use serde_json::Value;

use crate::close::closed;
use crate::closing::{closed_places, closing};
use crate::plain::plain;
use crate::prove::is_within;
use crate::validity::refusal;
use crate::witness::Search;

/// One version of a schema in the forms that are needed.
pub(crate) struct Side<'a> {
    pub(crate) raw: &'a Value,
    pub(crate) plain: Value,
    pub(crate) closed: Value,
}

impl<'a> Side<'a> {
    pub(crate) fn of(raw: &'a Value) -> Self {
        let plain = plain(raw);
        let closed = closed(&plain);
        Self { raw, plain, closed }
    }
}

/// Which documents of the first version are meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// All.
    All,
    /// Those with no members but the ones that the schema names.
    Closed,
}

/// What one schema takes and another refuses.
#[derive(Debug)]
pub(crate) enum Difference {
    /// Nothing, and this is proved.
    Nothing,
    /// This document, the smallest that was found.
    Document(Witness),
    /// Nobody knows.
    Unknown,
}

/// A document that one schema takes and another refuses.
#[derive(Debug)]
pub(crate) struct Witness {
    pub(crate) document: Value,
    /// Where in the refusing schema, as pointer, and what the validator says there.
    pub(crate) refused: Option<(String, String)>,
}

/// What `part` takes and `whole` refuses.
pub(crate) fn difference(part: &Side<'_>, whole: &Side<'_>, of: Of) -> Difference {
    Question::new(part, whole, of).difference()
}

/// What does one schema take and another refuse?
pub(crate) struct Question<'a> {
    part: &'a Side<'a>,
    whole: &'a Side<'a>,
    of: Of,
    search: OnceCell<Option<Search>>,
}

impl<'a> Question<'a> {
    pub(crate) fn new(part: &'a Side<'a>, whole: &'a Side<'a>, of: Of) -> Self {
        Self { part, whole, of, search: OnceCell::new() }
    }

    pub(crate) fn difference(&self) -> Difference {
        if self.part.plain == self.whole.plain || is_within(self.meant(), &self.whole.plain) {
            return Difference::Nothing;
        }
        self.found(Search::run).map_or(Difference::Unknown, Difference::Document)
    }

    /// A document with a member that neither version names, which the part takes and the whole does
    /// not, although it takes the rest: an object that was open is closed.
    pub(crate) fn later_member(&self) -> Difference {
        if self.part.plain == self.whole.plain {
            return Difference::Nothing;
        }
        let mut closed = Vec::new();
        closed_places(&self.whole.plain, &mut String::new(), &mut closed);
        let there = |place: &String| self.part.plain.pointer(place);
        closed.retain(|(place, how)| there(place).is_none_or(|part| closing(part) != *how));
        if closed.is_empty() {
            return Difference::Nothing;
        }
        if let Some(witness) = self.found(Search::later_member) {
            return Difference::Document(witness);
        }
        // A place that is new was not open before.
        let was_there = closed.iter().any(|(place, _)| there(place).is_some_and(Value::is_object));
        if !was_there || is_within(&self.part.plain, &self.whole.plain) {
            Difference::Nothing
        } else {
            Difference::Unknown
        }
    }

    fn meant(&self) -> &Value {
        if self.of == Of::Closed { &self.part.closed } else { &self.part.plain }
    }

    fn found(&self, look: fn(&Search) -> Option<Value>) -> Option<Witness> {
        let new = || Search::new(self.meant(), &self.whole.plain, [self.part.raw, self.whole.raw]);
        let search = self.search.get_or_init(new).as_ref()?;
        let document = look(search)?;
        let refused = refusal(search.refusing(), &document);
        Some(Witness { document, refused })
    }
}
