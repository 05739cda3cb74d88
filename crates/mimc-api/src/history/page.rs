//! A page of history.

use std::borrow::Cow;

use mimc_msg::{Account, Codec, DecodeError, Decoded, InvalidBase64, Message, Scratch, Timestamp};
use serde::{Deserialize, Deserializer, Serialize};

use crate::check::Check;
use crate::content::Content;
use crate::endpoint::Reply;
use crate::ids::{AppId, Sequence, TopicId, read};
use crate::note::Note;
use crate::payload::Payload;
use crate::wire::{self, marker};

/// A page of history (the manual, 消息漫游).
///
/// The messages stay base64 until they are decoded one by one: one that is broken does not take the page
/// with it. It owns its texts, but for one that [`client::history`](crate::client::history) read, which borrows
/// them from the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HistoryPage<'a> {
    /// `appId`: the application. The real server writes a number here, unlike anywhere else (EVIDENCE B.4).
    #[serde(default, deserialize_with = "either::app", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::EitherId>"))]
    pub app_id: Option<AppId>,
    /// `topicId`: the group. Not on every page of a group's history: take it from the request.
    #[serde(default, deserialize_with = "either::topic", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::EitherId>"))]
    pub topic_id: Option<TopicId>,
    /// `toAccount`: the receiver of all messages, where it does not stand in each (before 2018-03-26).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_account: Option<Account<'a>>,
    /// `fromAccount`: the sender of all messages, where it does not stand in each (before 2018-03-26).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_account: Option<Account<'a>>,
    /// `messages`: newest or oldest first, as the server likes.
    #[serde(default, deserialize_with = "wire::list::messages")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::schema::ListOrNull<HistoryMessage<'_>>")
    )]
    pub messages: Vec<HistoryMessage<'a>>,
    /// `row`: how many messages the server says there are.
    #[serde(default, with = "wire::number::option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<u32>"))]
    pub row: Option<u32>,
    /// `timestamp`: the time of the earliest message, in milliseconds. Without meaning where the history
    /// was asked for by time (EVIDENCE B.4).
    #[serde(
        default,
        with = "wire::millis::number::option",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::MillisNumber>"))]
    pub timestamp: Option<Timestamp>,
}

impl<'a> HistoryPage<'a> {
    /// A page of these messages; `row` counts them.
    #[must_use]
    pub fn new(app_id: AppId, messages: Vec<HistoryMessage<'a>>) -> Self {
        Self {
            app_id: Some(app_id),
            topic_id: None,
            to_account: None,
            from_account: None,
            row: u32::try_from(messages.len()).ok(),
            messages,
            timestamp: None,
        }
    }

    /// The sender of one of its messages: named in the message, else for the whole page.
    #[must_use]
    pub fn sender<'p>(&'p self, message: &'p HistoryMessage<'a>) -> Option<&'p Account<'a>> {
        message.from_account.as_ref().or(self.from_account.as_ref())
    }

    /// The receiver of one of its messages: named in the message, else for the whole page.
    #[must_use]
    pub fn receiver<'p>(&'p self, message: &'p HistoryMessage<'a>) -> Option<&'p Account<'a>> {
        message.to_account.as_ref().or(self.to_account.as_ref())
    }

    /// The same page, owning its texts.
    #[must_use]
    pub fn into_owned(self) -> HistoryPage<'static> {
        let Self { app_id, topic_id, to_account, from_account, messages, row, timestamp } = self;
        HistoryPage {
            app_id,
            topic_id,
            to_account: to_account.map(Account::into_owned),
            from_account: from_account.map(Account::into_owned),
            messages: messages.into_iter().map(HistoryMessage::into_owned).collect(),
            row,
            timestamp,
        }
    }
}

impl HistoryPage<'_> {
    /// Tells what is odd about it.
    pub(crate) fn look(&self, check: &mut Check) {
        match self.row {
            None => check.note("", Note::MissingFields),
            Some(row) if usize::try_from(row).ok() != Some(self.messages.len()) => {
                check.note("/row", Note::RowMismatch);
            }
            Some(_) => {}
        }
        for (at, message) in self.messages.iter().enumerate() {
            if let Some(note) = message.payload.oddity() {
                check.note(format!("/messages/{at}/payload"), note);
            }
        }
    }
}

impl Reply for HistoryPage<'static> {
    fn of_null() -> Option<Self> {
        Some(Self::default())
    }

    fn check(&self, check: &mut Check) {
        self.look(check);
    }
}

/// A stored message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HistoryMessage<'a> {
    /// `sequence`: its number, by which messages are put in order and told apart.
    pub sequence: Sequence,
    /// `payload`: base64 of the message.
    pub payload: Payload<'a>,
    /// `ts`: when the server took it, in milliseconds.
    #[serde(with = "wire::millis::number")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::MillisNumber"))]
    pub ts: Timestamp,
    /// `fromAccount`: who sent it. Opaque in a group's history by sequence, where a note of the manual
    /// says that it is the group (EVIDENCE E, row 14).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_account: Option<Account<'a>>,
    /// `toAccount`: to whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_account: Option<Account<'a>>,
    /// `bizType`: the type beside the message; may be empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub biz_type: Option<Cow<'a, str>>,
    /// `extra`: a text of the application's own, such as `READ`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<Cow<'a, str>>,
}

impl<'a> HistoryMessage<'a> {
    /// A stored message.
    #[must_use]
    pub const fn new(sequence: Sequence, payload: Payload<'a>, ts: Timestamp) -> Self {
        Self {
            sequence,
            payload,
            ts,
            from_account: None,
            to_account: None,
            biz_type: None,
            extra: None,
        }
    }

    /// What was pushed, stored: the payload and the type beside it.
    ///
    /// ```
    /// use mimc_api::{Content, Sequence, history::HistoryMessage};
    /// use mimc_msg::{SizeLimit, Timestamp};
    ///
    /// let content = Content::text("hi", SizeLimit::MIMC)?.with_biz_type("MY_TEXT");
    /// let message = HistoryMessage::of(&content, Sequence::new(1), Timestamp::MAX)?;
    /// assert_eq!(message.payload.bytes()?, b"hi");
    /// assert_eq!(message.biz_type.as_deref(), Some("MY_TEXT"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// See [`Content::payload`]; a content that [`server::request`](crate::server::request) read is sound.
    pub fn of(content: &Content, sequence: Sequence, ts: Timestamp) -> Result<Self, InvalidBase64> {
        let mut message = Self::new(sequence, Payload::new(&content.payload()?), ts);
        message.biz_type = content.biz_type().map(|text| Cow::Owned(text.to_owned()));
        Ok(message)
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
    pub fn read_with<'m>(
        &'m self,
        codec: Codec<'m>,
        scratch: &'m mut Scratch,
    ) -> Result<Message<'m>, DecodeError> {
        let biz_type = self.biz_type.as_deref().unwrap_or_default();
        self.payload.read_with(codec.biz_type(biz_type), scratch)
    }

    /// The same message, owning its texts.
    #[must_use]
    pub fn into_owned(self) -> HistoryMessage<'static> {
        let Self { sequence, payload, ts, from_account, to_account, biz_type, extra } = self;
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        HistoryMessage {
            sequence,
            payload: payload.into_owned(),
            ts,
            from_account: from_account.map(Account::into_owned),
            to_account: to_account.map(Account::into_owned),
            biz_type: biz_type.map(owned),
            extra: extra.map(owned),
        }
    }
}

/// Ids that the real server writes as numbers too.
mod either {
    use super::{AppId, Deserialize, Deserializer, TopicId, marker, read};

    struct Either(u64);

    impl<'de> Deserialize<'de> for Either {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            read(marker::ID_EITHER, from).map(Self)
        }
    }

    pub(super) fn app<'de, D: Deserializer<'de>>(from: D) -> Result<Option<AppId>, D::Error> {
        Ok(Option::deserialize(from)?.map(|Either(id)| AppId::new(id)))
    }

    pub(super) fn topic<'de, D: Deserializer<'de>>(from: D) -> Result<Option<TopicId>, D::Error> {
        Ok(Option::deserialize(from)?.map(|Either(id)| TopicId::new(id)))
    }
}
