//! Diagnosing whatever bytes.

use mimc_msg::{Base64Forms, Codec, Dialect, Flag as _};
use mimc_testkit::message::law;

use crate::bytes::{first, head};

/// Choices in a byte (strictness, forms of base64, a pin or none), a `bizType` in a line, and a text; and the text as base64
/// around a message.
///
/// * There is an error exactly when decoding fails, and the first is that of decoding: code, pointer, place.
/// * Where decoding succeeds, its deviations and notes are told, and nothing else.
/// * Each span lies in the text of its layer and, put through all layers, in the input.
/// * Where fewer findings are asked for, the first error is the same, and that others are left out is told.
/// * The outline of the text has its parts in order.
pub fn diagnose(data: &[u8]) {
    let (choices, rest) = first(data);
    let (biz_type, text) = head(rest);
    let mut codec = Codec::new().biz_type(biz_type);
    if choices & 1 == 1 {
        codec = codec.strict();
    }
    if choices & 2 == 2 {
        codec = codec.base64(Base64Forms::CANONICAL.unpadded().url_safe().mime());
    }
    if let Some(pin) = Dialect::ALL.get(choices >> 2) {
        codec = codec.dialect(*pin);
    }
    law::an_outline_is_in_order(text);
    law::diagnosis_agrees(text, text, codec);
    law::diagnosis_agrees(text, Base64Forms::encode(text).as_bytes(), codec);
}
