//! Base64 against the crate `base64`.

use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{DecodeError, Engine as _};
use mimc_msg::Base64Forms;

const fn referee(mode: DecodePaddingMode) -> GeneralPurpose {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(mode)
        .with_decode_allow_trailing_bits(false);
    GeneralPurpose::new(&STANDARD, config)
}

const PADDED: GeneralPurpose = referee(DecodePaddingMode::RequireCanonical);
const UNPADDED: GeneralPurpose = referee(DecodePaddingMode::RequireNone);

/// Verdicts, values and places are those of the crate `base64` (its scalar engine), after line breaks are taken out, the
/// other alphabet is replaced and, padding is put where none is required; and `accepts` says what `decode` does.
pub fn base64_is_as_the_referee_says(text: &[u8], [unpadded, url_safe, mime]: [bool; 3]) {
    let mut forms = Base64Forms::CANONICAL;
    forms = if unpadded { forms.unpadded() } else { forms };
    forms = if url_safe { forms.url_safe() } else { forms };
    forms = if mime { forms.mime() } else { forms };

    let (places, mut plain): (Vec<_>, Vec<_>) = plain(text, url_safe, mime).into_iter().unzip();
    let found = forms.decode(text).map_err(|error| error.offset);
    if unpadded && !plain.contains(&b'=') {
        assert_eq!(found.as_ref().ok(), UNPADDED.decode(&plain).as_ref().ok());
        plain.resize(plain.len().next_multiple_of(4), b'=');
    }
    let expected = PADDED.decode(&plain).map_err(|error| {
        let at = match error {
            DecodeError::InvalidByte(at, _) => at,
            DecodeError::InvalidLastSymbol { offset, .. } => offset,
            DecodeError::InvalidLength(_) | DecodeError::InvalidPadding => plain.len(),
        };
        places.get(at).copied().unwrap_or(text.len())
    });
    assert_eq!(found, expected, "{forms:?} {}", text.escape_ascii());
    assert_eq!(forms.accepts(text), found.is_ok(), "{forms:?} {}", text.escape_ascii());
    // What a buffer held before is gone.
    for held in [0, 3, 5000] {
        let mut bytes = vec![b'x'; held];
        let into = forms.decode_into(text, &mut bytes);
        assert_eq!(into.map_err(|error| error.offset).err(), found.as_ref().err().copied());
        assert_eq!(&bytes, found.as_ref().unwrap_or(&Vec::new()));
    }
}

/// What is encoded is what the crate `base64` writes, and every form reads it.
pub fn base64_comes_back(bytes: &[u8]) {
    let text = Base64Forms::encode(bytes);
    assert_eq!(text, PADDED.encode(bytes));
    let forms = Base64Forms::CANONICAL;
    for forms in [forms, forms.unpadded(), forms.url_safe(), forms.mime()] {
        assert_eq!(forms.decode(text.as_bytes()).as_deref(), Ok(bytes), "{forms:?}");
    }
}

/// The characters that are no line breaks, in the standard alphabet, as far as the form says so; and where they stand.
fn plain(text: &[u8], url_safe: bool, mime: bool) -> Vec<(usize, u8)> {
    let mut plain = Vec::new();
    for (at, &byte) in text.iter().enumerate() {
        let byte = match byte {
            b'\r' if mime && text.get(at + 1) == Some(&b'\n') => continue,
            b'\n' if mime => continue,
            b'-' if url_safe => b'+',
            b'_' if url_safe => b'/',
            other => other,
        };
        plain.push((at, byte));
    }
    plain
}
