//! How a sender writes: four questions and a key order, with a name for each official answer.

use std::fmt;
use std::str::FromStr;

use crate::flags::{Flag, Flags};

/// One official way to write a message.
///
/// Senders differ in where the type is, whether `timestamp` is a string or a number, whether the body
/// member is `payload` or `content`, and whether the body is plain or base64. A dialect is the
/// answers to these, and the order of the keys for writing.
///
/// ```
/// use mimc_msg::Dialect;
///
/// assert_eq!("android-a2".parse(), Ok(Dialect::ANDROID_A2));
/// assert_eq!(Dialect::ANDROID_A2.name(), "android-a2");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Dialect {
    index: u8,
    pub(crate) type_place: TypePlace,
    pub(crate) timestamp: TimestampForm,
    pub(crate) body: BodyMember,
    pub(crate) encoding: BodyEncoding,
    pub(crate) order: KeyOrder,
}

/// Where the type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TypePlace {
    /// `"msgType":"TEXT"`
    MsgTypeText,
    /// `"msgType":103`
    MsgTypeCode,
    /// `"type":"TEXT"`
    Type,
    /// Beside the message, as text.
    OutsideText,
    /// Beside the message, as digits.
    OutsideCode,
}

impl TypePlace {
    pub(crate) const fn is_outside(self) -> bool {
        matches!(self, Self::OutsideText | Self::OutsideCode)
    }
}

/// What `timestamp` is in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TimestampForm {
    String,
    Number,
}

/// Which member holds the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum BodyMember {
    Payload,
    Content,
}

impl BodyMember {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Payload => "payload",
            Self::Content => "content",
        }
    }
}

/// How the body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum BodyEncoding {
    Plain,
    Base64,
}

/// In which order a dialect's own makers write the members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum KeyOrder {
    /// version, msgId, type, timestamp, body
    Usual,
    /// body, msgId, type, timestamp, version
    Alphabetical,
}

use BodyEncoding::{Base64, Plain};
use BodyMember::{Content, Payload};
use KeyOrder::{Alphabetical, Usual};
use TimestampForm::{Number, String as Text};
use TypePlace::{MsgTypeCode, MsgTypeText, OutsideCode, OutsideText, Type};

impl Dialect {
    /// The manual of 2018-02-03, and the default for writing: `msgType`, plain `payload`.
    pub const MANUAL_V1: Self = Self::new(0, MsgTypeText, Text, Payload, Plain, Usual);
    /// The manual of 2018-05-22: `type` for `msgType`.
    pub const MANUAL_V2: Self = Self::new(1, Type, Text, Payload, Plain, Usual);
    /// The later manual: the type is the `bizType` beside the message.
    pub const MANUAL_V3: Self = Self::new(2, OutsideText, Text, Payload, Plain, Usual);
    /// The Android demo of 2018-07-16: `msgType` is a code, `content` is base64.
    pub const ANDROID_A1: Self = Self::new(3, MsgTypeCode, Number, Content, Base64, Usual);
    /// The Android demo since 2018-12-21: the type beside the message, `payload` is base64.
    pub const ANDROID_A2: Self = Self::new(4, OutsideText, Number, Payload, Base64, Usual);
    /// The Java demo of 2018-08-10: as [`Self::ANDROID_A1`], keys in alphabetical order.
    pub const JAVA_J1: Self = Self::new(5, MsgTypeCode, Number, Content, Base64, Alphabetical);
    /// The Java demo since 2019-01-24: the code beside the message as digits.
    pub const JAVA_J2: Self = Self::new(6, OutsideCode, Number, Content, Base64, Alphabetical);
    /// The Web demo of 2018-07-12: `msgType` is a code, `timestamp` a string, `content` base64.
    pub const WEBJS_W1: Self = Self::new(7, MsgTypeCode, Text, Content, Base64, Usual);
    /// The Web demo of 2018-12-21: the type beside the message.
    pub const WEBJS_W2: Self = Self::new(8, OutsideText, Text, Content, Base64, Usual);
    /// The Web demo since 2019-03-17: `payload` is base64.
    pub const WEBJS_W3: Self = Self::new(9, OutsideText, Text, Payload, Base64, Usual);
    /// The iOS demo: as [`Self::WEBJS_W3`], keys in any order.
    pub const IOS: Self = Self::new(10, OutsideText, Text, Payload, Base64, Usual);

    const NAMES: [&'static str; 11] = [
        "manual-v1",
        "manual-v2",
        "manual-v3",
        "android-a1",
        "android-a2",
        "java-j1",
        "java-j2",
        "webjs-w1",
        "webjs-w2",
        "webjs-w3",
        "ios",
    ];

    const fn new(
        index: u8,
        type_place: TypePlace,
        timestamp: TimestampForm,
        body: BodyMember,
        encoding: BodyEncoding,
        order: KeyOrder,
    ) -> Self {
        Self { index, type_place, timestamp, body, encoding, order }
    }

    /// The dialect's name, as on the command line and in the vectors.
    #[must_use]
    pub const fn name(self) -> &'static str {
        Self::NAMES[self.index as usize]
    }

    /// Whether the type travels beside the message, as `bizType`.
    #[must_use]
    pub const fn is_type_outside(self) -> bool {
        self.type_place.is_outside()
    }

    /// The member that has the type, `msgType` or `type`; None where the type travels beside the message.
    #[must_use]
    pub const fn type_member(self) -> Option<&'static str> {
        match self.type_place {
            MsgTypeText | MsgTypeCode => Some("msgType"),
            Type => Some("type"),
            OutsideText | OutsideCode => None,
        }
    }

    /// Whether the type is written as a [code](crate::Kind::code): inside as a number, beside as digits.
    #[must_use]
    pub const fn is_type_code(self) -> bool {
        matches!(self.type_place, MsgTypeCode | OutsideCode)
    }

    /// Whether `timestamp` is a number, not a string.
    #[must_use]
    pub const fn is_timestamp_number(self) -> bool {
        matches!(self.timestamp, Number)
    }

    /// The member that has the body: `payload` or `content`.
    #[must_use]
    pub const fn body_member(self) -> &'static str {
        self.body.name()
    }

    /// Whether messages with a code in `msgType` and a number for a time are told apart by their order.
    pub(crate) fn order_tells(self) -> bool {
        matches!(self, Self::ANDROID_A1 | Self::JAVA_J1)
    }

    /// Whether the body is base64 of the text or bytes.
    #[must_use]
    pub const fn is_base64(self) -> bool {
        matches!(self.encoding, Base64)
    }
}

impl Default for Dialect {
    fn default() -> Self {
        Self::MANUAL_V1
    }
}

impl Flag for Dialect {
    const ALL: &'static [Self] = &[
        Self::MANUAL_V1,
        Self::MANUAL_V2,
        Self::MANUAL_V3,
        Self::ANDROID_A1,
        Self::ANDROID_A2,
        Self::JAVA_J1,
        Self::JAVA_J2,
        Self::WEBJS_W1,
        Self::WEBJS_W2,
        Self::WEBJS_W3,
        Self::IOS,
    ];

    fn code(self) -> &'static str {
        self.name()
    }

    fn index(self) -> usize {
        usize::from(self.index)
    }
}

/// A set of dialects.
pub type Dialects = Flags<Dialect>;

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Dialect({})", self.name())
    }
}

impl FromStr for Dialect {
    type Err = UnknownDialect;

    fn from_str(name: &str) -> Result<Self, UnknownDialect> {
        Self::ALL.iter().copied().find(|dialect| dialect.name() == name).ok_or(UnknownDialect)
    }
}

/// A name that is no dialect's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown dialect; the dialects are {}", Dialect::NAMES.join(", "))]
#[non_exhaustive]
pub struct UnknownDialect;
