//! What a decoder tells beside the message: deviations, which strict decoding refuses, and notes.

use crate::flags::{Flags, flags};

/// A form that the dialect's own makers do not write, but that has only one meaning.
///
/// Lenient decoding reads it and says so; strict decoding refuses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Deviation {
    /// One NUL byte follows the text (the C demo sends `strlen + 1` bytes); it is cut off.
    TrailingNul,
    /// There is no `version`; it counts as 0.
    VersionMissing,
    /// `version` is digits in a string.
    VersionText,
    /// `msgId` is an integer; its decimal text counts.
    MsgIdNumber,
    /// `timestamp` is a string with leading zeros.
    TimestampZeros,
    /// `timestamp` is a string where the dialect has a number, or a number where it has a string.
    TimestampForm,
    /// The type member is null or empty; it counts as absent.
    TypeEmpty,
    /// The type member is a code in a string.
    CodeText,
    /// Both `msgType` and `type` are there, with the same value.
    TypeTwice,
    /// The `bizType` beside the message names another kind; the type inside counts.
    BizTypeConflict,
    /// Both `payload` and `content` are there, with the same value; `payload` counts.
    BodyTwice,
    /// The body stands in `content` where the dialect has `payload`, or the other way round.
    BodyName,
    /// A ping, pong or friend request of the manual's dialects has no body.
    BodyMissing,
    /// A receipt names both `recall_msgId` and `read_msgId`; the one of its kind counts.
    ReceiptBoth,
    /// A receipt's payload is an object written as JSON text in a string.
    ReceiptJsonText,
    /// A receipt's payload is the bare id where the dialect has an object.
    ReceiptBare,
    /// `accepted` is `"true"` or `"false"` in a string.
    AcceptedText,
    /// The text behind the base64 is CESU-8 (emoji of the Web demo before 2019-12-18).
    TextCesu8,
    /// The base64 around the message is broken into lines, as MIME does.
    Base64Mime,
}

flags!(Deviation {
    TrailingNul = "trailing-nul",
    VersionMissing = "version-missing",
    VersionText = "version-text",
    MsgIdNumber = "msg-id-number",
    TimestampZeros = "timestamp-zeros",
    TimestampForm = "timestamp-form",
    TypeEmpty = "type-empty",
    CodeText = "code-text",
    TypeTwice = "type-twice",
    BizTypeConflict = "biz-type-conflict",
    BodyTwice = "body-twice",
    BodyName = "body-name",
    BodyMissing = "body-missing",
    ReceiptBoth = "receipt-both",
    ReceiptJsonText = "receipt-json-text",
    ReceiptBare = "receipt-bare",
    AcceptedText = "accepted-text",
    TextCesu8 = "text-cesu8",
    Base64Mime = "base64-mime",
});

impl Deviation {
    /// What it is, in words.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::TrailingNul => "one NUL byte follows the text",
            Self::VersionMissing => "`version` is missing and counts as 0",
            Self::VersionText => "`version` is digits in a string; it should be an integer",
            Self::MsgIdNumber => "`msgId` is an integer; it should be a string",
            Self::TimestampZeros => "`timestamp` has leading zeros",
            Self::TimestampForm => {
                "`timestamp` is a number where the dialect writes a string, or the other way round"
            }
            Self::TypeEmpty => "the type member is empty and counts as absent",
            Self::CodeText => "the code is written as a string; it should be an integer",
            Self::TypeTwice => "`msgType` and `type` are both there, with the same value",
            Self::BizTypeConflict => "the `bizType` beside the message names another kind",
            Self::BodyTwice => "`payload` and `content` are both there, with the same value",
            Self::BodyName => {
                "the body stands in `content` where the dialect has `payload`, or the other way round"
            }
            Self::BodyMissing => "the body is missing; the dialect names an account there",
            Self::ReceiptBoth => {
                "both `recall_msgId` and `read_msgId` are there; the one of the kind counts"
            }
            Self::ReceiptJsonText => {
                "the payload is an object written as text; it should be the object itself"
            }
            Self::ReceiptBare => "the payload is a bare id; it should be an object that names it",
            Self::AcceptedText => "`accepted` is written as a string; it should be true or false",
            Self::TextCesu8 => "the text is CESU-8; it should be UTF-8",
            Self::Base64Mime => "the base64 is broken into lines",
        }
    }
}

/// Something that a reader may want to know; never refused, also in strict decoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Note {
    /// `version` is above 0: the body is kept but not interpreted.
    VersionUnknown,
    /// The kind is custom, in the wrong case, or a code that names no kind.
    KindUnknown,
    /// Neither the message nor the `bizType` beside it says what it is.
    TypeMissing,
    /// There are members that nobody told us of, in the envelope or in the payload.
    MembersUnknown,
    /// Several dialects fit and read the body differently; it is kept untouched.
    Ambiguous,
    /// `msgId` has a control character.
    MsgIdControl,
    /// What stands before the last `_` of `msgId` is a documented kind other than the message's.
    MsgIdPrefix,
    /// `timestamp` is below 10^10: probably seconds. It is not changed.
    TimestampSeconds,
    /// `timestamp` is after the year 2100.
    TimestampFar,
    /// The URL of a file is neither http nor https.
    UrlNotHttp,
    /// The URL of a file has white space or a control character.
    UrlUnsafe,
    /// A receipt names itself.
    ReceiptSelf,
}

flags!(Note {
    VersionUnknown = "version-unknown",
    KindUnknown = "kind-unknown",
    TypeMissing = "type-missing",
    MembersUnknown = "members-unknown",
    Ambiguous = "ambiguous",
    MsgIdControl = "msg-id-control",
    MsgIdPrefix = "msg-id-prefix",
    TimestampSeconds = "timestamp-seconds",
    TimestampFar = "timestamp-far",
    UrlNotHttp = "url-not-http",
    UrlUnsafe = "url-unsafe",
    ReceiptSelf = "receipt-self",
});

impl Note {
    /// What it is, in words.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::VersionUnknown => "`version` is above 0: the body is kept, not interpreted",
            Self::KindUnknown => "the kind is none that has a form of its own",
            Self::TypeMissing => "nothing says what kind of message it is",
            Self::MembersUnknown => "there are members that no document names",
            Self::Ambiguous => "dialects that read the body differently fit: it is kept as it is",
            Self::MsgIdControl => "`msgId` has a control character",
            Self::MsgIdPrefix => "`msgId` begins with the name of another kind",
            Self::TimestampSeconds => "`timestamp` is before May 1970: it is probably in seconds",
            Self::TimestampFar => "`timestamp` is after the year 2099",
            Self::UrlNotHttp => "the URL is neither http nor https",
            Self::UrlUnsafe => "the URL has white space or a control character",
            Self::ReceiptSelf => "the receipt names itself",
        }
    }
}

/// The deviations of one message.
pub type Deviations = Flags<Deviation>;
/// The notes on one message.
pub type Notes = Flags<Note>;
