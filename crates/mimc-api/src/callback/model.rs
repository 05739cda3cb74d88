//! A callback, as MIMC posts it.

use mimc_msg::{Codec, DecodeError, Decoded, Message, Scratch, Timestamp};
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::callback::callback_type::CallbackType;
use crate::ids::{AppId, PacketId, Sequence, TopicId};
use crate::note::Note;
use crate::payload::Payload;
use crate::secret::Authentication;
use crate::wire;

/// A message that MIMC posts to the application (EVIDENCE B.9).
///
/// Only `msgType` and `payload` are certain to be there. Nobody has seen the JSON types of ids and times:
/// numbers and texts are read alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Callback {
    /// `msgType`: what it is about.
    pub msg_type: CallbackType,
    /// `fromAppId`: the sender's application, between two users.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::EitherId>"))]
    pub from_app_id: Option<AppId>,
    /// `appId`: the application, in a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::EitherId>"))]
    pub app_id: Option<AppId>,
    /// `topicId`: the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::EitherId>"))]
    pub topic_id: Option<TopicId>,
    /// `fromAccount`: the sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_account: Option<Account>,
    /// `fromResource`: the sender's device (later).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_resource: Option<String>,
    /// `toAppId`: the receiver's application, between two users.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::EitherId>"))]
    pub to_app_id: Option<AppId>,
    /// `toAccount`: the receiver, between two users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_account: Option<Account>,
    /// `toResource`: the receiver's device (later).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_resource: Option<String>,
    /// `toAccounts`: the receivers, in a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_accounts: Option<Vec<Account>>,
    /// `offlineResources`: the receiver's devices that are offline, between two users (later).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offline_resources: Option<Vec<String>>,
    /// `offlineAccounts`: the members that are offline, in a group (later).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offline_accounts: Option<Vec<OfflineAccount>>,
    /// `payload`: base64 of the message.
    pub payload: Payload<'static>,
    /// `timestamp`: when MIMC took it, in milliseconds.
    #[serde(default, with = "wire::millis::text::option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::EitherMillis>"))]
    pub timestamp: Option<Timestamp>,
    /// `packetId`: the packet (later).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::EitherName>"))]
    pub packet_id: Option<PacketId>,
    /// `sequence`: its number (later).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::EitherId>"))]
    pub sequence: Option<Sequence>,
    /// `bizType`: the type beside the message (later); may be empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub biz_type: Option<String>,
    /// `authentication`: what it proves itself with (later).
    #[serde(
        default,
        deserialize_with = "Authentication::read_option",
        serialize_with = "Authentication::write_option",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub authentication: Option<Authentication>,
}

impl Callback {
    /// A callback with what is certain to be there.
    #[must_use]
    pub const fn new(msg_type: CallbackType, payload: Payload<'static>) -> Self {
        Self {
            msg_type,
            from_app_id: None,
            app_id: None,
            topic_id: None,
            from_account: None,
            from_resource: None,
            to_app_id: None,
            to_account: None,
            to_resource: None,
            to_accounts: None,
            offline_resources: None,
            offline_accounts: None,
            payload,
            timestamp: None,
            packet_id: None,
            sequence: None,
            biz_type: None,
            authentication: None,
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

    /// What is odd about it: JSON pointer and note.
    pub(super) fn oddities(&self) -> impl Iterator<Item = (&'static str, Note)> {
        use CallbackType as Type;
        let timed = self.from_account.is_some() && self.timestamp.is_some();
        let whole = match self.msg_type {
            Type::NormalMsg | Type::OfflineMsg => {
                timed
                    && self.from_app_id.is_some()
                    && self.to_app_id.is_some()
                    && self.to_account.is_some()
            }
            Type::NormalTopicMsg | Type::OfflineTopicMsg | Type::UctopicMsg => {
                timed && self.app_id.is_some() && self.topic_id.is_some()
            }
            Type::Other(_) => true,
        };
        let unknown = matches!(self.msg_type, Type::Other(_));
        let unsigned = self.authentication.is_none();
        [
            self.payload.oddity().map(|note| ("/payload", note)),
            unknown.then_some(("/msgType", Note::TypeUnknown)),
            (!whole).then_some(("", Note::MissingFields)),
            unsigned.then_some(("", Note::AuthenticationMissing)),
        ]
        .into_iter()
        .flatten()
    }
}

/// A member of a group who is offline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OfflineAccount {
    /// `toAccount`: the member.
    pub to_account: Account,
    /// `offlineResources`: the member's devices that are offline.
    #[serde(default, deserialize_with = "wire::list::deserialize")]
    #[cfg_attr(feature = "schemars", schemars(with = "crate::schema::ListOrNull<String>"))]
    pub offline_resources: Vec<String>,
}

impl OfflineAccount {
    /// A member and the devices.
    #[must_use]
    pub const fn new(to_account: Account, offline_resources: Vec<String>) -> Self {
        Self { to_account, offline_resources }
    }
}
