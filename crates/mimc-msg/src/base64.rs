//! The one home of base64: the alphabet, the padding, and what else a caller may allow.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use base64::DecodeError as Error;
use base64::DecodeSliceError as SliceError;
use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig};

#[cfg(not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon"))))]
type Engine = base64::engine::GeneralPurpose;
#[cfg(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon")))]
type Engine = base64::engine::Simd;

/// RFC 4648 section 4, padded, canonical: what every official sender writes (EVIDENCE A), and the
/// only form in which two texts never mean the same bytes. The `Simd` engine has the same verdicts and
/// offsets as `STANDARD` and is about seven times as fast.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireCanonical)
        .with_decode_allow_trailing_bits(false);
    engine(config)
});

#[cfg(not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon"))))]
fn engine(config: GeneralPurposeConfig) -> Engine {
    Engine::new(&base64::alphabet::STANDARD, config)
}
#[cfg(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon")))]
fn engine(config: GeneralPurposeConfig) -> Engine {
    Engine::standard(config)
}

/// Forms of base64 that a caller may allow beside the canonical one. None is allowed unless asked for.
///
/// ```
/// use mimc_msg::{Base64Forms, Codec};
///
/// let bytes = br#"{"version":0,"msgId":"a-1","msgType":103,"timestamp":1531738530000,"content":"aGk"}"#;
/// assert!(Codec::new().decode(bytes).is_err());
/// assert!(Codec::new().base64(Base64Forms::CANONICAL.unpadded()).decode(bytes).is_ok());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Base64Forms {
    unpadded: bool,
    url_safe: bool,
    mime: bool,
}

impl Base64Forms {
    /// RFC 4648 section 4 alone: padded, one line, unused bits zero.
    pub const CANONICAL: Self = Self { unpadded: false, url_safe: false, mime: false };

    /// Allows the padding to be left out.
    #[must_use]
    pub const fn unpadded(mut self) -> Self {
        self.unpadded = true;
        self
    }

    /// Allows `-` and `_` for `+` and `/` (RFC 4648 section 5).
    #[must_use]
    pub const fn url_safe(mut self) -> Self {
        self.url_safe = true;
        self
    }

    /// Allows line breaks, CR LF or LF (RFC 2045 section 6.8).
    #[must_use]
    pub const fn mime(mut self) -> Self {
        self.mime = true;
        self
    }

    /// Decodes a text that is written in one of these forms.
    ///
    /// ```
    /// use mimc_msg::Base64Forms;
    ///
    /// assert_eq!(Base64Forms::CANONICAL.decode(b"aGk=")?, b"hi");
    /// assert_eq!(Base64Forms::CANONICAL.decode(b"aG=k").unwrap_err().offset, 2);
    /// assert_eq!(Base64Forms::CANONICAL.mime().decode(b"aGk=\r\n")?, b"hi");
    /// # Ok::<(), mimc_msg::InvalidBase64>(())
    /// ```
    ///
    /// # Errors
    /// Where it is not.
    pub fn decode(self, text: &[u8]) -> Result<Vec<u8>, InvalidBase64> {
        let mut bytes = Vec::new();
        self.decode_into(text, &mut bytes)?;
        Ok(bytes)
    }

    /// Whether a text is written in one of these forms. For canonical texts nothing is allocated.
    ///
    /// ```
    /// use mimc_msg::Base64Forms;
    ///
    /// assert!(Base64Forms::CANONICAL.accepts(b"aGk="));
    /// assert!(!Base64Forms::CANONICAL.accepts(b"aGk"));
    /// assert!(Base64Forms::CANONICAL.unpadded().accepts(b"aGk"));
    /// ```
    #[must_use]
    pub fn accepts(self, text: &[u8]) -> bool {
        is_canonical(text) || self != Self::CANONICAL && self.decode(text).is_ok()
    }

    /// The canonical base64 of these bytes: every one of these forms reads it.
    #[must_use]
    pub fn encode(bytes: &[u8]) -> String {
        let mut text = Vec::new();
        encode_to(bytes, &mut text);
        String::from_utf8(text).unwrap_or_default()
    }

    /// The text in canonical spelling, as far as these forms say how.
    fn normalise(self, text: &[u8]) -> Cow<'_, [u8]> {
        let mut canonical = self.one_line(text);
        if self.url_safe && memchr::memchr2(b'-', b'_', &canonical).is_some() {
            for byte in canonical.to_mut() {
                match byte {
                    b'-' => *byte = b'+',
                    b'_' => *byte = b'/',
                    _ => {}
                }
            }
        }
        let padded = canonical.len().next_multiple_of(4);
        if self.unpadded && padded > canonical.len() && memchr::memchr(b'=', &canonical).is_none() {
            canonical.to_mut().resize(padded, b'=');
        }
        canonical
    }

    /// The text without the line breaks that these forms allow.
    fn one_line(self, text: &[u8]) -> Cow<'_, [u8]> {
        if !self.mime || line_break(text).is_none() {
            return Cow::Borrowed(text);
        }
        let mut line = Vec::with_capacity(text.len().next_multiple_of(4));
        let mut rest = text;
        while let Some(end) = line_break(rest) {
            let before = &rest[..end];
            line.extend_from_slice(before.strip_suffix(b"\r").unwrap_or(before));
            rest = &rest[end + 1..];
        }
        line.extend_from_slice(rest);
        Cow::Owned(line)
    }

    /// Where in the text the characters are that are no line breaks.
    fn places(self, text: &[u8]) -> impl Iterator<Item = usize> + '_ {
        (0..text.len()).filter(move |&at| {
            !(self.mime
                && (text[at] == b'\n' || text[at] == b'\r' && text.get(at + 1) == Some(&b'\n')))
        })
    }

    /// Where in the text the character is that the byte `decoded` begins in.
    pub(crate) fn text_offset(self, text: &[u8], decoded: usize) -> usize {
        let nth = decoded / 3 * 4 + decoded % 3;
        self.places(text).nth(nth).unwrap_or(text.len())
    }

    /// The characters of the text that these decoded bytes come from.
    pub(crate) fn text_span(self, text: &[u8], decoded: Range<usize>) -> Range<usize> {
        let start = self.text_offset(text, decoded.start);
        if decoded.is_empty() {
            return start..start;
        }
        // A byte ends in the character behind the one that it begins in.
        let last = decoded.end - 1;
        let end =
            self.places(text).nth(last / 3 * 4 + last % 3 + 1).map_or(text.len(), |at| at + 1);
        start..end
    }

    pub(crate) const fn is_mime(self) -> bool {
        self.mime
    }

    /// As [`Self::decode`], into a buffer that is used again: replaces what it holds. After an error it is empty.
    ///
    /// ```
    /// use mimc_msg::Base64Forms;
    ///
    /// let mut bytes = Vec::new();
    /// for text in ["aGk=", "aGVsbG8="] {
    ///     Base64Forms::CANONICAL.decode_into(text.as_bytes(), &mut bytes)?;
    ///     assert!(bytes.starts_with(b"h"));
    /// }
    /// # Ok::<(), mimc_msg::InvalidBase64>(())
    /// ```
    ///
    /// # Errors
    /// As [`Self::decode`].
    pub fn decode_into(self, text: &[u8], out: &mut Vec<u8>) -> Result<(), InvalidBase64> {
        let canonical = self.normalise(text);
        // What is there already need not be cleared: a fifth of the time of a large text.
        out.resize(base64::decoded_len_estimate(canonical.len()), 0);
        let decoded = ENGINE.decode_slice(&*canonical, out);
        out.truncate(decoded.as_ref().map_or(0, |length| *length));
        let error = match decoded {
            Ok(_) => return Ok(()),
            Err(SliceError::DecodeError(error)) => error,
            // There is always room.
            Err(SliceError::OutputSliceTooSmall) => Error::InvalidLength(canonical.len()),
        };
        let (at, why) = match error {
            Error::InvalidByte(at, b'=') => (at, "padding stands inside the text"),
            Error::InvalidByte(at, _) => (at, "a character is not of the alphabet"),
            Error::InvalidLength(_) => (canonical.len(), "the length is not a multiple of 4"),
            Error::InvalidLastSymbol { offset, .. } => (offset, "unused bits are not zero"),
            Error::InvalidPadding => (canonical.len(), "the padding is missing or wrong"),
        };
        Err(InvalidBase64 { offset: self.places(text).nth(at).unwrap_or(text.len()), why })
    }
}

/// A text that is not base64 in a form that is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not base64: {why} (byte {offset})")]
#[non_exhaustive]
pub struct InvalidBase64 {
    /// The byte of the text at which it was found.
    pub offset: usize,
    /// What is wrong.
    pub why: &'static str,
}

/// Where the first line of a text ends, if not with the text.
pub(crate) fn line_break(text: &[u8]) -> Option<usize> {
    memchr::memchr(b'\n', text)
}

/// Whether a text is canonical base64; allocates nothing, and takes a third of what decoding does.
pub(crate) fn is_canonical(text: &[u8]) -> bool {
    let (body, unused) = match text {
        [body @ .., b'=', b'='] => (body, 0b1111),
        [body @ .., b'='] => (body, 0b11),
        body => (body, 0),
    };
    // No branch for a byte, so that many are looked at together.
    let odd = body.iter().fold(0, |odd, &byte| odd | u8::from(!is_symbol(byte)));
    let last = body.last().map_or(0, |&last| value_of(last));
    text.len() % 4 == 0 && odd == 0 && last & unused == 0
}

/// Whether it is one of the 64 characters: a letter, one of those from `/` to `9`, or `+`.
#[inline]
const fn is_symbol(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'a') < 26 || byte.wrapping_sub(b'/') < 11 || byte == b'+'
}

/// The six bits that a character stands for.
const fn value_of(symbol: u8) -> u8 {
    match symbol {
        b'A'..=b'Z' => symbol - b'A',
        b'a'..=b'z' => symbol - b'a' + 26,
        b'0'..=b'9' => symbol - b'0' + 52,
        b'+' => 62,
        _ => 63,
    }
}

/// Appends the canonical base64 of `bytes`.
pub(crate) fn encode_to(bytes: &[u8], out: &mut Vec<u8>) {
    let start = out.len();
    out.resize(start + bytes.len().div_ceil(3) * 4, 0);
    // The space is exactly what canonical base64 takes, so it always fits.
    let written = ENGINE.encode_slice(bytes, &mut out[start..]).unwrap_or(0);
    out.truncate(start + written);
}
