//! The laws of scrubbing.
#![allow(missing_docs)]

use mimc_msg::{Dialect, Encoder, Flag as _};
use mimc_testkit::message::{dialect, envelope, json_text, odd_message, rough_json};
use mimc_testkit::scrub::{scrubber, the_verdict_stays};
use proptest::prelude::*;

fn pins() -> impl Strategy<Value = Option<Dialect>> {
    prop::option::weighted(0.3, prop::sample::select(Dialect::ALL))
}

proptest! {
    #[test]
    fn odd_messages_keep_their_verdict((text, biz) in odd_message(), pin in pins(), key in 0..4_u8) {
        the_verdict_stays(&scrubber(key), text.as_bytes(), &biz, pin);
    }

    #[test]
    fn rough_texts_keep_their_verdict(text in rough_json(), pin in pins(), key in 0..4_u8) {
        the_verdict_stays(&scrubber(key), text.as_bytes(), "", pin);
    }

    #[test]
    fn envelopes_keep_their_verdict(envelope in envelope(), dialect in dialect(), key in 0..4_u8) {
        let Ok(encoded) = Encoder::new(dialect).lossy().encode(&envelope) else { return Ok(()) };
        let biz = encoded.biz_type.as_deref().unwrap_or_default();
        the_verdict_stays(&scrubber(key), &encoded.bytes, biz, None);
        the_verdict_stays(&scrubber(key), &encoded.bytes, biz, Some(dialect));
    }

    #[test]
    fn documents_stay_what_they_are(json in json_text(), key in 0..4_u8) {
        let text = format!("{{\"payload\":{json},\"msgType\":\"X\",\"msgId\":\"a\",\"timestamp\":\"1516763973000\"}}");
        the_verdict_stays(&scrubber(key), text.as_bytes(), "", None);
    }

    #[test]
    fn bytes_keep_their_verdict(bytes: Vec<u8>, biz: String, key in 0..4_u8) {
        the_verdict_stays(&scrubber(key), &bytes, &biz, None);
        the_verdict_stays(&scrubber(key), &[b"{\"payload\":\"", &*bytes, b"\"}"].concat(), &biz, None);
    }
}
