//! Where names and values stand in a text that may have faults.

use std::ops::Range;

use super::mend::Mender;
use crate::limits::Limits;

/// Where the names and values of a JSON text stand, also of one with faults: as [`Codec::diagnose`](crate::Codec::diagnose)
/// reads it.
///
/// It is for programs that change values and leave everything else, faults included. What it does not take for a name or
/// a value stands between its parts: marks, white space, and whatever has no place there.
///
/// ```
/// use mimc_msg::Outline;
///
/// // A quote and a colon are missing, and something follows.
/// let text = br#"{msgId":"a1", "version" 0} and more"#;
/// let outline = Outline::of(text);
/// let parts: Vec<_> = outline.parts().iter().map(|part| &text[part.span.clone()]).collect();
/// assert_eq!(parts, [&b"msgId"[..], b"a1", b"version", b"0"]);
/// assert_eq!(outline.parts()[3].name, Some(2));
/// assert_eq!(&text[outline.end()..], b" and more");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    parts: Vec<Part>,
    end: usize,
}

impl Outline {
    /// Of the first object, list or other value of a text; UTF-8 or not.
    #[must_use]
    pub fn of(text: &[u8]) -> Self {
        let (parts, end) = Mender::new(text, Limits::MAX, 0).outline();
        Self { parts, end }
    }

    /// Its names and values, in the order of the text.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The byte behind it.
    #[must_use]
    pub const fn end(&self) -> usize {
        self.end
    }
}

/// A name, or a value that is neither object nor list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// What it is.
    pub form: PartForm,
    /// Its bytes, without quotes.
    pub span: Range<usize>,
    /// Its bytes, with the quotes that it has, of whatever sort.
    pub whole: Range<usize>,
    /// The name of the member that it is a value of, or an item of a list in the value: an index into
    /// [`Outline::parts`]. None for names, and outside of members.
    pub name: Option<usize>,
}

/// What a part of an outline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartForm {
    /// The name of a member, in quotes.
    Name,
    /// The name of a member, without quotes.
    BareName,
    /// A string.
    Text,
    /// A text that should be a string, without quotes or with the second one only.
    BareText,
    /// A number, or what begins as one and is none.
    Number,
    /// `true`, `false` or `null`, or what other languages have for it: `True`, `None`, `NaN`.
    Literal,
}

impl PartForm {
    /// Whether it is a name.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::BareName)
    }
}
