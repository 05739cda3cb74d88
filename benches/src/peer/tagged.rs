//! 2a: what people write first: serde's derive with `flatten` and an adjacently tagged enum, and an untagged
//! fallback for the kinds that it does not list. All owned.
//!
//! Serde knows one name for the tag, so the manual's two names for it are two enums, tried one after the other;
//! what has its type beside it or as a code is the fallback, as are custom kinds.
//!
//! Does less than the codec: drops unknown members, of the message and of its payload, and does not see a
//! duplicate name among them.

use std::hint::black_box;

use serde::Deserialize;

use super::members::Members;
use super::owned::{Body, FriendRequest, FriendResponse, Owned, Read, Recall};
use super::wire::Time;
use crate::corpus::Message;
use crate::facts::Facts;

#[derive(Deserialize)]
struct Envelope {
    version: u32,
    #[serde(rename = "msgId")]
    id: String,
    timestamp: Time,
    #[serde(flatten)]
    form: Form,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Form {
    MsgType(ByMsgType),
    Type(ByType),
    Other(Members),
}

/// An enum of the kinds that the manual names, tagged by this member.
macro_rules! tagged {
    ($name:ident, $tag:literal) => {
        #[derive(Deserialize)]
        #[serde(tag = $tag, content = "payload", rename_all = "SCREAMING_SNAKE_CASE")]
        enum $name {
            Ping(Option<String>),
            Pong(Option<String>),
            Text(String),
            PicFile(String),
            AudioFile(String),
            BinFile(String),
            TextRecall(Recall),
            PicFileRecall(Recall),
            AudioFileRecall(Recall),
            BinFileRecall(Recall),
            TextRead(Read),
            PicFileRead(Read),
            AudioFileRead(Read),
            BinFileRead(Read),
            AddFriendRequest(FriendRequest),
            AddFriendResponse(FriendResponse),
        }

        impl From<$name> for Body {
            fn from(body: $name) -> Self {
                match body {
                    $name::Ping(account) => Self::Ping(account),
                    $name::Pong(account) => Self::Pong(account),
                    $name::Text(text) => Self::Text(text),
                    $name::PicFile(url) => Self::PicFile(url),
                    $name::AudioFile(url) => Self::AudioFile(url),
                    $name::BinFile(url) => Self::BinFile(url),
                    $name::TextRecall(about) => Self::TextRecall(about),
                    $name::PicFileRecall(about) => Self::PicFileRecall(about),
                    $name::AudioFileRecall(about) => Self::AudioFileRecall(about),
                    $name::BinFileRecall(about) => Self::BinFileRecall(about),
                    $name::TextRead(about) => Self::TextRead(about),
                    $name::PicFileRead(about) => Self::PicFileRead(about),
                    $name::AudioFileRead(about) => Self::AudioFileRead(about),
                    $name::BinFileRead(about) => Self::BinFileRead(about),
                    $name::AddFriendRequest(request) => Self::AddFriendRequest(request),
                    $name::AddFriendResponse(response) => Self::AddFriendResponse(response),
                }
            }
        }
    };
}

tagged!(ByMsgType, "msgType");
tagged!(ByType, "type");

pub(super) fn read(bytes: &[u8], biz_type: &str) -> Option<Owned> {
    let Envelope { version, id, timestamp, form } = serde_json::from_slice(bytes).ok()?;
    let body = match form {
        Form::MsgType(body) => body.into(),
        Form::Type(body) => body.into(),
        Form::Other(members) => members.body(timestamp, biz_type)?,
    };
    Some(Owned { version, id, time: timestamp.millis, body })
}

/// Reads messages one after the other.
pub fn decode() -> impl FnMut(&[u8], &str) -> bool {
    |bytes, biz_type| black_box(&read(bytes, biz_type)).is_some()
}

/// What it found; None where it cannot read the message.
#[must_use]
pub fn facts(message: &Message) -> Option<Facts> {
    read(&message.bytes, &message.biz_type).map(Owned::facts)
}
