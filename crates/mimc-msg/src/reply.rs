//! Messages that answer a message: each gets the right kind and target.

use crate::body::{Body, Receipt};
use crate::envelope::Envelope;
use crate::id::{Account, MsgId};
use crate::kind::{Content, Kind};
use crate::timestamp::Timestamp;

impl Envelope<'_> {
    /// The pong to this ping; `account` is the one who answers.
    ///
    /// ```
    /// use mimc_msg::{Account, Kind, MsgId, Timestamp};
    ///
    /// let ping = mimc_msg::decode(br#"{"version":0,"msgId":"PING_1","msgType":"PING","timestamp":"1516763973000","payload":"A"}"#)?;
    /// let id = MsgId::of_kind(&Kind::Pong, 1);
    /// let pong = ping.envelope.pong(Some(Account::new("B")), id, Timestamp::from_millis(1_516_763_973_100)?)?;
    /// assert_eq!(
    ///     mimc_msg::encode(&pong)?,
    ///     br#"{"version":0,"msgId":"PONG_1","msgType":"PONG","timestamp":"1516763973100","payload":"B"}"#,
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where this is no ping.
    pub fn pong<'r>(
        &self,
        account: Option<Account<'r>>,
        id: MsgId<'r>,
        timestamp: Timestamp,
    ) -> Result<Envelope<'r>, CannotReply> {
        match self.kind() {
            Kind::Ping => Ok(Envelope::new(id, timestamp, Body::Pong(account))),
            kind => Err(CannotReply::new(&kind, Kind::Pong)),
        }
    }

    /// The recall of this text or file, by the one who sent it.
    ///
    /// # Errors
    /// Where this is neither a text nor a file.
    pub fn recall<'r>(
        &self,
        id: MsgId<'r>,
        timestamp: Timestamp,
    ) -> Result<Envelope<'r>, CannotReply> {
        self.receipt(id, timestamp, Body::Recall, Kind::Recall)
    }

    /// The read receipt for this text or file, by the one who received it.
    ///
    /// # Errors
    /// Where this is neither a text nor a file.
    pub fn read<'r>(
        &self,
        id: MsgId<'r>,
        timestamp: Timestamp,
    ) -> Result<Envelope<'r>, CannotReply> {
        self.receipt(id, timestamp, Body::Read, Kind::Read)
    }

    /// The answer to this friend request; `responder` is the one who answers.
    ///
    /// # Errors
    /// Where this is no friend request.
    pub fn friend_response<'r>(
        &self,
        responder: Option<Account<'r>>,
        accepted: bool,
        id: MsgId<'r>,
        timestamp: Timestamp,
    ) -> Result<Envelope<'r>, CannotReply> {
        match self.kind() {
            Kind::FriendRequest => {
                let body = Body::friend_response(responder, accepted);
                Ok(Envelope::new(id, timestamp, body))
            }
            kind => Err(CannotReply::new(&kind, Kind::FriendResponse)),
        }
    }

    fn receipt<'r>(
        &self,
        id: MsgId<'r>,
        timestamp: Timestamp,
        body: fn(Receipt<'r>) -> Body<'r>,
        kind: fn(Content<'static>) -> Kind<'static>,
    ) -> Result<Envelope<'r>, CannotReply> {
        let content = match self.kind() {
            Kind::Text => Content::Text,
            Kind::File(medium) => Content::File(medium.into_owned()),
            other => return Err(CannotReply::new(&other, kind(Content::Text))),
        };
        let receipt = Receipt::new(content, self.id.clone().into_owned());
        Ok(Envelope::new(id, timestamp, body(receipt)))
    }
}

/// A message of one kind is not answered by one of another.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a message of kind `{to}` is not answered by a {with}")]
#[non_exhaustive]
pub struct CannotReply {
    /// The kind of the message.
    pub to: Kind<'static>,
    /// What the answer would be: `PONG`, `TEXT_RECALL`, `TEXT_READ` or `ADD_FRIEND_RESPONSE`.
    pub with: Kind<'static>,
}

impl CannotReply {
    fn new(to: &Kind<'_>, with: Kind<'static>) -> Self {
        Self { to: to.clone().into_owned(), with }
    }
}
