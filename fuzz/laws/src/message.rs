//! Targets about messages.

mod base64;
mod diagnose;
mod envelope;
mod syntax;

use arbitrary::Unstructured;
use mimc_msg::{Codec, Dialect, Encoder, Flag as _, Message, Scratch};
use mimc_testkit::message::law;

use crate::bytes::{first, head};
use crate::make;

pub use base64::base64;
pub use diagnose::diagnose;
pub use envelope::envelope;
pub use syntax::syntax;

/// An envelope of any kind, made from the bytes, in each dialect.
///
/// * What is encoded, strict decoding that is pinned reads as the same, and encodes to the same bytes.
/// * Loss is an error; allowed, it is told, and the message is still read unless the loss says otherwise.
/// * After an error the caller's buffer is as it was.
/// * serde writes what `encode` writes and reads it back.
pub fn encode_decode(data: &[u8]) {
    let Ok(envelope) = make::envelope(&mut Unstructured::new(data)) else { return };
    for &dialect in Dialect::ALL {
        law::strict_decoding_reads_it(&envelope, dialect);
        law::appends_or_leaves_alone(&envelope, dialect);
    }
    match (serde_json::to_vec(&envelope), mimc_msg::encode(&envelope)) {
        (Ok(json), Ok(bytes)) => assert_eq!(json, bytes),
        (Err(_), Err(_)) => {}
        (serde, encode) => panic!("{serde:?} but {encode:?}"),
    }
}

/// A message: which dialect to pin (none, or one by number), the `bizType` in a line, and the text; written in every
/// other dialect.
///
/// * It is refused without loss if and only if something is lost.
/// * Whatever is written is an object that the first pass reads.
/// * What is not reported lost is kept: id, version, time, kind, unknown members; the body without what was lost.
/// * The message read back can be written in its first dialect again where nothing was lost on the way.
pub fn transcode(data: &[u8]) {
    let (pin, rest) = first(data);
    let (biz_type, text) = head(rest);
    let codec = Codec::new().biz_type(biz_type);
    let pin = pin.checked_sub(usize::from(b'0')).and_then(|nth| Dialect::ALL.get(nth)).copied();
    let codec = pin.map_or(codec, |pin| codec.dialect(pin));
    let mut scratch = Scratch::new();
    let Ok(Message::Envelope(decoded)) = codec.read_with(text, &mut scratch) else { return };
    for &to in Dialect::ALL {
        law::what_is_not_lost_is_kept(&decoded.envelope, to);
        law::strict_decoding_reads_it(&decoded.envelope, to);
        let (Some(from), Ok(there)) = (decoded.dialect, Encoder::new(to).encode(&decoded.envelope))
        else {
            continue;
        };
        let biz_type = there.biz_type.as_deref().unwrap_or_default();
        let there = Codec::new().strict().dialect(to).biz_type(biz_type).decode(&there.bytes);
        let (Ok(there), Ok(first)) = (there, Encoder::new(from).encode(&decoded.envelope)) else {
            continue;
        };
        let back = Encoder::new(from).encode(&there.envelope).expect("it is the same value");
        assert_eq!(back, first, "{} and back", to.name());
    }
}
