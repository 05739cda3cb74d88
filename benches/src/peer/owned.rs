//! A message as the owned peers give it out, and how one is made of the members that were found.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use serde_json::Value;

use super::known;
use super::wire::{Time, Type};
use crate::facts::{Facts, Said};

/// A message.
#[derive(Debug)]
pub(super) struct Owned {
    pub(super) version: u32,
    pub(super) id: String,
    pub(super) time: u64,
    pub(super) body: Body,
}

#[derive(Debug, Deserialize)]
pub(super) struct Recall {
    #[serde(rename = "recall_msgId")]
    pub(super) target: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Read {
    #[serde(rename = "read_msgId")]
    pub(super) target: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct FriendRequest {
    pub(super) add_requester: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct FriendResponse {
    pub(super) add_responser: Option<String>,
    pub(super) accepted: bool,
}

/// A payload that is not interpreted.
#[derive(Debug)]
pub(super) enum Payload {
    Absent,
    Text(String),
    Bytes(Vec<u8>),
    Json(Value),
}

/// What a message says.
#[derive(Debug)]
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
    FriendRequest(FriendRequest),
    FriendResponse(FriendResponse),
    Other { kind: String, payload: Payload },
}

/// The members that say what a message is.
#[derive(Debug, Deserialize)]
pub(super) struct Members {
    #[serde(rename = "msgType")]
    pub(super) msg_type: Option<Type>,
    pub(super) r#type: Option<Type>,
    pub(super) payload: Option<Value>,
    pub(super) content: Option<Value>,
}

impl Members {
    /// The body: plain or behind base64, as the form of the message says (RULES 5).
    pub(super) fn body(self, time: Time, biz_type: &str) -> Option<Body> {
        let Self { msg_type, r#type, payload, content } = self;
        let plain = matches!((&msg_type, &r#type), (_, Some(_)) | (Some(Type::Text(_)), _));
        let kind = match r#type.or(msg_type) {
            Some(Type::Text(kind)) => kind,
            Some(Type::Code(code)) => {
                known::of_code(code).map_or_else(|| code.to_string(), str::to_owned)
            }
            None => return Self::beside(payload, content, time, biz_type),
        };
        match payload.or(content) {
            Some(value) if plain => Body::plain(kind, value),
            Some(Value::String(text)) => Body::encoded(kind, BASE64_STANDARD.decode(text).ok()?),
            Some(_) => None,
            None => Body::absent(kind),
        }
    }

    /// The same where the type travelled beside the message.
    fn beside(
        payload: Option<Value>,
        content: Option<Value>,
        time: Time,
        biz_type: &str,
    ) -> Option<Body> {
        let kind = known::of_biz_type(biz_type).into_owned();
        match (payload, content) {
            (None, None) => Body::absent(kind),
            (Some(Value::String(text)), _) if time.is_text => match BASE64_STANDARD.decode(&text) {
                Ok(bytes) if !text.is_empty() && known::has_object(&kind) => {
                    Body::encoded(kind, bytes)
                }
                Ok(_) if !text.is_empty() => {
                    Some(Body::Other { kind, payload: Payload::Text(text) })
                }
                _ => Body::plain(kind, Value::String(text)),
            },
            (Some(Value::String(text)), _) | (None, Some(Value::String(text))) => {
                Body::encoded(kind, BASE64_STANDARD.decode(text).ok()?)
            }
            (Some(value), _) if time.is_text => Body::plain(kind, value),
            _ => None,
        }
    }
}

impl Body {
    fn absent(kind: String) -> Option<Self> {
        Some(match &*kind {
            "PING" => Self::Ping(None),
            "PONG" => Self::Pong(None),
            "ADD_FRIEND_REQUEST" => Self::FriendRequest(FriendRequest { add_requester: None }),
            "TEXT" => return None,
            _ => Self::Other { kind, payload: Payload::Absent },
        })
    }

    fn plain(kind: String, payload: Value) -> Option<Self> {
        Some(match (&*kind, payload) {
            ("PING", Value::String(account)) => Self::Ping(Some(account)),
            ("PONG", Value::String(account)) => Self::Pong(Some(account)),
            ("TEXT", Value::String(text)) => Self::Text(text),
            ("PIC_FILE", Value::String(url)) => Self::PicFile(url),
            ("AUDIO_FILE", Value::String(url)) => Self::AudioFile(url),
            ("BIN_FILE", Value::String(url)) => Self::BinFile(url),
            ("TEXT_RECALL", value) => Self::TextRecall(of(value)?),
            ("PIC_FILE_RECALL", value) => Self::PicFileRecall(of(value)?),
            ("AUDIO_FILE_RECALL", value) => Self::AudioFileRecall(of(value)?),
            ("BIN_FILE_RECALL", value) => Self::BinFileRecall(of(value)?),
            ("TEXT_READ", value) => Self::TextRead(of(value)?),
            ("PIC_FILE_READ", value) => Self::PicFileRead(of(value)?),
            ("AUDIO_FILE_READ", value) => Self::AudioFileRead(of(value)?),
            ("BIN_FILE_READ", value) => Self::BinFileRead(of(value)?),
            ("ADD_FRIEND_REQUEST", value) => Self::FriendRequest(of(value)?),
            ("ADD_FRIEND_RESPONSE", value) => Self::FriendResponse(of(value)?),
            (_, Value::String(text)) => Self::Other { kind, payload: Payload::Text(text) },
            (_, value) => Self::Other { kind, payload: Payload::Json(value) },
        })
    }

    fn encoded(kind: String, bytes: Vec<u8>) -> Option<Self> {
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                return Some(Self::Other { kind, payload: Payload::Bytes(error.into_bytes()) });
            }
        };
        Some(match &*kind {
            "PING" => Self::Ping(Some(text)),
            "PONG" => Self::Pong(Some(text)),
            "TEXT" => Self::Text(text),
            "PIC_FILE" => Self::PicFile(text),
            "AUDIO_FILE" => Self::AudioFile(text),
            "BIN_FILE" => Self::BinFile(text),
            "TEXT_RECALL" => Self::TextRecall(Recall { target: text }),
            "PIC_FILE_RECALL" => Self::PicFileRecall(Recall { target: text }),
            "AUDIO_FILE_RECALL" => Self::AudioFileRecall(Recall { target: text }),
            "BIN_FILE_RECALL" => Self::BinFileRecall(Recall { target: text }),
            "TEXT_READ" => Self::TextRead(Read { target: text }),
            "PIC_FILE_READ" => Self::PicFileRead(Read { target: text }),
            "AUDIO_FILE_READ" => Self::AudioFileRead(Read { target: text }),
            "BIN_FILE_READ" => Self::BinFileRead(Read { target: text }),
            "ADD_FRIEND_RESPONSE" => Self::FriendResponse(FriendResponse {
                add_responser: None,
                accepted: text.parse().ok()?,
            }),
            _ => Self::Other { kind, payload: Payload::Text(text) },
        })
    }
}

fn of<T: serde::de::DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
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
            Body::FriendRequest(request) => {
                ("ADD_FRIEND_REQUEST", Said::of(request.add_requester.as_deref()))
            }
            Body::FriendResponse(response) => {
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
