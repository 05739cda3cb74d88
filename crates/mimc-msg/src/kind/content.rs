//! What a message carries or a receipt names: text, or a file of some medium.

use std::borrow::Cow;
use std::fmt;

/// `TEXT`, or a word before `_FILE`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Content<'a> {
    /// `TEXT`.
    Text,
    /// `PIC_FILE`, `AUDIO_FILE`, `BIN_FILE`, ...
    File(Medium<'a>),
}

impl Content<'_> {
    /// The same content, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Content<'static> {
        match self {
            Self::Text => Content::Text,
            Self::File(medium) => Content::File(medium.into_owned()),
        }
    }
}

impl fmt::Display for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("TEXT"),
            Self::File(medium) => write!(f, "{medium}_FILE"),
        }
    }
}

/// How a content is written.
pub(super) enum Word {
    /// `TEXT`
    Text,
    /// A word of so many bytes, then `_FILE`.
    BeforeFile(usize),
}

impl Word {
    /// Reads a content; None where the text is none.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text == "TEXT" {
            return Some(Self::Text);
        }
        let word = text.strip_suffix("_FILE")?;
        is_word(word).then_some(Self::BeforeFile(word.len()))
    }
}

/// The sort of a file: `PIC` of `PIC_FILE`. Upper-case words and digits, joined by `_`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Medium<'a>(Cow<'a, str>);

impl<'a> Medium<'a> {
    /// `PIC`: a picture.
    pub const PIC: Medium<'static> = Medium(Cow::Borrowed("PIC"));
    /// `AUDIO`: a voice message.
    pub const AUDIO: Medium<'static> = Medium(Cow::Borrowed("AUDIO"));
    /// `BIN`: any other file.
    pub const BIN: Medium<'static> = Medium(Cow::Borrowed("BIN"));
    /// The media that the manual names.
    pub const DOCUMENTED: [Medium<'static>; 3] = [Self::PIC, Self::AUDIO, Self::BIN];

    /// A medium of the grammar `[A-Z0-9]+(_[A-Z0-9]+)*`.
    ///
    /// # Errors
    /// Where the word does not follow it.
    pub fn new(word: impl Into<Cow<'a, str>>) -> Result<Self, InvalidMedium> {
        let word = word.into();
        if is_word(&word) { Ok(Self(word)) } else { Err(InvalidMedium) }
    }

    /// The first `length` bytes of a kind's text, which the grammar has accepted.
    pub(super) fn cut(text: Cow<'a, str>, length: usize) -> Self {
        Self(match text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[..length]),
            Cow::Owned(mut text) => {
                text.truncate(length);
                Cow::Owned(text)
            }
        })
    }

    /// The word, such as `PIC`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same medium, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Medium<'static> {
        Medium(Cow::Owned(self.0.into_owned()))
    }
}

impl fmt::Display for Medium<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A word that is no medium.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a medium is upper-case letters and digits, in words joined by `_`")]
#[non_exhaustive]
pub struct InvalidMedium;

/// `[A-Z0-9]+(_[A-Z0-9]+)*`
fn is_word(text: &str) -> bool {
    // Whether the next character may be `_`, and whether the text may end.
    let mut after_letter = false;
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'0'..=b'9' => after_letter = true,
            b'_' if after_letter => after_letter = false,
            _ => return false,
        }
    }
    after_letter
}
