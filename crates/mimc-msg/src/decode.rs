//! The second pass: what the members of a message mean.

mod body;
mod detect;
mod encoded;
mod evidence;
mod header;
mod kind;
mod notes;
mod outcome;
mod reader;
mod receipt;
mod straight;

use crate::base64::{Base64Forms, line_break};
use crate::dialect::Dialect;
use crate::error::{DecodeError, Place};
use crate::limits::Limits;
use crate::raw_envelope::{Given, RawEnvelope};
use crate::report::{Deviation, Deviations};
use reader::Reader;

pub use header::Header;
pub use outcome::{Decoded, Foreign, ForeignForm, Message, Scratch};
pub(crate) use reader::may_lack_body;
pub(crate) use receipt::TARGETS;

/// Decodes a message of any official dialect, leniently, without a `bizType` beside it.
///
/// ```
/// use mimc_msg::{Body, Dialect};
///
/// // The manual writes plain text, the Android demo base64 under a code: one function reads both.
/// let manual = br#"{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}"#;
/// let android = br#"{"version":0,"msgId":"AF7T1-2","msgType":103,"timestamp":1531738530000,"content":"aGk="}"#;
/// for (bytes, dialect) in [(&manual[..], Dialect::MANUAL_V1), (android, Dialect::ANDROID_A1)] {
///     let decoded = mimc_msg::decode(bytes)?;
///     assert_eq!(decoded.envelope.body, Body::text("hi"));
///     assert_eq!(decoded.dialect, Some(dialect));
/// }
/// # Ok::<(), mimc_msg::DecodeError>(())
/// ```
///
/// # Errors
/// See [`DecodeError`].
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, DecodeError> {
    Codec::new().decode(bytes)
}

/// How to decode: lenient unless [`strict`](Self::strict), any dialect unless pinned to one.
///
/// ```
/// use mimc_msg::{Codec, Deviation, Dialect};
///
/// // The same bytes mean `aGk=` to a reader of the manual and `hi` to the Web demo: only a pin can tell.
/// let bytes = br#"{"version":0,"msgId":"TEXT_1234","timestamp":"1552809600000","payload":"aGk="}"#;
/// let codec = Codec::new().biz_type("TEXT");
/// assert_eq!(codec.decode(bytes)?.fits.len(), 3);
/// assert_eq!(codec.dialect(Dialect::WEBJS_W3).decode(bytes)?.envelope.body, mimc_msg::Body::text("hi"));
///
/// let odd = br#"{"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}"#;
/// assert!(codec.decode(odd)?.deviations.contains(Deviation::VersionMissing));
/// assert!(codec.strict().decode(odd).is_err());
/// # Ok::<(), mimc_msg::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Codec<'a> {
    pub(crate) biz_type: Option<&'a str>,
    pub(crate) dialect: Option<Dialect>,
    pub(crate) strict: bool,
    pub(crate) base64: Base64Forms,
    pub(crate) limits: Limits,
}

impl<'a> Codec<'a> {
    /// Lenient, any dialect, no `bizType`, canonical base64, the default limits.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            biz_type: None,
            dialect: None,
            strict: false,
            base64: Base64Forms::CANONICAL,
            limits: Limits::new(),
        }
    }

    /// The `bizType` that travelled beside the message: a kind's text, or the digits of a code. The
    /// empty text counts as none.
    #[must_use]
    pub const fn biz_type(mut self, biz_type: &'a str) -> Self {
        self.biz_type = if biz_type.is_empty() { None } else { Some(biz_type) };
        self
    }

    /// Pins the dialect: the place of the type, the body member and its encoding must be this
    /// dialect's. The form of the timestamp may deviate; the order of the keys is never checked.
    #[must_use]
    pub const fn dialect(mut self, dialect: Dialect) -> Self {
        self.dialect = Some(dialect);
        self
    }

    /// Refuses every deviation, and no note.
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Allows other forms of base64, in bodies and around messages.
    #[must_use]
    pub const fn base64(mut self, forms: Base64Forms) -> Self {
        self.base64 = forms;
        self
    }

    /// How large and deep a message may be.
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Decodes a message. Borrows from it; the text of a body in base64 or with escapes is allocated.
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn decode(&self, bytes: &'a [u8]) -> Result<Decoded<'a>, DecodeError> {
        self.envelope(Given::Bytes(bytes), None)
    }

    /// As [`Self::decode`], for a text, of which nobody has to check again that it is UTF-8: an eighth of the time.
    ///
    /// ```
    /// let text = r#"{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}"#;
    /// let codec = mimc_msg::Codec::new();
    /// assert_eq!(codec.decode_str(text)?, codec.decode(text.as_bytes())?);
    /// # Ok::<(), mimc_msg::DecodeError>(())
    /// ```
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn decode_str(&self, text: &'a str) -> Result<Decoded<'a>, DecodeError> {
        self.envelope(Given::Text(text), None)
    }

    /// Decodes a message; the text of a body in base64 or with escapes is written to `scratch` and borrowed from there.
    ///
    /// ```
    /// use mimc_msg::{Codec, Scratch};
    ///
    /// let page = [r#"{"version":0,"msgId":"a-1","msgType":103,"timestamp":1531738530000,"content":"aGk="}"#];
    /// let mut scratch = Scratch::new();
    /// for message in page {
    ///     let decoded = Codec::new().decode_with(message.as_bytes(), &mut scratch)?;
    ///     assert_eq!(decoded.envelope.body, mimc_msg::Body::text("hi"));
    /// }
    /// # Ok::<(), mimc_msg::DecodeError>(())
    /// ```
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn decode_with(
        &self,
        bytes: &'a [u8],
        scratch: &'a mut Scratch,
    ) -> Result<Decoded<'a>, DecodeError> {
        self.envelope(Given::Bytes(bytes), Some(&mut scratch.body))
    }

    /// As [`Self::decode_with`], for a text, as [`Self::decode_str`] is for one.
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn decode_str_with(
        &self,
        text: &'a str,
        scratch: &'a mut Scratch,
    ) -> Result<Decoded<'a>, DecodeError> {
        self.envelope(Given::Text(text), Some(&mut scratch.body))
    }

    /// Decodes a message that is wrapped in base64, as payloads of history and callbacks are.
    ///
    /// Line breaks in the base64 are [`Deviation::Base64Mime`], unless [`Self::base64`] allows them, as for
    /// the payloads of the contact list, which have them by nature. Offsets of errors are offsets in `text`.
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn decode_base64(
        &self,
        text: &'a [u8],
        scratch: &'a mut Scratch,
    ) -> Result<Decoded<'a>, DecodeError> {
        let Scratch { message, body } = scratch;
        self.inside(
            text,
            message,
            |message| self.envelope(Given::Bytes(message), Some(body)),
            |decoded| &mut decoded.deviations,
        )
    }

    /// Reads a message, or takes a text that is no envelope as it is.
    ///
    /// # Errors
    /// See [`DecodeError`]: all but [`DecodeError::NotAnEnvelope`].
    pub fn read(&self, bytes: &'a [u8]) -> Result<Message<'a>, DecodeError> {
        self.message(bytes, None)
    }

    /// As [`Self::read`], with `scratch` as in [`Self::decode_with`].
    ///
    /// # Errors
    /// See [`DecodeError`]: all but [`DecodeError::NotAnEnvelope`].
    pub fn read_with(
        &self,
        bytes: &'a [u8],
        scratch: &'a mut Scratch,
    ) -> Result<Message<'a>, DecodeError> {
        self.message(bytes, Some(&mut scratch.body))
    }

    /// As [`Self::read`], for a message that is wrapped in base64.
    ///
    /// # Errors
    /// See [`DecodeError`]: all but [`DecodeError::NotAnEnvelope`].
    pub fn read_base64(
        &self,
        text: &'a [u8],
        scratch: &'a mut Scratch,
    ) -> Result<Message<'a>, DecodeError> {
        let Scratch { message, body } = scratch;
        self.inside(
            text,
            message,
            |message| self.message(message, Some(body)),
            |read| match read {
                Message::Envelope(decoded) => &mut decoded.deviations,
                Message::Foreign(foreign) => &mut foreign.deviations,
            },
        )
    }

    /// The deviations of a message that decodes leniently, each with its place, in the order found.
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn deviations(&self, bytes: &[u8]) -> Result<Vec<(Deviation, Place)>, DecodeError> {
        let raw = RawEnvelope::parse_within(bytes, self.limits)?;
        let mut places = Vec::new();
        let mut reader = Reader::new(&raw, Codec { strict: false, ..*self });
        reader.places = Some(&mut places);
        reader.decode(None)?;
        Ok(places)
    }

    /// As [`Self::deviations`], for a message that is wrapped in base64; places are those in `text`.
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn deviations_base64(&self, text: &[u8]) -> Result<Vec<(Deviation, Place)>, DecodeError> {
        let mut message = Vec::new();
        let lenient = Codec { strict: false, ..*self };
        let (forms, broken) = lenient.unwrap_base64(text, &mut message)?;
        let map = |span| forms.text_span(text, span);
        let mut places = self.deviations(&message).map_err(|error| error.placed(map))?;
        for (_, place) in &mut places {
            place.map(map);
        }
        if let Some(at) = broken {
            places.insert(0, (Deviation::Base64Mime, Place::new("", at)));
        }
        Ok(places)
    }

    /// Reads what stands behind base64, by `read`, with errors and deviations as the text has them. What is read stays where
    /// it was put: moving its 250 bytes took a twentieth of the time of a page of history.
    #[inline]
    fn inside<T>(
        &self,
        text: &[u8],
        message: &'a mut Vec<u8>,
        read: impl FnOnce(&'a [u8]) -> Result<T, DecodeError>,
        deviations: impl FnOnce(&mut T) -> &mut Deviations,
    ) -> Result<T, DecodeError> {
        let (forms, broken) = self.unwrap_base64(text, message)?;
        let mut read = read(message);
        match &mut read {
            Ok(read) if broken.is_some() => deviations(read).insert(Deviation::Base64Mime),
            Ok(_) => {}
            Err(error) => error.map_place(|span| forms.text_span(text, span)),
        }
        read
    }

    /// Decodes the base64 around a message; gives the forms that it was read by, and where the first
    /// line break is that the caller did not allow.
    fn unwrap_base64(
        &self,
        text: &[u8],
        out: &mut Vec<u8>,
    ) -> Result<(Base64Forms, Option<usize>), DecodeError> {
        let broken = self.line_break(text);
        if let Some(at) = broken.filter(|_| self.strict) {
            let place = Place::new("", at);
            return Err(DecodeError::Deviation { deviation: Deviation::Base64Mime, place });
        }
        let forms = if broken.is_some() { self.base64.mime() } else { self.base64 };
        forms.decode_into(text, out).map_err(|invalid| DecodeError::InvalidBase64 {
            place: Place::new("", invalid.offset),
            why: invalid.why,
        })?;
        Ok((forms, broken))
    }

    /// Where the first line break in base64 around a message is, unless the caller allows them.
    fn line_break(&self, text: &[u8]) -> Option<usize> {
        if self.base64.is_mime() { None } else { line_break(text) }
    }

    /// The one way in.
    fn envelope(
        &self,
        given: Given<'a>,
        mut scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Decoded<'a>, DecodeError> {
        let mut raw = RawEnvelope::empty();
        raw.fill(given, self.limits)?;
        if raw.straight {
            if let Some(decoded) = self.straight(&raw, &mut scratch) {
                return Ok(decoded);
            }
        }
        Reader::new(&raw, *self).decode(scratch)
    }

    /// As [`Self::envelope`], with what is no envelope taken as it is.
    fn message(
        &self,
        bytes: &'a [u8],
        scratch: Option<&'a mut Vec<u8>>,
    ) -> Result<Message<'a>, DecodeError> {
        match self.envelope(Given::Bytes(bytes), scratch) {
            Ok(decoded) => Ok(Message::Envelope(decoded)),
            Err(DecodeError::NotAnEnvelope { object }) => {
                let form = if object { ForeignForm::Object } else { ForeignForm::Raw };
                Ok(Message::Foreign(Foreign::new(form, bytes)))
            }
            Err(error) => Err(error),
        }
    }
}
