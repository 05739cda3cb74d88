//! The kind of a message: a grammar, not a list.

mod code;
mod content;

use std::borrow::Cow;
use std::fmt;

use content::Word;

pub use code::KindCode;
pub(crate) use code::is_digits;
pub use content::{Content, InvalidMedium, Medium};

/// What a message is: the manual's `msgType`, later `type`, later the `bizType` beside the message.
///
/// Any string parses, and `Display` gives the same string back:
///
/// ```
/// use mimc_msg::{Content, Kind};
///
/// assert_eq!(Kind::parse("TEXT_RECALL"), Kind::Recall(Content::Text));
/// assert!(matches!(Kind::parse("VIDEO_FILE_READ"), Kind::Read(Content::File(m)) if m.as_str() == "VIDEO"));
/// assert_eq!(Kind::parse("STICKER").to_string(), "STICKER");
/// assert!(Kind::parse("text").is_custom());   // kinds are case sensitive
/// ```
///
/// Source: the manual, 推荐消息格式 (recommended message formats); friend requests: the manual of
/// 2018-03-16; codes: the Android and Java demos.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind<'a> {
    /// `PING`: asks whether the other side is online.
    Ping,
    /// `PONG`: answers a ping.
    Pong,
    /// `TEXT`: a text message.
    Text,
    /// `PIC_FILE`, `AUDIO_FILE`, `BIN_FILE` and any other word before `_FILE`: the URL of a file.
    File(Medium<'a>),
    /// `TEXT_RECALL` or `*_FILE_RECALL`: takes a message back.
    Recall(Content<'a>),
    /// `TEXT_READ` or `*_FILE_READ`: says that a message has been read.
    Read(Content<'a>),
    /// `ADD_FRIEND_REQUEST`: asks for friendship.
    FriendRequest,
    /// `ADD_FRIEND_RESPONSE`: accepts or declines it.
    FriendResponse,
    /// Any other text; only [`Kind::parse`] makes it.
    Custom(CustomKind<'a>),
    /// A number that stands for no kind that we know; only the decoder reads digits as codes.
    Code(KindCode<'a>),
    /// The message says nowhere what it is. Its text is empty.
    Absent,
}

/// The text of a kind outside the grammar, such as `STICKER` or `text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CustomKind<'a>(Cow<'a, str>);

impl CustomKind<'_> {
    /// The text, as it came.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a receipt says of a message.
#[derive(Clone, Copy)]
enum Receipt {
    Recall,
    Read,
}

impl<'a> Kind<'a> {
    /// Reads a kind from its text. Digits are never mapped to the kind of a code here.
    #[must_use]
    pub fn parse(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        match &*text {
            "" => return Self::Absent,
            "TEXT" => return Self::Text,
            "PING" => return Self::Ping,
            "PONG" => return Self::Pong,
            "ADD_FRIEND_REQUEST" => return Self::FriendRequest,
            "ADD_FRIEND_RESPONSE" => return Self::FriendResponse,
            _ => {}
        }
        let (content, receipt) = if let Some(content) = text.strip_suffix("_RECALL") {
            (content, Some(Receipt::Recall))
        } else if let Some(content) = text.strip_suffix("_READ") {
            (content, Some(Receipt::Read))
        } else {
            (&*text, None)
        };
        let content = match Word::of(content) {
            Some(Word::Text) => Content::Text,
            Some(Word::BeforeFile(length)) => Content::File(Medium::cut(text, length)),
            None => return Self::Custom(CustomKind(text)),
        };
        match (receipt, content) {
            (Some(Receipt::Recall), content) => Self::Recall(content),
            (Some(Receipt::Read), content) => Self::Read(content),
            (None, Content::Text) => Self::Text,
            (None, Content::File(medium)) => Self::File(medium),
        }
    }

    /// The content that the kind carries (`TEXT`, `*_FILE`) or a receipt names.
    #[must_use]
    pub fn content(&self) -> Option<Content<'a>> {
        match self {
            Self::Text => Some(Content::Text),
            Self::File(medium) => Some(Content::File(medium.clone())),
            Self::Recall(content) | Self::Read(content) => Some(content.clone()),
            _ => None,
        }
    }

    /// Whether the kind is a text outside the grammar.
    #[must_use]
    pub const fn is_custom(&self) -> bool {
        matches!(self, Self::Custom(_))
    }

    /// Whether the grammar gives the body of this kind a shape: neither custom, nor a code, nor absent.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        !matches!(self, Self::Custom(_) | Self::Code(_) | Self::Absent)
    }

    /// Whether the manual or an SDK names this kind: the grammar is wider.
    #[must_use]
    pub fn is_documented(&self) -> bool {
        self.is_known()
            && match self.content() {
                Some(Content::File(medium)) => Medium::DOCUMENTED.contains(&medium),
                _ => true,
            }
    }

    /// The kinds that the manual or an SDK names: contents, each with its recall and its read receipt.
    ///
    /// ```
    /// use mimc_msg::Kind;
    ///
    /// assert!(Kind::documented().all(|kind| kind.is_documented()));
    /// assert!(Kind::documented().any(|kind| kind.to_string() == "AUDIO_FILE_RECALL"));
    /// ```
    pub fn documented() -> impl Iterator<Item = Kind<'static>> {
        let files = || Medium::DOCUMENTED.into_iter().map(Content::File);
        let contents = || std::iter::once(Content::Text).chain(files());
        [Kind::Ping, Kind::Pong, Kind::Text]
            .into_iter()
            .chain(Medium::DOCUMENTED.into_iter().map(Kind::File))
            .chain(contents().map(Kind::Recall))
            .chain(contents().map(Kind::Read))
            .chain([Kind::FriendRequest, Kind::FriendResponse])
    }

    /// The kind's number in the Android, Java and first Web demos: 101 to 108.
    #[must_use]
    pub fn code(&self) -> Option<u16> {
        Some(match self {
            Self::Ping => 101,
            Self::Pong => 102,
            Self::Text => 103,
            Self::File(medium) if *medium == Medium::PIC => 104,
            Self::Read(Content::Text) => 105,
            Self::Recall(Content::Text) => 106,
            Self::FriendRequest => 107,
            Self::FriendResponse => 108,
            _ => return None,
        })
    }

    /// The kind that a code of the demos stands for.
    #[must_use]
    pub const fn from_code(code: u16) -> Option<Self> {
        Some(match code {
            101 => Self::Ping,
            102 => Self::Pong,
            103 => Self::Text,
            104 => Self::File(Medium::PIC),
            105 => Self::Read(Content::Text),
            106 => Self::Recall(Content::Text),
            107 => Self::FriendRequest,
            108 => Self::FriendResponse,
            _ => return None,
        })
    }

    /// The kind's text: borrowed from the kind wherever it stands there in one piece.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::Custom(custom) => Cow::Borrowed(custom.as_str()),
            Self::Code(code) => Cow::Borrowed(code.as_str()),
            known => known.known_text(),
        }
    }

    /// The text of a kind that is neither custom nor a code: allocates only where nobody documents it.
    pub(crate) fn known_text(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Ping => "PING",
            Self::Pong => "PONG",
            Self::Text => "TEXT",
            Self::File(medium) => match medium.as_str() {
                "PIC" => "PIC_FILE",
                "AUDIO" => "AUDIO_FILE",
                "BIN" => "BIN_FILE",
                _ => return Cow::Owned(self.to_string()),
            },
            Self::Recall(Content::Text) => "TEXT_RECALL",
            Self::Recall(Content::File(medium)) => match medium.as_str() {
                "PIC" => "PIC_FILE_RECALL",
                "AUDIO" => "AUDIO_FILE_RECALL",
                "BIN" => "BIN_FILE_RECALL",
                _ => return Cow::Owned(self.to_string()),
            },
            Self::Read(Content::Text) => "TEXT_READ",
            Self::Read(Content::File(medium)) => match medium.as_str() {
                "PIC" => "PIC_FILE_READ",
                "AUDIO" => "AUDIO_FILE_READ",
                "BIN" => "BIN_FILE_READ",
                _ => return Cow::Owned(self.to_string()),
            },
            Self::FriendRequest => "ADD_FRIEND_REQUEST",
            Self::FriendResponse => "ADD_FRIEND_RESPONSE",
            Self::Absent => "",
            Self::Custom(_) | Self::Code(_) => return Cow::Owned(self.to_string()),
        })
    }

    /// The same kind, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Kind<'static> {
        match self {
            Self::Ping => Kind::Ping,
            Self::Pong => Kind::Pong,
            Self::Text => Kind::Text,
            Self::File(medium) => Kind::File(medium.into_owned()),
            Self::Recall(content) => Kind::Recall(content.into_owned()),
            Self::Read(content) => Kind::Read(content.into_owned()),
            Self::FriendRequest => Kind::FriendRequest,
            Self::FriendResponse => Kind::FriendResponse,
            Self::Custom(custom) => Kind::Custom(CustomKind(Cow::Owned(custom.0.into_owned()))),
            Self::Code(code) => Kind::Code(code.into_owned()),
            Self::Absent => Kind::Absent,
        }
    }
}

impl fmt::Display for Kind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(medium) => write!(f, "{medium}_FILE"),
            Self::Recall(content) => write!(f, "{content}_RECALL"),
            Self::Read(content) => write!(f, "{content}_READ"),
            other => f.write_str(&other.to_text()),
        }
    }
}
