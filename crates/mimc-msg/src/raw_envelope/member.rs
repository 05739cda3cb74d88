//! A member of a message, its name and value, and where they are.

use std::borrow::Cow;
use std::ops::Range;

use crate::json::escape::{raw_offset, unescape};
use crate::json::raw::RawJson;
use crate::json::string::Span;
use crate::json::value::Value;

#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) name: Span,
    pub(super) value: Value,
}

/// A member of a [`RawEnvelope`](crate::RawEnvelope) and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RawMember<'a> {
    /// The name, its escapes read.
    pub name: Cow<'a, str>,
    /// The value, as it came.
    pub value: RawJson<'a>,
    /// The bytes of the name between its quotes.
    pub name_span: Range<usize>,
    /// The bytes of the value.
    pub value_span: Range<usize>,
}

impl<'a> RawMember<'a> {
    pub(super) fn new(text: &'a str, Member { name, value }: Member) -> Self {
        Self {
            name: unescape(name.of(text), name.escaped),
            value: RawJson::from_value(text, &value),
            name_span: name.start as usize..name.end as usize,
            value_span: value.start as usize..value.end as usize,
        }
    }

    /// What stands between the quotes of the value, where it is a string.
    fn string_body(&self) -> Option<&str> {
        self.value.as_str().strip_prefix('"')?.strip_suffix('"')
    }

    /// The text that the value means, where it is a string.
    ///
    /// ```
    /// let raw = mimc_msg::RawEnvelope::parse(br#"{"bizType":"","message":"{\"a\":1}"}"#)?;
    /// let member = raw.get("message").unwrap();
    /// assert_eq!(member.text().unwrap(), r#"{"a":1}"#);
    /// // The `1` is byte 5 of that text, and byte 32 of the whole.
    /// assert_eq!(member.text_offset(5), 32);
    /// # Ok::<(), mimc_msg::DecodeError>(())
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<Cow<'_, str>> {
        self.value.text()
    }

    /// The byte of the input that the byte `at` of [`Self::text`] comes from.
    #[must_use]
    pub fn text_offset(&self, at: usize) -> usize {
        self.value_span.start + 1 + raw_offset(self.string_body().unwrap_or_default(), at)
    }
}
