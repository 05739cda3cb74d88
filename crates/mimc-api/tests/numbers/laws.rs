//! Laws: whatever is written where a number stands, what is read is what an exact reading of its digits gives.

use mimc_testkit::vectors::cases;
use proptest::prelude::*;

use super::members;

/// Whole numbers of any length, and those beside a power of two or ten.
fn whole() -> impl Strategy<Value = String> {
    let beside = (prop::sample::select(vec![8, 31, 32, 33, 53, 63, 64, 65, 96]), -2i128..3);
    prop_oneof![
        "0|-?[1-9][0-9]{0,45}",
        beside.prop_map(|(bits, off)| ((1i128 << bits) + off).to_string()),
        (0usize..36).prop_map(|zeros| format!("1{}", "0".repeat(zeros))),
    ]
}

/// The number of digits with at most a minus before them, digit by digit; None where it is not written as it would be
/// written again, or where 127 bits do not hold it: no member's range is as wide.
fn exact(text: &str) -> Option<i128> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let canonical = digits == "0" && sign == 1 || !digits.starts_with('0') && !digits.is_empty();
    let mut value: i128 = 0;
    for character in digits.chars() {
        let digit = "0123456789".find(character)?;
        value = value.checked_mul(10)?.checked_add(i128::try_from(digit).ok()?)?;
    }
    canonical.then_some(sign * value)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn whole_numbers_are_read_exactly(whole in whole(), text in any::<bool>()) {
        let value = if text { format!("\"{whole}\"") } else { whole.clone() };
        for member in members::all() {
            prop_assert_eq!(member.read(&value), member.expected(exact(&whole)), "{} {}", member.pointer, value);
        }
    }

    #[test]
    fn other_numbers_are_refused_where_they_stand(
        number in r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20}([eE][-+]?[0-9]{1,4})?|[eE][-+]?[0-9]{1,4})"
    ) {
        for member in members::all() {
            prop_assert_eq!(member.read(&number), member.expected(None), "{} {}", member.pointer, number);
        }
    }

    #[test]
    fn texts_are_read_exactly(text in r"-?[0-9]{1,22}|[-+0-9eE.,_ \u{a0}\u{663}\u{ff11}\u{bd}]{0,6}|\PC{0,4}") {
        let value = serde_json::to_string(&text).expect("a string");
        for member in members::all() {
            prop_assert_eq!(member.read(&value), member.expected(exact(&text)), "{} {}", member.pointer, value);
        }
    }
}

#[test]
fn the_reference_reads_what_is_written() {
    for whole in [0, 1, -1, 42, i128::from(u64::MAX), i128::from(i64::MIN)] {
        assert_eq!(exact(&whole.to_string()), Some(whole));
    }
    for text in ["", "-", "-0", "00", "01", "-01", "+1", "1 ", "\u{663}", "1.0", "1e0"] {
        assert_eq!(exact(text), None, "{text:?}");
    }
}
