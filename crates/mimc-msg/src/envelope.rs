//! A message: header, body, and what else was in it.

use crate::body::Body;
use crate::extra::Extra;
use crate::id::MsgId;
use crate::kind::Kind;
use crate::timestamp::Timestamp;

/// One MIMC message, whatever dialect it was written in.
///
/// Borrows from the bytes that it was decoded from; [`Envelope::into_owned`] gives one that can be
/// stored. Source: the manual, 推荐消息格式.
///
/// ```
/// use mimc_msg::{Body, Envelope, Kind, MsgId, Timestamp};
///
/// let envelope = Envelope::new(
///     MsgId::of_kind(&Kind::Text, 1),
///     Timestamp::from_millis(1_516_763_973_000)?,
///     Body::text("hi"),
/// );
/// assert_eq!(envelope.kind(), Kind::Text);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Envelope<'a> {
    /// The version of the format, 0 so far. The body of a later version is kept but not interpreted.
    pub version: u32,
    /// The application's own id of the message.
    pub id: MsgId<'a>,
    /// When the message was made.
    pub timestamp: Timestamp,
    /// What the message says.
    pub body: Body<'a>,
    /// Members of the envelope that nobody told us of, in order.
    pub extra: Extra<'a>,
}

impl<'a> Envelope<'a> {
    /// A message of version 0 without further members.
    #[must_use]
    pub const fn new(id: MsgId<'a>, timestamp: Timestamp, body: Body<'a>) -> Self {
        Self { version: 0, id, timestamp, body, extra: Extra::new() }
    }

    /// What the message is.
    #[must_use]
    pub fn kind(&self) -> Kind<'a> {
        self.body.kind()
    }

    /// The same message, owning its texts.
    #[must_use]
    pub fn into_owned(self) -> Envelope<'static> {
        Envelope {
            version: self.version,
            id: self.id.into_owned(),
            timestamp: self.timestamp,
            body: self.body.into_owned(),
            extra: self.extra.into_owned(),
        }
    }
}
