//! Whom a user talked with.

use mimc_msg::{Codec, DecodeError, Decoded, Message, Scratch, Timestamp};
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::check::Check;
use crate::contact::user_type::UserType;
use crate::endpoint::Reply;
use crate::ids::{PeerId, Sequence, TopicId, Uuid};
use crate::note::Note;
use crate::payload::Payload;
use crate::wire;

/// A user or group that somebody talked with, and the last message (EVIDENCE B.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Contact {
    /// `userType`: `USER` or `TOPIC`.
    pub user_type: UserType,
    /// `id`: the other side: the `uuid` of a user, the `topicId` of a group. See [`Self::uuid`] and
    /// [`Self::topic_id`].
    pub id: PeerId,
    /// `name`: the account of a user, the name of a group.
    pub name: String,
    /// `timestamp`: when the last message was sent, in milliseconds; a string on the wire.
    #[serde(with = "wire::millis::text")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::Millis"))]
    pub timestamp: Timestamp,
    /// `extra`: a text of the application's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
    /// `lastMessage`: the last message, where there is one.
    pub last_message: Option<LastMessage>,
}

impl Contact {
    /// A contact without a message.
    #[must_use]
    pub fn new(
        user_type: UserType,
        id: PeerId,
        name: impl Into<String>,
        timestamp: Timestamp,
    ) -> Self {
        let (name, extra, last_message) = (name.into(), None, None);
        Self { user_type, id, name, timestamp, extra, last_message }
    }

    /// The user, where it is one.
    #[must_use]
    pub fn uuid(&self) -> Option<Uuid> {
        (self.user_type == UserType::User).then(|| Uuid::new(self.id.get()))
    }

    /// The group, where it is one.
    #[must_use]
    pub fn topic_id(&self) -> Option<TopicId> {
        (self.user_type == UserType::Topic).then(|| TopicId::new(self.id.get()))
    }

    /// What is odd about it; `at` is its JSON pointer.
    pub(super) fn check_at(&self, at: &str, check: &mut Check) {
        if matches!(self.user_type, UserType::Other(_)) {
            check.note(format!("{at}/userType"), Note::TypeUnknown);
        }
        if let Some(last) = &self.last_message {
            for note in last.payload.oddities_in_lines() {
                check.note(format!("{at}/lastMessage/payload"), note);
            }
        }
    }
}

impl Reply for Contact {
    fn check(&self, check: &mut Check) {
        self.check_at("", check);
    }
}

/// The last message of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LastMessage {
    /// `fromUuid`: who sent it, as MIMC numbers them.
    pub from_uuid: Uuid,
    /// `fromAccount`: who sent it, as the application names them.
    pub from_account: Account,
    /// `toUuid`: to whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_uuid: Option<Uuid>,
    /// `toAccount`: to whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_account: Option<Account>,
    /// `payload`: base64 of the message, in lines, unlike the history's.
    pub payload: Payload<'static>,
    /// `sequence`: its number.
    pub sequence: Sequence,
    /// `bizType`: the type beside the message; may be empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub biz_type: Option<String>,
    /// `msgExtra`: the message's own extra text, where `msgExtraFlag` asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub msg_extra: Option<String>,
}

impl LastMessage {
    /// A last message.
    #[must_use]
    pub const fn new(
        from_uuid: Uuid,
        from_account: Account,
        payload: Payload<'static>,
        sequence: Sequence,
    ) -> Self {
        Self {
            from_uuid,
            from_account,
            to_uuid: None,
            to_account: None,
            payload,
            sequence,
            biz_type: None,
            msg_extra: None,
        }
    }

    /// The message itself, read with its own `bizType`.
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn decode(&self) -> Result<Decoded<'static>, DecodeError> {
        self.payload.decode(self.biz_type.as_deref())
    }

    /// The message itself, read with its own `bizType` by a decoder of yours: also texts that are no
    /// envelopes, and without copying what it need not.
    ///
    /// # Errors
    /// See [`DecodeError`].
    pub fn read_with<'a>(
        &'a self,
        codec: Codec<'a>,
        scratch: &'a mut Scratch,
    ) -> Result<Message<'a>, DecodeError> {
        let biz_type = self.biz_type.as_deref().unwrap_or_default();
        self.payload.read_with(codec.biz_type(biz_type), scratch)
    }
}
