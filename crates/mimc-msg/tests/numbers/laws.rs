//! Laws: a number that is read is what an exact reading of its digits gives, and an error names its place.

use mimc_msg::Deviation;
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

use super::decimal::Decimal;
use super::message::Member;

const VERSION_MAX: &str = "4294967295";
const TIME_MAX: &str = "9223372036854775807";

/// Whole numbers: of any length, and those at and beside a power of two or ten.
fn whole() -> impl Strategy<Value = String> {
    let beside = (prop::sample::select(vec![8, 16, 31, 32, 33, 53, 63, 64, 65, 96]), -2i128..3);
    prop_oneof![
        "0|[1-9][0-9]{0,40}",
        beside.prop_map(|(bits, off)| ((1i128 << bits) + off).to_string()),
        (0usize..32, 0u8..2).prop_map(|(zeros, off)| match off {
            0 => format!("1{}", "0".repeat(zeros)),
            _ => "9".repeat(zeros + 1),
        }),
    ]
}

/// Numbers of JSON.
fn number() -> impl Strategy<Value = String> {
    let fraction = prop_oneof![3 => Just(String::new()), 1 => r"\.[0-9]{1,20}"];
    let exponent = prop_oneof![3 => Just(String::new()), 1 => "[eE][-+]?[0-9]{1,25}"];
    (prop_oneof![3 => Just(""), 1 => Just("-")], whole(), fraction, exponent)
        .prop_map(|(sign, whole, fraction, exponent)| format!("{sign}{whole}{fraction}{exponent}"))
}

/// A line of [`Member::read`] for a member of whole numbers, by an exact reading.
fn expected(number: &str, max: &str, deviation: &str) -> String {
    if number.contains(['.', 'e', 'E']) {
        return "! wrong-type".to_owned();
    }
    // A sign is refused by itself, also that of nothing.
    match Decimal::read(number).whole_up_to(max).filter(|_| !number.starts_with('-')) {
        Some(value) => format!("= {value}{deviation}"),
        None => "! invalid-value".to_owned(),
    }
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn numbers_are_read_exactly(number in number()) {
        prop_assert_eq!(Member::Version.read(&number), expected(&number, VERSION_MAX, ""));
        let time = expected(&number, TIME_MAX, ", timestamp-form");
        prop_assert_eq!(Member::Timestamp.read(&number), time);
        // An id is its text, whatever its value.
        let id = Member::Id.read(&number);
        let integer = !number.contains(['.', 'e', 'E']);
        let kept = format!("= {number}, msg-id-number");
        prop_assert_eq!(id, if integer { kept } else { "! wrong-type".to_owned() });
    }

    #[test]
    fn digits_in_strings_are_read_exactly(zeros in 0usize..4, whole in whole()) {
        let digits = "0".repeat(zeros) + &whole;
        let string = format!("\"{digits}\"");
        prop_assert_eq!(Member::Version.read(&string), expected(&digits, VERSION_MAX, ", version-text"));
        let spelling = if zeros > 0 { ", timestamp-zeros" } else { "" };
        prop_assert_eq!(Member::Timestamp.read(&string), expected(&digits, TIME_MAX, spelling));
    }

    /// Any text in a string: ASCII digits are read, and anything else is refused where it stands.
    #[test]
    fn only_digits_are_digits(text in r"[0-9]{1,3}|[-+0-9eE.,_ \u{a0}\u{663}\u{ff11}\u{bd}\u{966}\u{1d7d8}]{0,6}|\PC{0,4}") {
        let string = serde_json::to_string(&text).expect("a string");
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        for member in [Member::Version, Member::Timestamp] {
            let read = member.read(&string);
            let expected = if digits { "= " } else { "! invalid-value" };
            prop_assert!(read.starts_with(expected), "{:?} {}: {}", member, string, read);
        }
    }

    /// Two bodies are the same value (RULES, choices) where their numbers are, however they are spelled.
    #[test]
    fn numbers_are_the_same_where_their_values_are(a in number(), shift in 0usize..5, other in prop::option::of(number())) {
        let b = other.unwrap_or_else(|| respelled(&a, shift));
        assert_same_exactly(&a, &b);
    }
}

/// The same number: zeros behind its digits, and as many off its exponent.
fn respelled(number: &str, zeros: usize) -> String {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent: i128 = exponent.trim_start_matches('+').parse().expect("digits");
    let power = exponent - i128::try_from(fraction.len() + zeros).expect("few");
    let digits = format!("{whole}{fraction}{}", "0".repeat(zeros));
    let (sign, digits) = digits.strip_prefix('-').map_or(("", &*digits), |digits| ("-", digits));
    let trimmed = digits.trim_start_matches('0');
    format!("{sign}{}E{power}", if trimmed.is_empty() { "0" } else { trimmed })
}

#[track_caller]
fn assert_same_exactly(a: &str, b: &str) {
    let text = format!(
        r#"{{"version":0,"msgId":"a","msgType":"S","timestamp":"1","payload":[{a}],"content":[{b}]}}"#
    );
    let same = Decimal::read(a) == Decimal::read(b);
    match mimc_msg::decode(text.as_bytes()) {
        Ok(decoded) => {
            assert!(same, "{a} is not {b}");
            assert!(decoded.deviations.contains(Deviation::BodyTwice));
        }
        Err(error) => {
            assert!(!same, "{a} is {b}: {error}");
            let second = text.rfind('[').expect("there");
            assert_eq!(
                (error.code(), error.pointer(), error.offset()),
                ("body-conflict", "/content", second)
            );
        }
    }
}

#[test]
fn numbers_at_the_edge_of_exponents() {
    // 2^62 - 1, 2^63 - 1 and 2^63 are where an exponent may stop fitting; the last has 30 digits.
    for exponent in [
        4_611_686_018_427_387_902_i128,
        9_223_372_036_854_775_806,
        9_223_372_036_854_775_807,
        18_446_744_073_709_551_615,
        999_999_999_999_999_999_999_999_999_999,
    ] {
        for (zeros, off) in [(0, 1), (1, 0), (1, 1), (3, 0), (3, 2)] {
            for sign in ["", "-"] {
                let a = format!("1e{sign}{exponent}");
                let signed = if sign.is_empty() { exponent } else { -exponent };
                let b = format!(
                    "1{}e{}",
                    "0".repeat(zeros),
                    signed - i128::try_from(zeros).expect("few") + off
                );
                assert_same_exactly(&a, &b);
            }
        }
    }
}
