//! Numbers: digits by digits, with as many, within the same bounds.

use crate::key::Key;
use crate::permute::Walk;

/// Shorter ones stay: codes, counts, flags.
const SHORTEST: usize = 4;

/// What integers are held against: what a type can hold, and what is told of an id.
const BOUNDS: [u128; 5] =
    [i32::MAX as u128, u32::MAX as u128, i64::MAX as u128, u64::MAX as u128, (1 << 53) - 1];

/// The digits of an integer replaced. Zeros in front stay, and so does a number of up to three digits.
pub(crate) fn integer(key: &Key, digits: &str) -> String {
    let (zeros, number) = split(digits);
    if number.len() < SHORTEST {
        return digits.to_owned();
    }
    let side = sides(number);
    let mut walk = walk(key, number);
    loop {
        let replaced = read(&walk.next(), true);
        if sides(&replaced) == side {
            return format!("{zeros}{replaced}");
        }
    }
}

/// Whether [`integer`] changes nothing.
pub(crate) fn stays(digits: &str) -> bool {
    split(digits).1.len() < SHORTEST
}

/// The longest prefix that is, or could become, a number of JSON, replaced, and the rest.
pub(crate) fn number<'t>(key: &Key, text: &'t str) -> (String, &'t str) {
    let sign = text.len() - text.strip_prefix('-').unwrap_or(text).len();
    let whole = sign + count(&text[sign..]);
    let point = whole + usize::from(whole > sign && text[whole..].starts_with('.'));
    let fraction = if point > whole { point + count(&text[point..]) } else { whole };
    let (sign, int, frac) = (&text[..sign], &text[sign..whole], &text[point..fraction]);
    let exponent = exponent(&text[fraction..], int.len());
    let (exponent, rest) = text[fraction..].split_at(exponent);
    if point == whole && exponent.is_empty() {
        return (format!("{sign}{}", integer(key, int)), rest);
    }
    let point = &text[whole..point];
    let (zeros, significant) = split(int);
    let mut mantissa = format!("{significant}{frac}");
    if mantissa.len() >= SHORTEST && !significant.is_empty() {
        mantissa = read(&walk(key, &mantissa).next(), true);
    } else if frac.len() >= SHORTEST {
        // Of 0.1234, the first digit behind the point may be any.
        let values = frac.bytes().map(|digit| u16::from(digit - b'0')).collect();
        mantissa = read(&Walk::new(key, b"fraction", vec![10; frac.len()], values).next(), false);
    }
    let (int, frac) = mantissa.split_at(significant.len());
    (format!("{sign}{zeros}{int}{point}{frac}{exponent}"), rest)
}

/// What a reader of numbers sees of a text that begins as one: how long each part is, and whether it begins with zero.
pub(crate) fn form(text: &str) -> (usize, usize, usize, bool) {
    let sign = text.len() - text.strip_prefix('-').unwrap_or(text).len();
    let whole = sign + count(&text[sign..]);
    let point = whole + usize::from(whole > sign && text[whole..].starts_with('.'));
    let fraction = if point > whole { point + count(&text[point..]) } else { whole };
    let exponent = exponent(&text[fraction..], whole - sign);
    (whole, fraction, exponent, text[sign..].starts_with('0'))
}

/// How long the exponent is, whole or cut off, behind a number of which the whole part has so many digits.
fn exponent(text: &str, whole: usize) -> usize {
    let Some(rest) = text.strip_prefix(['e', 'E']).filter(|_| whole > 0) else {
        return 0;
    };
    let signed = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    text.len() - signed.len() + count(signed)
}

/// How many ASCII digits a text begins with.
fn count(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn split(digits: &str) -> (&str, &str) {
    let number = digits.trim_start_matches('0');
    digits.split_at(digits.len() - number.len())
}

/// On which side of each bound a number is.
fn sides(number: &str) -> Option<[bool; 5]> {
    let number = number.parse::<u128>().ok()?;
    Some(BOUNDS.map(|bound| number > bound))
}

/// The lists of digits of which the first is not zero, from this one on.
fn walk<'k>(key: &'k Key, number: &str) -> Walk<'k> {
    let mut sizes = vec![10; number.len()];
    let mut values: Vec<u16> = number.bytes().map(|digit| u16::from(digit - b'0')).collect();
    if let (Some(size), Some(value)) = (sizes.first_mut(), values.first_mut()) {
        *size = 9;
        *value -= 1;
    }
    Walk::new(key, b"integer", sizes, values)
}

fn read(values: &[u16], from_one: bool) -> String {
    let digit = |(place, value): (usize, &u16)| {
        let value = value + u16::from(from_one && place == 0);
        char::from_digit(value.into(), 10).unwrap_or('0')
    };
    values.iter().enumerate().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::{Key, integer, number};

    #[test]
    fn numbers_keep_what_readers_see() {
        let key = Key::new(&[9; 32]).expect("a key");
        for kept in [
            "0", "7", "000", "123", "00999", "-1", "-0", "1.5", "1e2", "0.5e-10", "1e", "-", "1.",
            "1e+",
        ] {
            assert_eq!(number(&key, kept), (kept.to_owned(), ""), "{kept}");
        }
        for digits in
            ["1234", "0001234", "9223372036854775808", "2147483648", "18446744073709551616"]
        {
            let replaced = integer(&key, digits);
            assert_ne!(replaced, digits);
            assert_eq!(replaced.len(), digits.len());
            assert_eq!(replaced.parse::<i64>().is_ok(), digits.parse::<i64>().is_ok());
            assert_eq!(replaced.parse::<u64>().is_ok(), digits.parse::<u64>().is_ok());
            assert_eq!(replaced.parse::<i32>().is_ok(), digits.parse::<i32>().is_ok());
        }
        let (replaced, rest) = number(&key, "-39.904200e5abc");
        assert_eq!((replaced.len(), rest), ("-39.904200e5".len(), "abc"));
        assert!(!replaced.contains("39.9042") && replaced.ends_with("e5"), "{replaced}");
        assert_ne!(number(&key, "0.1234").0, "0.1234");
        assert_eq!(number(&key, "abc"), (String::new(), "abc"));
    }
}
