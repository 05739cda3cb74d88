//! Decimal digits, eight at a time.

/// The value of a text of ASCII digits, 2^64 - 1 where it is larger; None where it is something else, or empty.
#[inline]
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let mut value: u64 = 0;
    let mut rest = text.as_bytes();
    if rest.is_empty() {
        return None;
    }
    while let Some((eight, after)) = rest.split_first_chunk() {
        value = value.saturating_mul(100_000_000).saturating_add(eight_digits(*eight)?);
        rest = after;
    }
    // Up to seven digits, and ten to their number.
    let (mut last, mut power) = (0, 1);
    for byte in rest {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        last = last * 10 + u64::from(digit);
        power *= 10;
    }
    Some(value.saturating_mul(power).saturating_add(last))
}

/// The number that eight ASCII digits spell; None where one is something else.
///
/// Pairs, then fours, then all eight are added up within one word: a third of the instructions of a digit at a time.
#[inline]
const fn eight_digits(text: [u8; 8]) -> Option<u64> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let digits = u64::from_le_bytes(text) ^ (ONES * b'0' as u64);
    // A digit is below ten: neither its high half is set, nor is it when six is added.
    if (digits | digits.wrapping_add(ONES * 6)) & (ONES * 0xf0) != 0 {
        return None;
    }
    let pairs = (digits * 10 + (digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    Some((fours * 10_000 + (fours >> 32)) & 0xffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::eight_digits;

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
