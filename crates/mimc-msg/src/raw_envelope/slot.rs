//! The names that make an envelope.

/// The members that an envelope is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Version,
    MsgId,
    MsgType,
    Type,
    Timestamp,
    Payload,
    Content,
}

impl Slot {
    pub(crate) const COUNT: u32 = 7;

    pub(crate) const fn pointer(self) -> &'static str {
        match self {
            Self::Version => "/version",
            Self::MsgId => "/msgId",
            Self::MsgType => "/msgType",
            Self::Type => "/type",
            Self::Timestamp => "/timestamp",
            Self::Payload => "/payload",
            Self::Content => "/content",
        }
    }

    /// The slot of a member of this name; every other name is unknown.
    #[inline]
    pub(crate) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "version" => Self::Version,
            "msgId" => Self::MsgId,
            "msgType" => Self::MsgType,
            "type" => Self::Type,
            "timestamp" => Self::Timestamp,
            "payload" => Self::Payload,
            "content" => Self::Content,
            _ => return None,
        })
    }
}
