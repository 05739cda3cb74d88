//! What a message says and who says it, in a form that has an order: by this it is known again.

mod body;

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use mimc_msg::{Account, Body, Envelope, Extra};

use body::BodyKey;

/// What an unknown member takes in memory beside its text, roughly: a place in a list and two texts of their own.
const MEMBER: usize = 160;

/// A message without the ways by which it was seen. Two are the same where sender, id, time, version, body and further
/// members are: the content itself is compared, and no digest of it, so nothing can be made to collide.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) sender: Account<'static>,
    pub(crate) envelope: Envelope<'static>,
    /// Only of what has an effect: the type inside is another than the one beside it.
    pub(crate) disputed: bool,
}

/// What a message does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It is there to be shown.
    Shown,
    Ping,
    Pong,
    FriendRequest,
    FriendResponse {
        accepted: bool,
    },
    Recall,
    Read,
}

impl Content {
    /// None where the body is of a sort that this crate does not know.
    pub(crate) fn new(
        sender: Account<'static>,
        envelope: Envelope<'static>,
        disputed: bool,
    ) -> Option<Self> {
        BodyKey::of(&envelope.body)?;
        let content = Self { sender, envelope, disputed };
        // What has no effect is one message, whether or not its type is doubted.
        let disputed = disputed && content.role() != Role::Shown;
        Some(Self { disputed, ..content })
    }

    pub(crate) fn role(&self) -> Role {
        match &self.envelope.body {
            Body::Ping(_) => Role::Ping,
            Body::Pong(_) => Role::Pong,
            Body::FriendRequest { .. } => Role::FriendRequest,
            Body::FriendResponse { accepted, .. } => Role::FriendResponse { accepted: *accepted },
            Body::Recall(_) => Role::Recall,
            Body::Read(_) => Role::Read,
            _ => Role::Shown,
        }
    }

    pub(crate) fn id(&self) -> &str {
        self.envelope.id.as_str()
    }

    pub(crate) fn millis(&self) -> u64 {
        self.envelope.timestamp.as_millis()
    }

    /// Whether the body names an account that is not the sender.
    pub(crate) fn names_another(&self) -> bool {
        let named = match &self.envelope.body {
            Body::Ping(account) | Body::Pong(account) => account,
            Body::FriendRequest { requester, .. } => requester,
            Body::FriendResponse { responder, .. } => responder,
            _ => &None,
        };
        named.as_ref().is_some_and(|named| *named != self.sender)
    }

    /// By what a receipt can name it: its id and what it carries. None of what no receipt is about.
    pub(crate) fn name(&self) -> Option<Name> {
        let what = match &self.envelope.body {
            Body::Text(_) | Body::File { .. } => self.envelope.kind(),
            _ => return None,
        };
        Some(Name { id: self.id().to_owned(), what: what.to_text().into_owned() })
    }

    /// The name that a receipt gives.
    pub(crate) fn target(&self) -> Option<Name> {
        let (Body::Recall(receipt) | Body::Read(receipt)) = &self.envelope.body else {
            return None;
        };
        let (id, what) = (receipt.target.as_str().to_owned(), receipt.content.to_string());
        Some(Name { id, what })
    }

    /// What it takes in memory, roughly: its text, and more than that for unknown members, which may be short and many.
    pub(crate) fn weight(&self) -> usize {
        let extra = self.envelope.extra.len() + self.envelope.body.extra().map_or(0, Extra::len);
        self.len() + MEMBER * extra
    }

    /// How many bytes of text it has.
    pub(crate) fn len(&self) -> usize {
        let body = BodyKey::of(&self.envelope.body).map_or(0, |key| key.len());
        let extra = self.envelope.extra.iter();
        let extra: usize = extra.map(|(name, value)| name.len() + value.as_str().len()).sum();
        self.sender.as_str().len() + self.id().len() + body + extra
    }
}

/// By what a receipt names a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub(crate) id: String,
    /// `TEXT`, `PIC_FILE`, ...
    pub(crate) what: String,
}

impl Ord for Content {
    /// By time first, so that the earliest comes first.
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (&self.envelope, &other.envelope);
        one.timestamp
            .cmp(&two.timestamp)
            .then_with(|| self.sender.cmp(&other.sender))
            .then_with(|| one.id.cmp(&two.id))
            .then_with(|| one.version.cmp(&two.version))
            .then_with(|| self.disputed.cmp(&other.disputed))
            .then_with(|| BodyKey::of(&one.body).cmp(&BodyKey::of(&two.body)))
            .then_with(|| {
                let members = |(name, value): (_, &mimc_msg::RawJson<'_>)| {
                    (str::to_owned(name), value.as_str().to_owned())
                };
                one.extra.iter().map(members).cmp(two.extra.iter().map(members))
            })
    }
}

impl PartialOrd for Content {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Content {}

impl Hash for Content {
    /// By what nearly always tells two apart.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Envelope { timestamp, id, .. } = &self.envelope;
        (timestamp, &self.sender, id).hash(state);
    }
}
