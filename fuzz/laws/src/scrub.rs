//! Scrubbing whatever bytes.

use mimc_msg::{Dialect, Flag as _};
use mimc_testkit::scrub::{nothing_is_left, scrubber, the_verdict_stays, words_of};

use crate::bytes::{first, head};

/// A key, a `bizType` in a line, and a text.
///
/// * Scrubbed, the text has the verdict that it had: code and pointer, or dialects, deviations, notes, kind, version and
///   time; under no pin and under each, also in base64, also when scrubbed twice.
/// * No account, id or text of nine letters or more is left, also behind base64.
/// * The same key gives the same.
pub fn scrub(data: &[u8]) {
    let (key, rest) = first(data);
    let (biz_type, text) = head(rest);
    let scrub = scrubber(u8::try_from(key).unwrap_or_default());
    for pin in [None].into_iter().chain(Dialect::ALL.iter().copied().map(Some)) {
        the_verdict_stays(&scrub, text, biz_type, pin);
    }
    let scrubbed = scrub.document(text);
    assert_eq!(scrubbed, scrub.document(text));
    nothing_is_left(&scrubbed, &words_of(&scrub, text, biz_type));
}
