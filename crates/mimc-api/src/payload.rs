//! Payloads as the server hands them out: base64 of a message, undecoded until asked for.

use std::borrow::Cow;
use std::fmt;

use mimc_msg::{Base64Forms, Codec, DecodeError, Decoded, InvalidBase64, Message, Place, Scratch};
use serde::{Deserialize, Serialize};

use crate::note::{Note, Notes};

/// The base64 of a message, as it came.
///
/// History and callbacks have it in one line, the contact list in lines of 76 characters, each with CR LF
/// behind it (EVIDENCE B.4, B.6).
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(extend("contentEncoding" = "base64")))]
#[serde(transparent)]
pub struct Payload<'a>(Cow<'a, str>);

impl<'a> Payload<'a> {
    /// The payload of these bytes, in one line.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        Self(Cow::Owned(Base64Forms::encode(bytes)))
    }

    /// The payload of these bytes in lines, as the contact list has it.
    #[must_use]
    pub fn in_lines(bytes: &[u8]) -> Self {
        let mut lines = String::new();
        let mut rest = &*Base64Forms::encode(bytes);
        while !rest.is_empty() {
            let (line, below) = rest.split_at(rest.len().min(76));
            lines.push_str(line);
            lines.push_str("\r\n");
            rest = below;
        }
        Self(Cow::Owned(lines))
    }

    /// A payload from its base64, which is not looked at.
    #[must_use]
    pub fn from_base64(text: impl Into<Cow<'a, str>>) -> Self {
        Self(text.into())
    }

    /// The same payload, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Payload<'static> {
        Payload(Cow::Owned(self.0.into_owned()))
    }

    /// The base64 as it came.
    #[must_use]
    pub fn as_base64(&self) -> &str {
        &self.0
    }

    /// The bytes of the message. Line breaks are read.
    ///
    /// # Errors
    /// Where it is not base64.
    pub fn bytes(&self) -> Result<Vec<u8>, InvalidBase64> {
        forms().decode(self.0.as_bytes())
    }

    /// The message, with the `bizType` that travelled beside it.
    ///
    /// # Errors
    /// See [`DecodeError`]; [`Self::read_with`] also takes texts that are no envelopes.
    pub fn decode(&self, biz_type: Option<&str>) -> Result<Decoded<'static>, DecodeError> {
        let mut scratch = Scratch::new();
        let codec = Codec::new().biz_type(biz_type.unwrap_or_default());
        codec
            .base64(forms())
            .decode_base64(self.0.as_bytes(), &mut scratch)
            .map(Decoded::into_owned)
    }

    /// The message as a decoder of yours reads it, without copying what it need not.
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn read_with<'p>(
        &'p self,
        codec: Codec<'p>,
        scratch: &'p mut Scratch,
    ) -> Result<Message<'p>, DecodeError> {
        codec.base64(forms()).read_base64(self.0.as_bytes(), scratch)
    }

    /// The bytes of a contact's payload, which may have lines of up to 76 characters, each with CR LF behind
    /// it; and what is odd about its lines.
    ///
    /// # Errors
    /// Where it is not base64.
    pub fn check_lines(&self) -> Result<(Vec<u8>, Notes), InvalidBase64> {
        let bytes = self.bytes()?;
        let mut notes = Notes::new();
        let mut start = 0;
        for line in self.0.split_inclusive('\n') {
            let place = |length| {
                let mut place = Place::new("", start);
                place.length = length;
                place
            };
            let text = line.trim_end_matches(['\r', '\n']);
            if text.len() > 76 && text.len() < self.0.len() {
                notes.add(Note::MimeLineLong, place(text.len()));
            }
            if line.ends_with('\n') && !line.ends_with("\r\n") {
                notes.add(Note::MimeBareLf, place(line.len()));
            }
            start += line.len();
        }
        Ok((bytes, notes))
    }

    /// What is odd about the payload of a history page or callback.
    pub(crate) fn oddity(&self) -> Option<Note> {
        let text = self.0.as_bytes();
        if Base64Forms::CANONICAL.accepts(text) {
            return None;
        }
        Some(if forms().accepts(text) { Note::Base64Mime } else { Note::PayloadInvalid })
    }

    /// What is odd about the payload of a contact, which may have lines.
    pub(crate) fn oddities_in_lines(&self) -> Vec<Note> {
        match self.check_lines() {
            Ok((_, notes)) => notes.iter().map(|noted| noted.note).collect(),
            Err(_) => vec![Note::PayloadInvalid],
        }
    }
}

/// Line breaks are read; the notes tell where they should not be.
pub(crate) const fn forms() -> Base64Forms {
    Base64Forms::CANONICAL.mime()
}

/// Without the payload itself.
impl fmt::Debug for Payload<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Payload({} characters of base64)", self.0.len())
    }
}
