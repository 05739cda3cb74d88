//! Decimal digits, eight at a time.

const ZEROS: u64 = 0x3030_3030_3030_3030;

/// The value of a text of ASCII digits, 2^64 - 1 where it is larger; None where it is something else, or empty.
///
/// Of 8 to 16 digits, as times in milliseconds have, the last eight are read as one word, and so are those before them
/// with zeros in front: half the instructions of a loop over the rest of the first word.
#[inline]
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    let (Some(start), Some(end)) = (bytes.first_chunk(), bytes.last_chunk()) else {
        return digit_by_digit(bytes);
    };
    if bytes.len() > 16 {
        return digit_by_digit(bytes);
    }
    // So many bits of the first word are digits that the last word has not.
    #[allow(clippy::cast_possible_truncation, reason = "at most 16")]
    let bits = 8 * (bytes.len() as u32 - 8);
    let digits = u64::from_le_bytes(*start).checked_shl(64 - bits).unwrap_or(0);
    let word = digits | ZEROS.checked_shr(bits).unwrap_or(0);
    Some(eight_digits(word.to_le_bytes())? * 100_000_000 + eight_digits(*end)?)
}

fn digit_by_digit(bytes: &[u8]) -> Option<u64> {
    if bytes.is_empty() {
        return None;
    }
    bytes.iter().try_fold(0_u64, |value, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| value.saturating_mul(10).saturating_add(u64::from(digit)))
    })
}

/// The number that eight ASCII digits spell; None where one is something else.
///
/// Pairs, then fours, then all eight are added up within one word: a third of the instructions of a digit at a time.
#[inline]
const fn eight_digits(text: [u8; 8]) -> Option<u64> {
    let digits = u64::from_le_bytes(text) ^ ZEROS;
    // A digit is below ten: neither its high half is set, nor is it when six is added.
    if (digits | digits.wrapping_add(0x0606_0606_0606_0606)) & 0xf0f0_f0f0_f0f0_f0f0 != 0 {
        return None;
    }
    let pairs = (digits * 10 + (digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    Some((fours * 10_000 + (fours >> 32)) & 0xffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::{decimal, eight_digits};

    #[test]
    fn texts_are_read_as_the_standard_library_reads_them() {
        let digits = "98765432109876543210987";
        for length in 0..=digits.len() {
            let text = &digits[..length];
            assert_eq!(decimal(text), text.parse::<u128>().ok().map(clamped), "{text}");
            for at in 0..length {
                for other in ['/', ':', '\0', '\u{1}', '+', '-', ' ', '\u{7f}'] {
                    let text = format!("{}{other}{}", &text[..at], &text[at + 1..]);
                    assert_eq!(decimal(&text), None, "{text:?}");
                }
                let text = format!("{:0>length$}", &text[at..]);
                assert_eq!(decimal(&text), text.parse::<u128>().ok().map(clamped), "{text}");
            }
        }
        for text in ["18446744073709551614", "18446744073709551615", "18446744073709551616"] {
            assert_eq!(decimal(text), text.parse::<u128>().ok().map(clamped), "{text}");
        }
    }

    fn clamped(value: u128) -> u64 {
        u64::try_from(value).unwrap_or(u64::MAX)
    }

    #[test]
    fn eight_digits_are_read_as_the_standard_library_reads_them() {
        for number in [0, 1, 9, 10_203_040, 12_345_678, 87_654_321, 90_000_000, 99_999_999] {
            let text = format!("{number:08}");
            let eight = text.as_bytes().first_chunk().copied().map(eight_digits);
            assert_eq!(eight, Some(Some(number)), "{text}");
        }
        for at in 0..8 {
            for byte in 0..=u8::MAX {
                let mut text = *b"12345678";
                text[at] = byte;
                let expected = std::str::from_utf8(&text).ok().filter(|_| byte.is_ascii_digit());
                assert_eq!(eight_digits(text), expected.and_then(|text| text.parse().ok()));
            }
        }
    }
}
