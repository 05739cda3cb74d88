//! JSON text kept as it came.

use std::borrow::Cow;
use std::fmt;

use super::escape::unescape;
use super::fault::{FaultAt, SyntaxFault};
use super::scan::Cursor;
use super::value::Value;
use crate::error::Place;
use crate::limits::Limits;

/// A JSON value of any shape, kept as the text that it came as.
///
/// Numbers keep their spelling, objects their order: `1e2` stays `1e2`. Two values are equal when
/// their texts are.
///
/// ```
/// use mimc_msg::RawJson;
///
/// let json = RawJson::parse(r#"{ "w": 1e2 }"#)?;
/// assert_eq!(json.as_str(), r#"{ "w": 1e2 }"#);
/// assert!(RawJson::parse(r#"{"a":1,"a":2}"#).is_err());
/// # Ok::<(), mimc_msg::InvalidJson>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RawJson<'a> {
    text: Cow<'a, str>,
    depth: u8,
}

impl<'a> RawJson<'a> {
    /// Checks a JSON text by the rules for messages and keeps it, without the white space around it.
    ///
    /// # Errors
    /// Where the text is not one JSON value: RFC 8259, no duplicate member names, no lone
    /// surrogates, within the default [`Limits`].
    pub fn parse(text: &'a str) -> Result<Self, InvalidJson> {
        Self::parse_within(text, Limits::new())
    }

    /// As [`Self::parse`], within other limits.
    ///
    /// ```
    /// use mimc_msg::{Limits, RawJson};
    ///
    /// let invalid = RawJson::parse_within("[[1]]", Limits::new().depth(1)).unwrap_err();
    /// assert_eq!(invalid.to_string(), "`/0` (byte 1): nested deeper than 1 levels, the limit");
    /// ```
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn parse_within(text: &'a str, limits: Limits) -> Result<Self, InvalidJson> {
        let invalid = |at: FaultAt| InvalidJson::new(text.as_bytes(), &at);
        not_too_long(text.as_bytes(), limits).map_err(invalid)?;
        let mut cursor = Cursor::within(text.as_bytes(), limits);
        cursor.skip_space();
        let value = cursor.value(text, 0).map_err(invalid)?;
        cursor.skip_space();
        if cursor.peek().is_some() {
            return Err(invalid(cursor.fault(SyntaxFault::TrailingData)));
        }
        Ok(Self::from_value(text, &value))
    }

    /// As [`Self::parse`], for bytes that need not be UTF-8.
    ///
    /// ```
    /// use mimc_msg::{RawJson, SyntaxFault};
    ///
    /// let invalid = RawJson::from_slice(b"{\"a\":\"\xff\"}").unwrap_err();
    /// assert_eq!(invalid.fault, SyntaxFault::InvalidUtf8);
    /// assert_eq!((&*invalid.place.pointer, invalid.place.offset), ("/a", 6));
    /// ```
    ///
    /// # Errors
    /// As [`Self::parse`], and where the bytes are not UTF-8.
    pub fn from_slice(bytes: &'a [u8]) -> Result<Self, InvalidJson> {
        Self::from_slice_within(bytes, Limits::new())
    }

    /// As [`Self::from_slice`], within other limits.
    ///
    /// # Errors
    /// As [`Self::from_slice`].
    pub fn from_slice_within(bytes: &'a [u8], limits: Limits) -> Result<Self, InvalidJson> {
        not_too_long(bytes, limits).map_err(|at| InvalidJson::new(bytes, &at))?;
        let text = simdutf8::compat::from_utf8(bytes).map_err(|error| {
            let at = FaultAt::new(SyntaxFault::InvalidUtf8, error.valid_up_to());
            InvalidJson::new(bytes, &at)
        })?;
        Self::parse_within(text, limits)
    }

    /// The value as the scanner found it in `text`.
    pub(crate) fn from_value(text: &'a str, value: &Value) -> Self {
        Self { text: Cow::Borrowed(value.of(text)), depth: value.depth }
    }

    /// The JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text that the value means, where it is a string.
    ///
    /// ```
    /// let json = mimc_msg::RawJson::parse(r#""a\/b""#)?;
    /// assert_eq!(json.text().as_deref(), Some("a/b"));
    /// # Ok::<(), mimc_msg::InvalidJson>(())
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<Cow<'_, str>> {
        let body = self.text.strip_prefix('"')?.strip_suffix('"')?;
        Some(unescape(body, body.contains('\\')))
    }

    /// How many levels of objects and arrays the value has; 0 for a scalar.
    #[must_use]
    pub fn depth(&self) -> usize {
        usize::from(self.depth)
    }

    pub(crate) fn is_string(&self) -> bool {
        self.text.starts_with('"')
    }

    pub(crate) fn is_object(&self) -> bool {
        self.text.starts_with('{')
    }

    /// The same value, owning its text.
    #[must_use]
    pub fn into_owned(self) -> RawJson<'static> {
        RawJson { text: Cow::Owned(self.text.into_owned()), depth: self.depth }
    }
}

impl fmt::Debug for RawJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawJson({})", self.text)
    }
}

impl fmt::Display for RawJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Refuses a text that is too long to be read, at the first byte too many.
pub(crate) fn not_too_long(text: &[u8], limits: Limits) -> Result<(), FaultAt> {
    if text.len() > limits.bytes as usize {
        let (fault, offset) = (SyntaxFault::TooLong { limit: limits.bytes }, limits.bytes as usize);
        return Err(FaultAt::new(fault, offset));
    }
    Ok(())
}

/// A text that is not one JSON value by the rules for messages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {fault}")]
#[non_exhaustive]
pub struct InvalidJson {
    /// What is wrong.
    pub fault: SyntaxFault,
    /// Where it was found.
    pub place: Place,
}

impl InvalidJson {
    #[cold]
    fn new(text: &[u8], at: &FaultAt) -> Self {
        Self { fault: at.fault(), place: Place::of_fault(text, at) }
    }
}
