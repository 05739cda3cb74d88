//! Writing in manual-v1 with serde's derive: `flatten` and the adjacently tagged enum of 2a.
//!
//! Does less than the codec: has no unknown members to write, and the time is a text already.

use std::hint::black_box;

use serde::Serialize;

use super::owned::{Body, Owned};
use super::tagged;
use crate::corpus::Message;

/// A message to be written.
#[derive(Debug, Serialize)]
pub struct Sent {
    version: u32,
    #[serde(rename = "msgId")]
    id: String,
    timestamp: String,
    #[serde(flatten)]
    body: Body,
}

impl Sent {
    /// The same message, to be written; None where 2a cannot read it.
    #[must_use]
    pub fn of(message: &Message) -> Option<Self> {
        tagged::read(&message.bytes, &message.biz_type).map(Self::from)
    }
}

impl From<Owned> for Sent {
    fn from(Owned { version, id, time, body }: Owned) -> Self {
        Self { version, id, timestamp: time.to_string(), body }
    }
}

/// `serde_json::to_vec`.
pub fn to_vec() -> impl FnMut(&Sent) -> bool {
    |sent| black_box(&serde_json::to_vec(sent)).is_ok()
}

/// `serde_json::to_writer` into a buffer that is used again.
pub fn to_writer() -> impl FnMut(&Sent) -> bool {
    let mut buffer = Vec::new();
    move |sent| {
        buffer.clear();
        let done = serde_json::to_writer(&mut buffer, sent).is_ok();
        black_box(&buffer);
        done
    }
}

/// `sonic_rs::to_writer` into a buffer that is used again.
pub fn sonic() -> impl FnMut(&Sent) -> bool {
    let mut buffer = Vec::new();
    move |sent| {
        buffer.clear();
        let done = sonic_rs::to_writer(&mut buffer, sent).is_ok();
        black_box(&buffer);
        done
    }
}

/// Reads a message of any dialect as 2a does, and writes it in manual-v1.
#[must_use]
pub fn transcoded(message: &Message) -> Option<Vec<u8>> {
    serde_json::to_vec(&Sent::of(message)?).ok()
}

/// The same, message after message.
pub fn transcode() -> impl FnMut(&Message) -> bool {
    |message| black_box(&transcoded(message)).is_some()
}
