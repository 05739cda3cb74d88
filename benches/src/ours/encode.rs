//! Writing messages, in manual-v1.

use std::hint::black_box;

use mimc_msg::{Codec, Dialect, Encoder, Envelope, Scratch};

use crate::corpus::Message;

/// The same message, to be written; None where it cannot be read.
#[must_use]
pub fn envelope(message: &Message) -> Option<Envelope<'static>> {
    let codec = Codec::new().biz_type(&message.biz_type);
    Some(codec.decode(&message.bytes).ok()?.envelope.into_owned())
}

/// Writes messages one after the other, into a buffer that is used again.
pub fn into_buffer() -> impl FnMut(&Envelope<'static>) -> bool {
    let encoder = Encoder::new(Dialect::MANUAL_V1);
    let mut buffer = Vec::new();
    move |envelope| {
        buffer.clear();
        let done = encoder.encode_into(envelope, &mut buffer).is_ok();
        black_box(&buffer);
        done
    }
}

/// Writes messages one after the other, each into a vector of its own.
pub fn to_vec() -> impl FnMut(&Envelope<'static>) -> bool {
    let encoder = Encoder::new(Dialect::MANUAL_V1);
    move |envelope| black_box(&encoder.encode(envelope)).is_ok()
}

/// Reads a message of any dialect and writes it in manual-v1, with a scratch and into a buffer. What that
/// dialect cannot carry is written as far as it can be, and told.
pub fn transcoded(message: &Message, scratch: &mut Scratch, buffer: &mut Vec<u8>) -> bool {
    let encoder = Encoder::new(Dialect::MANUAL_V1).lossy();
    buffer.clear();
    let codec = Codec::new().biz_type(&message.biz_type);
    let Ok(decoded) = codec.decode_with(&message.bytes, scratch) else { return false };
    black_box(&encoder.encode_into(&decoded.envelope, buffer)).is_ok()
}

/// The same, message after message.
pub fn transcode() -> impl FnMut(&Message) -> bool {
    let (mut scratch, mut buffer) = (Scratch::new(), Vec::new());
    move |message| {
        let done = transcoded(message, &mut scratch, &mut buffer);
        black_box(&buffer);
        done
    }
}
