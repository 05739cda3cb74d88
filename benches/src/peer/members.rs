//! How the owned peers make a body of the members that they found.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use serde_json::Value;

use super::known;
use super::owned::{Body, FriendRequest, FriendResponse, Payload, Read, Recall};
use super::wire::{Time, Type};

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
            "ADD_FRIEND_REQUEST" => Self::AddFriendRequest(FriendRequest { add_requester: None }),
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
            ("ADD_FRIEND_REQUEST", value) => Self::AddFriendRequest(of(value)?),
            ("ADD_FRIEND_RESPONSE", value) => Self::AddFriendResponse(of(value)?),
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
            "ADD_FRIEND_RESPONSE" => Self::AddFriendResponse(FriendResponse {
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
