//! What reading a vector gave.

use mimc_api::{Malformed, Notes, Rejection};
use serde_json::Value;

/// What reading gave.
pub(crate) struct Read {
    pub(crate) facts: Value,
    pub(crate) notes: Notes,
}

/// Why reading refused.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) code: &'static str,
    pub(crate) pointer: String,
}

impl Refused {
    pub(crate) fn new(code: &'static str, pointer: &str) -> Self {
        Self { code, pointer: pointer.to_owned() }
    }

    pub(crate) fn malformed(malformed: &Malformed) -> Self {
        Self::new(malformed.code(), &malformed.place().pointer)
    }

    pub(crate) fn rejection(rejection: &Rejection) -> Self {
        Self::new(rejection.code(), &rejection.place().pointer)
    }
}

pub(crate) fn codes(notes: &Notes) -> Vec<&'static str> {
    notes.iter().map(|noted| noted.note.code()).collect()
}
