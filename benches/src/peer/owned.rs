//! A message as the owned peers give it out, and as they write it in manual-v1: with an adjacently tagged enum.

use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use crate::facts::{Facts, Said};

/// A message.
#[derive(Debug)]
pub(super) struct Owned {
    pub(super) version: u32,
    pub(super) id: String,
    pub(super) time: u64,
    pub(super) body: Body,
}

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Recall {
    #[serde(rename = "recall_msgId")]
    pub(super) target: String,
}

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Read {
    #[serde(rename = "read_msgId")]
    pub(super) target: String,
}

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct FriendRequest {
    pub(super) add_requester: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct FriendResponse {
    pub(super) add_responser: Option<String>,
    pub(super) accepted: bool,
}

/// A payload that is not interpreted.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Payload {
    Absent,
    Text(String),
    #[serde(serialize_with = "base64")]
    Bytes(Vec<u8>),
    Json(Value),
}

/// Bytes that are no text, as a plain dialect has them.
fn base64<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&Base64Display::new(bytes, &STANDARD))
}

/// What a message says.
#[derive(Debug, Serialize)]
#[serde(tag = "msgType", content = "payload", rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum Body {
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
    #[serde(untagged)]
    Other {
        #[serde(rename = "msgType")]
        kind: String,
        payload: Payload,
    },
}

impl Owned {
    /// What it says.
    pub(super) fn facts(self) -> Facts {
        let mut accepted = None;
        let (kind, said) = match self.body {
            Body::Ping(account) => ("PING", Said::of(account.as_deref())),
            Body::Pong(account) => ("PONG", Said::of(account.as_deref())),
            Body::Text(text) => ("TEXT", Said::Text(text)),
            Body::PicFile(url) => ("PIC_FILE", Said::Text(url)),
            Body::AudioFile(url) => ("AUDIO_FILE", Said::Text(url)),
            Body::BinFile(url) => ("BIN_FILE", Said::Text(url)),
            Body::TextRecall(about) => ("TEXT_RECALL", Said::Text(about.target)),
            Body::PicFileRecall(about) => ("PIC_FILE_RECALL", Said::Text(about.target)),
            Body::AudioFileRecall(about) => ("AUDIO_FILE_RECALL", Said::Text(about.target)),
            Body::BinFileRecall(about) => ("BIN_FILE_RECALL", Said::Text(about.target)),
            Body::TextRead(about) => ("TEXT_READ", Said::Text(about.target)),
            Body::PicFileRead(about) => ("PIC_FILE_READ", Said::Text(about.target)),
            Body::AudioFileRead(about) => ("AUDIO_FILE_READ", Said::Text(about.target)),
            Body::BinFileRead(about) => ("BIN_FILE_READ", Said::Text(about.target)),
            Body::AddFriendRequest(request) => {
                ("ADD_FRIEND_REQUEST", Said::of(request.add_requester.as_deref()))
            }
            Body::AddFriendResponse(response) => {
                accepted = Some(response.accepted);
                ("ADD_FRIEND_RESPONSE", Said::of(response.add_responser.as_deref()))
            }
            Body::Other { ref kind, payload } => {
                let said = match payload {
                    Payload::Absent => Said::Nothing,
                    Payload::Text(text) => Said::Text(text),
                    Payload::Bytes(bytes) => Said::Bytes(bytes),
                    Payload::Json(value) => Said::Json(value),
                };
                (&**kind, said)
            }
        };
        let kind = kind.to_owned();
        let Self { version, id, time, .. } = self;
        // Both are dropped.
        Facts { version, id, time, kind, said, accepted, extra: None, payload_extra: None }
    }
}
