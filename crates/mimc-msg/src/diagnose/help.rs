//! What can be done about a fault.

use std::fmt;

use crate::dialect::{Dialect, Dialects};

/// What can be done about a fault, where one thing is likely meant.
///
/// It is a closed list, so that it can be told in other languages; [`fmt::Display`] tells it in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Help {
    /// The time is in seconds; here it is in milliseconds.
    Seconds(u64),
    /// The time is in microseconds; here it is in milliseconds.
    Microseconds(u64),
    /// The time is in nanoseconds; here it is in milliseconds.
    Nanoseconds(u64),
    /// The text is base64 of a message: [`Codec::decode_base64`](crate::Codec::decode_base64).
    Base64OfMessage,
    /// The text is base64 of base64 of a message.
    Base64Twice,
    /// The text is percent-encoded, as in a URL.
    PercentDecode,
    /// Something stands before the message: headers, the time of a log.
    DropBefore,
    /// The text is a message written as a JSON string.
    MessageInString,
    /// The text is a message as it is, without base64 around it.
    MessageItself,
    /// The message stands in a frame with the type beside it.
    Framed,
    /// The text is an array: its items are to be read one by one.
    OneByOne,
    /// The text is an answer of the HTTP API.
    Answer,
    /// The name or word that was probably meant.
    DidYouMean(&'static str),
    /// The type travelled beside the message, and must be given to the decoder.
    BizType,
    /// These dialects fit; a pin would settle it.
    Pin(Dialects),
    /// What is a text should be written as a number or as true or false, without quotes.
    WithoutQuotes,
    /// What is a number should be written as a text, in quotes.
    InQuotes,
    /// The text is plain where the dialect has base64 of it.
    EncodeBase64,
    /// The alphabet is the one for URLs.
    UrlSafe,
    /// The padding is left out: so many `=` are missing.
    Padding(usize),
    /// The base64 is broken into lines.
    OneLine,
    /// The base64 lacks its end: so many characters are missing at least.
    CutBase64(usize),
    /// The object is written as text; it should be the object itself.
    ObjectItself,
    /// The target belongs in an object, under this name.
    NameTarget(&'static str),
    /// A time with a fraction or exponent should be an integer.
    WholeNumber,
    /// The white space should go.
    Trim,
    /// The text is UTF-16 and should be UTF-8.
    Utf8,
    /// The text is in another encoding, perhaps GBK, and should be UTF-8.
    NotUtf8,
    /// The byte order mark should go.
    DropMark,
    /// JSON has double quotes only.
    DoubleQuotes,
    /// The quotes are typographic.
    StraightQuotes,
    /// The text was escaped as a whole, as in the source of a program or in a log.
    Unescape,
    /// The text was escaped for HTML, with `&quot;` for a quote.
    UnescapeHtml,
    /// JSON has neither NaN nor infinity.
    NoNan,
    /// The name should stand in quotes.
    QuoteName,
    /// The text should stand in quotes.
    QuoteText,
    /// The quote that ends the string is missing.
    CloseQuote,
    /// A quote inside a string must be escaped.
    EscapeQuote,
    /// A backslash inside a string must be escaped.
    EscapeBackslash,
    /// A control character must be written as an escape.
    EscapeControl(u8),
    /// Write this word instead.
    Write(&'static str),
    /// A comma belongs here.
    Comma,
    /// A colon belongs here.
    Colon,
    /// There is a comma too many.
    OneComma,
    /// There is a comma before the closing bracket.
    TrailingComma,
    /// Another bracket should close here, or one is missing before.
    Closer,
    /// JSON has no comments.
    NoComments,
    /// Another text follows; each should stand on a line of its own.
    OneText,
}

impl fmt::Display for Help {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match *self {
            Self::Seconds(millis) => {
                return write!(f, "this is seconds, MIMC uses milliseconds: write {millis}");
            }
            Self::Microseconds(millis) => {
                return write!(f, "this is microseconds, MIMC uses milliseconds: write {millis}");
            }
            Self::Nanoseconds(millis) => {
                return write!(f, "this is nanoseconds, MIMC uses milliseconds: write {millis}");
            }
            Self::DidYouMean(name) => return write!(f, "did you mean `{name}`?"),
            Self::Padding(missing) => {
                let padding = if missing == 1 { "=" } else { "==" };
                return write!(f, "the padding is left out: append `{padding}`");
            }
            Self::CutBase64(missing) => {
                return write!(
                    f,
                    "the base64 was cut off: at least {missing} characters are missing"
                );
            }
            Self::NameTarget(name) => {
                return write!(f, "write the target into an object: {{\"{name}\":\"...\"}}");
            }
            Self::EscapeControl(byte) => {
                return match byte {
                    b'\n' => f.write_str("write a line break as `\\n`"),
                    b'\r' => f.write_str("write a carriage return as `\\r`"),
                    b'\t' => f.write_str("write a tab as `\\t`"),
                    other => write!(f, "write it as `\\u{other:04x}`"),
                };
            }
            Self::Pin(fits) => {
                let names: Vec<&str> = fits.iter().map(Dialect::name).collect();
                let names = names.join(", ");
                return write!(f, "these fit: {names}; if you know who wrote it, pin the dialect");
            }
            Self::Write(word) => return write!(f, "write `{word}`"),
            fixed => fixed.fixed(),
        })
    }
}

impl Help {
    /// What is told without anything to fill in.
    const fn fixed(self) -> &'static str {
        match self {
            Self::Base64OfMessage => "this looks like base64 of a message: decode the base64 first",
            Self::Base64Twice => "this is base64 of base64 of a message: decode it once more",
            Self::PercentDecode => "the text is percent-encoded, as in a URL: decode that first",
            Self::DropBefore => "a message begins further on: remove what stands before its `{`",
            Self::MessageInString => {
                "this is a message inside a JSON string: what the string means is the message"
            }
            Self::MessageItself => "this is a message as it is: there is no base64 around it",
            Self::Framed => {
                "the message stands in the member `message`, its type in `bizType` beside it"
            }
            Self::OneByOne => "this is an array: read its items one by one",
            Self::Answer => "this looks like an answer of the HTTP API; its messages are in `data`",
            Self::BizType => "if the type travelled beside the message, as `bizType`, give it too",
            Self::WithoutQuotes => "write it without quotes",
            Self::InQuotes => "write it as a string, in double quotes",
            Self::EncodeBase64 => {
                "this dialect carries base64 of the text; this looks like the text itself"
            }
            Self::UrlSafe => "this is the alphabet for URLs: write `+` for `-` and `/` for `_`",
            Self::OneLine => "write the base64 on one line",
            Self::ObjectItself => "write the object itself, not as a string",
            Self::WholeNumber => "write a whole number of milliseconds",
            Self::Trim => "remove the white space",
            Self::Utf8 => "the text is UTF-16: convert it to UTF-8",
            Self::NotUtf8 => "the text may be in GBK or another encoding: convert it to UTF-8",
            Self::DropMark => "remove the byte order mark: write UTF-8 without it",
            Self::DoubleQuotes => "JSON has double quotes only",
            Self::StraightQuotes => "these are typographic quotes: write straight ones, `\"`",
            Self::Unescape => {
                "the text is escaped as a whole, as in source code or a log: unescape it once"
            }
            Self::UnescapeHtml => {
                "the text is escaped for HTML, `&quot;` for a quote: unescape it once"
            }
            Self::NoNan => "JSON has neither NaN nor infinity: write null, or leave the member out",
            Self::QuoteName => "write the name in double quotes",
            Self::QuoteText => "write the text in double quotes",
            Self::CloseQuote => "the quote that ends the string is missing",
            Self::EscapeQuote => "a quote inside a string must be escaped: `\\\"`",
            Self::EscapeBackslash => "a backslash inside a string must be escaped: `\\\\`",
            Self::Comma => "a comma belongs here",
            Self::Colon => "a colon belongs here",
            Self::OneComma => "there is a comma too many",
            Self::TrailingComma => "remove the comma before the closing bracket",
            Self::Closer => "another bracket should close here, or one is missing before it",
            Self::OneText => "another text follows: write each on a line of its own",
            Self::NoComments => "JSON has no comments",
            _ => "",
        }
    }
}
