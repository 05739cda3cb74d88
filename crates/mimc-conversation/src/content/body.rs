//! A body in a form that has an order.

use std::borrow::Cow;

use mimc_msg::{Account, Body, Extra, Kind, Payload, Receipt};

/// The parts of a body. Two bodies are the same where their parts are.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct BodyKey<'b> {
    sort: u8,
    texts: [Option<Cow<'b, str>>; 2],
    bytes: Option<&'b [u8]>,
    extra: Vec<(&'b str, &'b str)>,
}

impl<'b> BodyKey<'b> {
    /// None where the body is of a sort that came after this crate.
    pub(super) fn of(body: &'b Body<'_>) -> Option<Self> {
        let name = |account: &'b Option<Account<'_>>| text(account.as_ref()?.as_str());
        let key = match body {
            Body::Ping(account) => Self::new(0, [name(account), None]),
            Body::Pong(account) => Self::new(1, [name(account), None]),
            Body::Text(said) => Self::new(2, [text(said), None]),
            Body::File { medium, url, .. } => Self::new(3, [text(medium.as_str()), text(url)]),
            Body::Recall(receipt) => Self::receipt(4, receipt),
            Body::Read(receipt) => Self::receipt(5, receipt),
            Body::FriendRequest { requester, extra, .. } => {
                Self::new(6, [name(requester), None]).with(extra)
            }
            Body::FriendResponse { responder, accepted, extra, .. } => {
                Self::new(7 + u8::from(*accepted), [name(responder), None]).with(extra)
            }
            Body::Other { kind, payload, .. } => Self::other(kind, payload)?,
            _ => return None,
        };
        Some(key)
    }

    fn new(sort: u8, texts: [Option<Cow<'b, str>>; 2]) -> Self {
        Self { sort, texts, bytes: None, extra: Vec::new() }
    }

    fn with(self, extra: &'b Extra<'_>) -> Self {
        let extra = extra.iter().map(|(name, value)| (name, value.as_str())).collect();
        Self { extra, ..self }
    }

    fn receipt(sort: u8, receipt: &'b Receipt<'_>) -> Self {
        let what = Cow::Owned(receipt.content.to_string());
        Self::new(sort, [Some(what), text(receipt.target.as_str())]).with(&receipt.extra)
    }

    fn other(kind: &'b Kind<'_>, payload: &'b Payload<'_>) -> Option<Self> {
        let (sort, said, bytes) = match payload {
            Payload::Absent => (0, None, None),
            Payload::Text(said) => (1, text(said), None),
            Payload::Bytes(bytes) => (2, None, Some(&**bytes)),
            Payload::Json(json) => (3, text(json.as_str()), None),
            _ => return None,
        };
        // A custom kind may be spelled like a code.
        let code = matches!(kind, Kind::Code(_));
        let key = Self::new(16 + 2 * sort + u8::from(code), [Some(kind.to_text()), said]);
        Some(Self { bytes, ..key })
    }

    /// How many bytes of text it has.
    pub(super) fn len(&self) -> usize {
        let texts: usize = self.texts.iter().flatten().map(|text| text.len()).sum();
        let extra: usize = self.extra.iter().map(|(name, value)| name.len() + value.len()).sum();
        texts + self.bytes.map_or(0, <[u8]>::len) + extra
    }
}

#[allow(clippy::unnecessary_wraps, reason = "what is there of a body's parts")]
fn text(text: &str) -> Option<Cow<'_, str>> {
    Some(Cow::Borrowed(text))
}
