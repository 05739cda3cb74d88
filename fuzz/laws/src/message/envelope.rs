//! The decoder and whatever bytes.

use mimc_msg::{Base64Forms, Codec, Deviation, Dialect, Envelope, Flag as _, Scratch};
use mimc_testkit::message::law;

use crate::bytes::head;

/// A `bizType` in the first line, and a text; read without a pin and under each, leniently and strictly.
///
/// * Strict accepts what lenient accepts without a deviation, and reads the same.
/// * Errors have a place inside the input, a pointer and a code in kebab-case.
/// * A pin to the dialect that was found reads the same, and the places of the deviations are those of the deviations.
/// * The evidence for the dialect says what decoding says, and against every other dialect something speaks.
/// * What decodes, encodes again in its dialect and decodes to the same, but for the exceptions of docs/rules.md.
/// * The header that `RawEnvelope` gives is that of the message.
/// * Borrowed, allocated, in base64 of one line or many: every way in reads the same.
/// * serde reads what `decode` reads; the only difference is a NUL at the end.
pub fn envelope(data: &[u8]) {
    let (biz_type, text) = head(data);
    for pin in [None].into_iter().chain(Dialect::ALL.iter().copied().map(Some)) {
        law::strict_is_lenient_without_deviations(text, biz_type, pin);
        law::white_space_means_nothing(text, biz_type, pin);
        law::comes_back(text, biz_type, pin);
        let codec = Codec::new().biz_type(biz_type);
        let codec = pin.map_or(codec, |pin| codec.dialect(pin));
        law::the_evidence_is_for_the_verdict(codec, pin.is_some(), text);
        if let Err(error) = codec.decode(text) {
            law::errors_have_places(text, &error);
        }
    }
    law::pins_agree(text, biz_type);
    law::the_header_agrees(text, biz_type);
    law::every_way_in_agrees(text, biz_type, biz_type.len() + 1);
    serde_agrees(text);
    // The text as base64 itself, in every form.
    let forms = Base64Forms::CANONICAL.unpadded().url_safe().mime();
    let codec = Codec::new().biz_type(biz_type).base64(forms);
    if let Err(error) = codec.decode_base64(text, &mut Scratch::new()) {
        law::errors_have_places(text, &error);
    }
}

fn serde_agrees(text: &[u8]) {
    let serde: Result<Envelope<'_>, _> = serde_json::from_slice(text);
    match (serde, Codec::new().decode(text)) {
        (Ok(serde), Ok(decoded)) => assert_eq!(serde, decoded.envelope),
        (Ok(serde), Err(error)) => panic!("only serde reads it ({error}): {serde:?}"),
        (Err(error), Ok(decoded)) => {
            let nul = decoded.deviations.contains(Deviation::TrailingNul);
            assert!(nul, "serde does not read it: {error}");
        }
        (Err(_), Err(_)) => {}
    }
}
