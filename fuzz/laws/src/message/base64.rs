//! Base64 and its referee.

use mimc_testkit::message::law;

/// A text that may be base64, in each form that a caller may allow; and the same bytes encoded.
///
/// * Verdicts, values and places are those of the crate `base64`.
/// * What is encoded, every form decodes to the same bytes.
pub fn base64(data: &[u8]) {
    law::base64_comes_back(data);
    for forms in 0..8_u8 {
        law::base64_is_as_the_referee_says(data, [1, 2, 4].map(|bit| forms & bit != 0));
    }
}
