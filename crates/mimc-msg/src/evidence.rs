//! Why a message is of its dialect: what was read from where, and what speaks against the others.

use crate::dialect::{BodyMember, Dialect, Dialects, TimestampForm, TypePlace};
use crate::error::Place;
use crate::report::Deviation;

/// Which dialect a message is written in, on what evidence, and what speaks against the others.
///
/// It is made on request, by [`Codec::evidence`](crate::Codec::evidence), and says what decoding says.
///
/// ```
/// use mimc_msg::{Codec, Confidence, Dialect, Question};
///
/// let bytes = br#"{"version":0,"msgId":"a1B2c-1","timestamp":1545379200000,"payload":"aGk="}"#;
/// let evidence = Codec::new().biz_type("TEXT").evidence(bytes)?;
/// assert_eq!(evidence.dialect, Some(Dialect::ANDROID_A2));
/// assert_eq!(evidence.confidence, Confidence::Sure);
///
/// let timestamp = evidence.answers.iter().find(|answer| answer.question == Question::Timestamp).unwrap();
/// assert_eq!((timestamp.found, &*timestamp.place.as_ref().unwrap().pointer), ("a number", "/timestamp"));
///
/// // It is nearly one of the iOS demo.
/// let ios = evidence.ruled_out.iter().find(|other| other.dialect == Dialect::IOS).unwrap();
/// assert_eq!(ios.objections[0].question, Question::Timestamp);
/// assert_eq!(ios.objections[0].expected, "a string");
/// # Ok::<(), mimc_msg::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// The dialect, as [`Decoded::dialect`](crate::Decoded::dialect) has it.
    pub dialect: Option<Dialect>,
    /// The dialects that fit, as [`Decoded::fits`](crate::Decoded::fits) has them.
    pub fits: Dialects,
    /// How sure that is.
    pub confidence: Confidence,
    /// What the message answers to each question that was asked, in the order of [`Question`].
    pub answers: Vec<Answer>,
    /// The forms that the makers of the dialect do not write, with their places, in the order found.
    pub deviations: Vec<(Deviation, Place)>,
    /// The dialects that do not fit, those first against which least speaks.
    pub ruled_out: Vec<RuledOut>,
}

/// How sure it is that a message is of a dialect. Where none fits, decoding is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Confidence {
    /// The caller has pinned it.
    Pinned,
    /// One fits.
    Sure,
    /// Two fit that mean the same, and the order of the keys is one's.
    ByOrder,
    /// Several fit that read it differently.
    Several,
}

impl Confidence {
    /// All of them, the surest first.
    pub const ALL: &'static [Self] = &[Self::Pinned, Self::Sure, Self::ByOrder, Self::Several];

    /// Its stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pinned => "pinned",
            Self::Sure => "sure",
            Self::ByOrder => "by-order",
            Self::Several => "several",
        }
    }

    /// In plain words.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Pinned => "pinned by the caller",
            Self::Sure => "sure: no other dialect fits",
            Self::ByOrder => "two fit and mean the same: the order of the keys tells them apart",
            Self::Several => "several fit and read it differently: pin one",
        }
    }
}

/// What tells dialects apart (RULES 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Question {
    /// Where the type is, and whether it is a text or a code.
    Type,
    /// Whether the `bizType` beside the message is digits.
    Beside,
    /// Whether `timestamp` is a string or a number.
    Timestamp,
    /// Whether the body is in `payload` or in `content`.
    Body,
    /// Whether the body is base64.
    Encoding,
    /// In which order the members stand.
    Order,
}

impl Question {
    /// All of them, in their order.
    pub const ALL: &'static [Self] =
        &[Self::Type, Self::Beside, Self::Timestamp, Self::Body, Self::Encoding, Self::Order];

    /// Its stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Beside => "beside",
            Self::Timestamp => "timestamp",
            Self::Body => "body",
            Self::Encoding => "encoding",
            Self::Order => "order",
        }
    }

    /// In plain words.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Type => "where the type is, and whether it is a text or a code",
            Self::Beside => "whether the `bizType` beside the message is digits",
            Self::Timestamp => "whether `timestamp` is a string or a number",
            Self::Body => "whether the body is in `payload` or in `content`",
            Self::Encoding => "whether the body is base64",
            Self::Order => "in which order the members stand",
        }
    }

    /// What a message of the dialect answers.
    #[must_use]
    pub(crate) const fn expected(self, dialect: Dialect) -> &'static str {
        match self {
            Self::Type => match dialect.type_place {
                TypePlace::MsgTypeText => "a text in `msgType`",
                TypePlace::MsgTypeCode => "a code in `msgType`",
                TypePlace::Type => "in `type`",
                TypePlace::OutsideText | TypePlace::OutsideCode => "beside the message",
            },
            Self::Beside => match dialect.type_place {
                TypePlace::OutsideCode => "digits",
                _ => "a text",
            },
            Self::Timestamp => match dialect.timestamp {
                TimestampForm::String => "a string",
                TimestampForm::Number => "a number",
            },
            Self::Body => match dialect.body {
                BodyMember::Payload => "in `payload`",
                BodyMember::Content => "in `content`",
            },
            Self::Encoding if dialect.is_base64() => "base64",
            Self::Encoding => "plain",
            // Of the dialects that the order tells apart, these have `version` in front.
            Self::Order => match dialect {
                Dialect::ANDROID_A1 => "`version` before `msgId`",
                Dialect::WEBJS_W3 => "`version`, `msgId`, `timestamp`, `payload`",
                Dialect::JAVA_J1 => "`msgId` before `version`",
                _ => "any other",
            },
        }
    }
}

/// What a message answers to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// The question.
    pub question: Question,
    /// What was found, in a few words.
    pub found: &'static str,
    /// The value that it was read from; None where there is none, or it is the message as a whole.
    pub place: Option<Place>,
}

impl Answer {
    pub(crate) fn new(question: Question, found: &'static str, place: Option<Place>) -> Self {
        Self { question, found, place }
    }
}

/// A dialect that a message is not written in, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuledOut {
    /// The dialect.
    pub dialect: Dialect,
    /// What its messages have otherwise, in the order of [`Question`]; empty only under a pin.
    pub objections: Vec<Objection>,
}

/// What messages of a dialect have otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Objection {
    /// In which respect.
    pub question: Question,
    /// What they have.
    pub expected: &'static str,
}

impl Objection {
    pub(crate) const fn new(question: Question, dialect: Dialect) -> Self {
        Self { question, expected: question.expected(dialect) }
    }
}
