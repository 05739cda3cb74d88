//! What a message says.

use std::borrow::Cow;

use crate::extra::Extra;
use crate::id::{Account, MsgId};
use crate::json::raw::RawJson;
use crate::kind::{Content, Kind, Medium};

/// The body of a message, by its kind.
///
/// Plain text, a URL, an account or a small object in the manual's dialects; base64 of the same in
/// those of the SDKs (`payload` or `content`). Source: the manual, 推荐消息格式.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Body<'a> {
    /// `PING`: the account of the one who asks. The SDKs send none.
    Ping(Option<Account<'a>>),
    /// `PONG`: the account of the one who answers. The SDKs send none.
    Pong(Option<Account<'a>>),
    /// `TEXT`: the text.
    Text(Cow<'a, str>),
    /// `*_FILE`: where the file can be fetched. Any string is read; notes tell what is odd about it.
    #[non_exhaustive]
    File {
        /// What sort of file it is.
        medium: Medium<'a>,
        /// The URL, as it came.
        url: Cow<'a, str>,
    },
    /// `*_RECALL`: takes the named message back.
    Recall(Receipt<'a>),
    /// `*_READ`: the named message has been read.
    Read(Receipt<'a>),
    /// `ADD_FRIEND_REQUEST`: `{"add_requester": account}`; nothing in the SDKs' dialects.
    #[non_exhaustive]
    FriendRequest {
        /// The account of the one who asks.
        requester: Option<Account<'a>>,
        /// Unknown members of the payload.
        extra: Extra<'a>,
    },
    /// `ADD_FRIEND_RESPONSE`: `{"add_responser": account, "accepted": bool}`; `true` or `false` in
    /// the SDKs' dialects.
    #[non_exhaustive]
    FriendResponse {
        /// The account of the one who answers (`add_responser` on the wire, sic).
        responder: Option<Account<'a>>,
        /// Whether the request is accepted.
        accepted: bool,
        /// Unknown members of the payload.
        extra: Extra<'a>,
    },
    /// A body that is not interpreted: of a custom or absent kind, of a version above 0, ambiguous,
    /// or of a friend request in a dialect where it has none.
    #[non_exhaustive]
    Other {
        /// What the message says it is.
        kind: Kind<'a>,
        /// What it carries.
        payload: Payload<'a>,
    },
}

/// The body of a recall or read: which message it is about.
///
/// `{"recall_msgId": id}` or `{"read_msgId": id}` in the manual's dialects, the bare id in the SDKs'.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Receipt<'a> {
    /// What the named message carries: `TEXT` of `TEXT_RECALL`.
    pub content: Content<'a>,
    /// The id of the named message.
    pub target: MsgId<'a>,
    /// Unknown members of the payload.
    pub extra: Extra<'a>,
}

impl<'a> Receipt<'a> {
    /// A receipt for a message, without further members.
    #[must_use]
    pub const fn new(content: Content<'a>, target: MsgId<'a>) -> Self {
        Self { content, target, extra: Extra::new() }
    }

    /// The same receipt, owning its texts.
    #[must_use]
    pub fn into_owned(self) -> Receipt<'static> {
        Receipt {
            content: self.content.into_owned(),
            target: self.target.into_owned(),
            extra: self.extra.into_owned(),
        }
    }
}

/// A body that is kept as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Payload<'a> {
    /// The message has no body member.
    Absent,
    /// A string; in the SDKs' dialects, the UTF-8 text behind the base64. Of an ambiguous message (see
    /// [`Decoded::dialect`](crate::Decoded::dialect)), the untouched string, which may be base64.
    Text(Cow<'a, str>),
    /// Bytes behind base64 that are not UTF-8.
    Bytes(Cow<'a, [u8]>),
    /// Any other JSON value; for versions above 0, strings too.
    Json(RawJson<'a>),
}

impl Payload<'_> {
    /// The same payload, owning its bytes.
    #[must_use]
    pub fn into_owned(self) -> Payload<'static> {
        match self {
            Self::Absent => Payload::Absent,
            Self::Text(text) => Payload::Text(Cow::Owned(text.into_owned())),
            Self::Bytes(bytes) => Payload::Bytes(Cow::Owned(bytes.into_owned())),
            Self::Json(json) => Payload::Json(json.into_owned()),
        }
    }
}

impl<'a> Body<'a> {
    /// A text message.
    #[must_use]
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A file message.
    #[must_use]
    pub fn file(medium: Medium<'a>, url: impl Into<Cow<'a, str>>) -> Self {
        Self::File { medium, url: url.into() }
    }

    /// A friend request; its payload names who asks.
    #[must_use]
    pub const fn friend_request(requester: Option<Account<'a>>) -> Self {
        Self::FriendRequest { requester, extra: Extra::new() }
    }

    /// An answer to a friend request.
    #[must_use]
    pub const fn friend_response(responder: Option<Account<'a>>, accepted: bool) -> Self {
        Self::FriendResponse { responder, accepted, extra: Extra::new() }
    }

    /// A body that is not interpreted.
    #[must_use]
    pub const fn other(kind: Kind<'a>, payload: Payload<'a>) -> Self {
        Self::Other { kind, payload }
    }

    /// The kind of the message.
    #[must_use]
    pub fn kind(&self) -> Kind<'a> {
        match self {
            Self::Ping(_) => Kind::Ping,
            Self::Pong(_) => Kind::Pong,
            Self::Text(_) => Kind::Text,
            Self::File { medium, .. } => Kind::File(medium.clone()),
            Self::Recall(receipt) => Kind::Recall(receipt.content.clone()),
            Self::Read(receipt) => Kind::Read(receipt.content.clone()),
            Self::FriendRequest { .. } => Kind::FriendRequest,
            Self::FriendResponse { .. } => Kind::FriendResponse,
            Self::Other { kind, .. } => kind.clone(),
        }
    }

    /// The unknown members of the payload, where it is an object that we understand.
    #[must_use]
    pub const fn extra(&self) -> Option<&Extra<'a>> {
        match self {
            Self::Recall(receipt) | Self::Read(receipt) => Some(&receipt.extra),
            Self::FriendRequest { extra, .. } | Self::FriendResponse { extra, .. } => Some(extra),
            _ => None,
        }
    }

    /// The same body, owning its texts.
    #[must_use]
    pub fn into_owned(self) -> Body<'static> {
        match self {
            Self::Ping(account) => Body::Ping(account.map(Account::into_owned)),
            Self::Pong(account) => Body::Pong(account.map(Account::into_owned)),
            Self::Text(text) => Body::Text(Cow::Owned(text.into_owned())),
            Self::File { medium, url } => {
                Body::File { medium: medium.into_owned(), url: Cow::Owned(url.into_owned()) }
            }
            Self::Recall(receipt) => Body::Recall(receipt.into_owned()),
            Self::Read(receipt) => Body::Read(receipt.into_owned()),
            Self::FriendRequest { requester, extra } => Body::FriendRequest {
                requester: requester.map(Account::into_owned),
                extra: extra.into_owned(),
            },
            Self::FriendResponse { responder, accepted, extra } => Body::FriendResponse {
                responder: responder.map(Account::into_owned),
                accepted,
                extra: extra.into_owned(),
            },
            Self::Other { kind, payload } => {
                Body::Other { kind: kind.into_owned(), payload: payload.into_owned() }
            }
        }
    }
}
