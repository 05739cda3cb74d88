//! What decoding gives: a message with its report, or a text that is none; and the buffers for it.

use crate::dialect::{Dialect, Dialects};
use crate::envelope::Envelope;
use crate::error::DecodeError;
use crate::flags::Flags;
use crate::report::{Deviations, Notes};

/// Buffers for what cannot be borrowed from a message, to be used again for message after message: what base64 holds, and
/// bodies with escapes.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    pub(super) message: Vec<u8>,
    pub(super) body: Vec<u8>,
}

impl Scratch {
    /// Empty buffers; they grow to the largest message that they have held.
    #[must_use]
    pub const fn new() -> Self {
        Self { message: Vec::new(), body: Vec::new() }
    }
}

/// A decoded message and what was seen on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded<'a> {
    /// The message.
    pub envelope: Envelope<'a>,
    /// The dialect that it is written in. None where several fit and disagree: then the body is kept
    /// untouched, as the first of [`Self::fits`] has it. Pin the dialect before writing it in another.
    pub dialect: Option<Dialect>,
    /// The dialects that fit; more than one only where the form alone does not tell.
    pub fits: Dialects,
    /// The forms that strict decoding refuses.
    pub deviations: Deviations,
    /// What else a reader may want to know.
    pub notes: Notes,
}

impl Decoded<'_> {
    /// The same, owning its texts.
    #[must_use]
    pub fn into_owned(self) -> Decoded<'static> {
        let Self { envelope, dialect, fits, deviations, notes } = self;
        Decoded { envelope: envelope.into_owned(), dialect, fits, deviations, notes }
    }
}

/// What a text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Message<'a> {
    /// An envelope of an official dialect.
    Envelope(Decoded<'a>),
    /// Something else, taken whole.
    Foreign(Foreign<'a>),
}

impl<'a> Message<'a> {
    /// The envelope.
    ///
    /// # Errors
    /// [`DecodeError::NotAnEnvelope`] where it is something else.
    pub fn into_envelope(self) -> Result<Decoded<'a>, DecodeError> {
        match self {
            Self::Envelope(decoded) => Ok(decoded),
            Self::Foreign(foreign) => {
                Err(DecodeError::NotAnEnvelope { object: foreign.form == ForeignForm::Object })
            }
        }
    }
}

/// A text that is no envelope, whole and uninterpreted.
///
/// Community formats (kefu, Flutter, Gson byte arrays, ...) and the raw texts of the C#, Go and C++
/// demos come through this way. Source: `docs/evidence.md` A, 9 and 14 to 26.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Foreign<'a> {
    /// Whether it is a JSON object or anything else.
    pub form: ForeignForm,
    /// All of it.
    pub bytes: &'a [u8],
    /// Deviations of what was around it: [`Deviation::Base64Mime`](crate::Deviation::Base64Mime).
    pub deviations: Deviations,
}

impl<'a> Foreign<'a> {
    pub(super) const fn new(form: ForeignForm, bytes: &'a [u8]) -> Self {
        Self { form, bytes, deviations: Flags::NONE }
    }

    /// The text, where the bytes are UTF-8.
    #[must_use]
    pub fn text(&self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes).ok()
    }
}

/// What sort of text is no envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ForeignForm {
    /// Anything that does not begin with `{`: text, bytes, nothing.
    Raw,
    /// A JSON object without the members of an envelope.
    Object,
}
