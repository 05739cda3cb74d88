//! A body as it is stored.

use mimc_msg::{
    Account, Body, Content, Extra, Kind, KindCode, Medium, MsgId, Payload, RawJson, Receipt,
};
use serde::{Deserialize, Serialize};

use super::record::{Members, extra, members};

/// A body, as it is stored: no dialect has a form for all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(super) enum Stored {
    Ping(Option<String>),
    Pong(Option<String>),
    Text(String),
    File {
        medium: String,
        url: String,
    },
    Recall(Named),
    Read(Named),
    FriendRequest(Asked),
    FriendResponse {
        accepted: bool,
        by: Asked,
    },
    Other {
        kind: StoredKind,
        payload: StoredPayload,
    },
    /// Nothing that is kept has it.
    Unknown,
}

/// What a receipt names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    what: String,
    target: String,
    #[serde(default)]
    extra: Members,
}

/// Whom a friend request or response names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    extra: Members,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum StoredKind {
    Name(String),
    Code(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum StoredPayload {
    Absent,
    Text(String),
    Bytes(Vec<u8>),
    Json(String),
}

impl Stored {
    pub(super) fn new(body: &Body<'_>) -> Self {
        match body {
            Body::Ping(account) => Self::Ping(name(account.as_ref())),
            Body::Pong(account) => Self::Pong(name(account.as_ref())),
            Body::Text(text) => Self::Text(text.clone().into_owned()),
            Body::File { medium, url, .. } => {
                Self::File { medium: medium.as_str().to_owned(), url: url.clone().into_owned() }
            }
            Body::Recall(receipt) => Self::Recall(Named::new(receipt)),
            Body::Read(receipt) => Self::Read(Named::new(receipt)),
            Body::FriendRequest { requester, extra, .. } => {
                Self::FriendRequest(Asked::new(requester.as_ref(), extra))
            }
            Body::FriendResponse { responder, accepted, extra, .. } => Self::FriendResponse {
                accepted: *accepted,
                by: Asked::new(responder.as_ref(), extra),
            },
            Body::Other { kind, payload, .. } => {
                Self::Other { kind: StoredKind::new(kind), payload: StoredPayload::new(payload) }
            }
            _ => Self::Unknown,
        }
    }

    /// None where it is no body.
    pub(super) fn read(self) -> Option<Body<'static>> {
        Some(match self {
            Self::Ping(name) => Body::Ping(name.map(Account::new)),
            Self::Pong(name) => Body::Pong(name.map(Account::new)),
            Self::Text(text) => Body::text(text),
            Self::File { medium, url } => Body::file(Medium::new(medium).ok()?, url),
            Self::Recall(named) => Body::Recall(named.read()?),
            Self::Read(named) => Body::Read(named.read()?),
            Self::FriendRequest(asked) => {
                with_extra(Body::friend_request(asked.account.map(Account::new)), asked.extra)?
            }
            Self::FriendResponse { accepted, by } => {
                let responder = by.account.map(Account::new);
                with_extra(Body::friend_response(responder, accepted), by.extra)?
            }
            Self::Other { kind, payload } => Body::other(kind.read()?, payload.read()?),
            Self::Unknown => return None,
        })
    }
}

impl Named {
    fn new(receipt: &Receipt<'_>) -> Self {
        Self {
            what: receipt.content.to_string(),
            target: receipt.target.as_str().to_owned(),
            extra: members(&receipt.extra),
        }
    }

    fn read(self) -> Option<Receipt<'static>> {
        let what: Content<'static> = match Kind::parse(self.what) {
            kind @ (Kind::Text | Kind::File(_)) => kind.content()?,
            _ => return None,
        };
        let mut receipt = Receipt::new(what, MsgId::new(self.target).ok()?);
        receipt.extra = extra(self.extra)?;
        Some(receipt)
    }
}

impl Asked {
    fn new(account: Option<&Account<'_>>, extra: &Extra<'_>) -> Self {
        Self { account: name(account), extra: members(extra) }
    }
}

impl StoredKind {
    fn new(kind: &Kind<'_>) -> Self {
        let text = kind.to_text().into_owned();
        if matches!(kind, Kind::Code(_)) { Self::Code(text) } else { Self::Name(text) }
    }

    fn read(self) -> Option<Kind<'static>> {
        match self {
            Self::Name(name) => Some(Kind::parse(name)),
            Self::Code(code) => KindCode::parse(&code).map(Kind::into_owned),
        }
    }
}

impl StoredPayload {
    fn new(payload: &Payload<'_>) -> Self {
        match payload {
            Payload::Text(text) => Self::Text(text.clone().into_owned()),
            Payload::Bytes(bytes) => Self::Bytes(bytes.clone().into_owned()),
            Payload::Json(json) => Self::Json(json.as_str().to_owned()),
            _ => Self::Absent,
        }
    }

    fn read(self) -> Option<Payload<'static>> {
        Some(match self {
            Self::Absent => Payload::Absent,
            Self::Text(text) => Payload::Text(text.into()),
            Self::Bytes(bytes) => Payload::Bytes(bytes.into()),
            Self::Json(json) => Payload::Json(RawJson::parse(&json).ok()?.into_owned()),
        })
    }
}

fn name(account: Option<&Account<'_>>) -> Option<String> {
    account.map(|account| account.as_str().to_owned())
}

fn with_extra(mut body: Body<'static>, members: Members) -> Option<Body<'static>> {
    if let Body::FriendRequest { extra, .. } | Body::FriendResponse { extra, .. } = &mut body {
        *extra = self::extra(members)?;
    }
    Some(body)
}
