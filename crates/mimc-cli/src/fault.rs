//! What is wrong with a line, or odd about it, and where.

use std::fmt;

use mimc_api::{Malformed, Noted, Rejection};
use mimc_msg::{DecodeError, Place};

use crate::lines::TooLong;
use crate::show;

/// A stable code, where in the line, and what is wrong or odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) pointer: String,
    pub(crate) offset: usize,
    pub(crate) length: usize,
    pub(crate) message: String,
}

impl Fault {
    /// A fault at a place of the line.
    pub(crate) fn at(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        let Place { pointer, offset, length, .. } = place;
        Self { code, pointer: pointer.into_owned(), offset, length, message: message.into() }
    }

    /// A fault of the line as a whole.
    pub(crate) fn of_line(code: &'static str, message: impl Into<String>) -> Self {
        Self::at(code, Place::new("", 0), message)
    }

    /// The fault for people, with its line and code.
    pub(crate) fn in_line(&self, number: u64) -> String {
        format!("line {number}: {}: {self}", self.code)
    }
}

impl From<&DecodeError> for Fault {
    fn from(error: &DecodeError) -> Self {
        let mut place = Place::new(error.pointer().to_owned(), error.offset());
        place.length = error.place().map_or(0, |place| place.length);
        Self::at(error.code(), place, error.reason().to_string())
    }
}

impl From<TooLong> for Fault {
    fn from(error: TooLong) -> Self {
        Self::of_line("line-too-long", error.to_string())
    }
}

impl From<&Malformed> for Fault {
    fn from(malformed: &Malformed) -> Self {
        Self::at(malformed.code(), malformed.place().clone(), malformed.reason())
    }
}

impl From<&Rejection> for Fault {
    fn from(rejection: &Rejection) -> Self {
        Self::at(rejection.code(), rejection.place(), rejection.reason())
    }
}

impl From<Noted> for Fault {
    fn from(noted: Noted) -> Self {
        Self::at(noted.note.code(), noted.place, noted.note.describe())
    }
}

impl fmt::Display for Fault {
    /// Where and what, for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = show::safe(&self.message);
        match &*self.pointer {
            "" if self.offset == 0 => f.write_str(&message),
            "" => write!(f, "byte {}: {message}", self.offset),
            pointer => write!(f, "`{}` (byte {}): {message}", show::safe(pointer), self.offset),
        }
    }
}
