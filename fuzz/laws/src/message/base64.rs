//! Base64 against the crate `base64`.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use mimc_msg::Base64Forms;

const fn referee(mode: DecodePaddingMode) -> GeneralPurpose {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(mode)
        .with_decode_allow_trailing_bits(false);
    GeneralPurpose::new(&STANDARD, config)
}

const PADDED: GeneralPurpose = referee(DecodePaddingMode::RequireCanonical);
const UNPADDED: GeneralPurpose = referee(DecodePaddingMode::RequireNone);

/// A text that may be base64, in each form that a caller may allow; and the same bytes encoded.
///
/// * Verdicts and values are those of the crate `base64` (its scalar engine), after line breaks are taken out and the
///   other alphabet is replaced.
/// * `accepts` says what `decode` does; an error is inside the text, and at the referee's byte.
/// * What is encoded, every form decodes to the same bytes.
pub fn base64(data: &[u8]) {
    let encoded = Base64Forms::encode(data);
    assert_eq!(encoded, PADDED.encode(data));
    for forms in 0..8_u8 {
        let [unpadded, url_safe, mime] = [1, 2, 4].map(|bit| forms & bit != 0);
        let mut form = Base64Forms::CANONICAL;
        form = if unpadded { form.unpadded() } else { form };
        form = if url_safe { form.url_safe() } else { form };
        form = if mime { form.mime() } else { form };
        let text = plain(data, url_safe, mime);
        let mut expected = PADDED.decode(&text).ok();
        if unpadded && expected.is_none() {
            expected = UNPADDED.decode(&text).ok();
        }
        let found = form.decode(data);
        assert_eq!(found.as_ref().ok(), expected.as_ref(), "{form:?}");
        assert_eq!(form.accepts(data), found.is_ok(), "{form:?}");
        if let Err(error) = found {
            assert!(error.offset <= data.len(), "{form:?}: {error}");
        }
        assert_eq!(form.decode(encoded.as_bytes()).as_deref(), Ok(data), "{form:?}");
    }
    let at = match PADDED.decode(data) {
        Err(base64::DecodeError::InvalidByte(at, _)) => at,
        Err(base64::DecodeError::InvalidLastSymbol { offset, .. }) => offset,
        Err(_) => data.len(),
        Ok(_) => return,
    };
    let error = Base64Forms::CANONICAL.decode(data).expect_err("the referee refuses it");
    assert_eq!(error.offset, at, "{error}");
}

/// The text without line breaks and in the standard alphabet, as far as the form says so.
fn plain(text: &[u8], url_safe: bool, mime: bool) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut rest = text.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        plain.push(match byte {
            b'\r' if mime && rest.peek() == Some(&b'\n') => continue,
            b'\n' if mime => continue,
            b'-' if url_safe => b'+',
            b'_' if url_safe => b'/',
            other => other,
        });
    }
    plain
}
