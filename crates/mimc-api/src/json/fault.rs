//! What is wrong with a body as a type, and where.

use std::fmt;

use mimc_msg::{InvalidJson, Place, SyntaxFault};
use serde::de::{Error, Expected, Unexpected};

use super::Body;

/// A document that is not what it should be: not JSON, or not of its type.
///
/// It names the member and the byte, and prints nothing of the document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {}", self.reason())]
pub struct Malformed {
    place: Place,
    fault: Fault,
}

/// What is wrong, in the order of how far the reading came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Syntax(SyntaxFault),
    Missing(&'static str),
    WrongType { expected: String, found: &'static str },
    Invalid(String),
}

impl Malformed {
    pub(crate) fn new(body: Body<'_>, Located { fault, at }: Located) -> Self {
        let at = at.unwrap_or_default();
        let mut place = body.place_at(at);
        if let Fault::Missing(name) = fault {
            place.pointer = format!("{}/{name}", place.pointer).into();
            place.length = 0;
        }
        Self { place, fault }
    }

    /// A fault that is found in the text as such.
    pub(crate) fn syntax(invalid: InvalidJson, before: usize) -> Self {
        let mut place = invalid.place;
        place.offset += before;
        Self { place, fault: Fault::Syntax(invalid.fault) }
    }

    /// A value that its member cannot have.
    #[must_use]
    pub fn invalid(place: Place, why: impl Into<String>) -> Self {
        Self { place, fault: Fault::Invalid(why.into()) }
    }

    /// The stable code: `missing-member`, `wrong-type`, `invalid-value`, or that of a
    /// [fault of syntax](SyntaxFault::code).
    #[must_use]
    pub fn code(&self) -> &'static str {
        match &self.fault {
            Fault::Syntax(fault) => fault.code(),
            Fault::Missing(_) => "missing-member",
            Fault::WrongType { .. } => "wrong-type",
            Fault::Invalid(_) => "invalid-value",
        }
    }

    /// Where.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    pub(crate) fn place_mut(&mut self) -> &mut Place {
        &mut self.place
    }

    /// What is wrong, in words, for those who print the place themselves.
    #[must_use]
    pub fn reason(&self) -> String {
        self.fault.to_string()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(fault) => fault.fmt(f),
            Self::Missing(_) => f.write_str("the member is missing"),
            Self::WrongType { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::Invalid(why) => f.write_str(why),
        }
    }
}

impl Fault {
    pub(crate) fn at(self, at: usize) -> Located {
        Located { fault: self, at: Some(at) }
    }
}

/// A fault on its way out of serde: the innermost value that it passes gives it its place.
#[derive(Debug)]
pub(crate) struct Located {
    fault: Fault,
    at: Option<usize>,
}

impl Located {
    pub(crate) fn at(mut self, at: usize) -> Self {
        self.at.get_or_insert(at);
        self
    }
}

impl From<Fault> for Located {
    fn from(fault: Fault) -> Self {
        Self { fault, at: None }
    }
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for Located {}

/// serde's own texts print values; these do not.
impl Error for Located {
    fn custom<T: fmt::Display>(why: T) -> Self {
        Fault::Invalid(why.to_string()).into()
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = words(expected);
        let found = self::found(found, expected.contains("integer"));
        Fault::WrongType { expected, found }.into()
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Fault::Invalid(format!("expected {}", words(expected))).into()
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Fault::Invalid(format!("expected {}", words(expected))).into()
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Fault::Invalid("not one of the words that may stand here".into()).into()
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Fault::Invalid("a member that may not stand here".into()).into()
    }

    fn missing_field(name: &'static str) -> Self {
        Fault::Missing(name).into()
    }

    fn duplicate_field(name: &'static str) -> Self {
        Fault::Invalid(format!("`{name}` is there under two names")).into()
    }
}

/// What serde expects, in the words of JSON.
fn words(expected: &dyn Expected) -> String {
    let rust = expected.to_string();
    match rust.as_str() {
        "a map" => "an object".into(),
        "a sequence" => "an array".into(),
        "unit" => "null".into(),
        "enum" => "a word".into(),
        "f32" | "f64" => "a number".into(),
        "u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64" => {
            "an integer in its range".into()
        }
        _ if rust.starts_with("struct ") => "an object".into(),
        _ => match rust.strip_prefix("a tuple of size ") {
            Some(size) => format!("an array of {size} items"),
            None => rust,
        },
    }
}

/// What serde found, in the words of JSON; where an integer should be, what keeps a number from being one.
fn found(found: Unexpected<'_>, instead_of_integer: bool) -> &'static str {
    match found {
        Unexpected::Bool(_) => "a boolean",
        Unexpected::Float(_) if instead_of_integer => "a number that is no integer in range",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
        Unexpected::Str(_) | Unexpected::Char(_) => "a string",
        Unexpected::Unit | Unexpected::Option => "null",
        Unexpected::Seq => "an array",
        Unexpected::Map => "an object",
        _ => "something else",
    }
}
