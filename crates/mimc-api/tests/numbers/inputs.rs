//! The inputs, each with the whole number that it is, and what each member makes of it.

use super::members;

/// Numbers, and which whole number each is: none where it has a fraction or an exponent, or is a zero with a sign
/// (EVIDENCE E, row 5).
const NUMBERS: &[(&str, Option<i128>)] = &[
    ("0", Some(0)),
    ("1", Some(1)),
    ("200", Some(200)),
    ("2147483647", Some(2_147_483_647)),
    ("2147483648", Some(2_147_483_648)),
    ("4294967295", Some(4_294_967_295)),
    ("4294967296", Some(4_294_967_296)),
    // 2^32 + 200 and 2^64 + 200: fewer bits would take them for the code of success.
    ("4294967496", Some(4_294_967_496)),
    ("18446744073709551816", Some(18_446_744_073_709_551_816)),
    ("9007199254740991", Some(9_007_199_254_740_991)),
    ("9007199254740992", Some(9_007_199_254_740_992)),
    ("9007199254740993", Some(9_007_199_254_740_993)),
    ("9223372036854775807", Some(9_223_372_036_854_775_807)),
    ("9223372036854775808", Some(9_223_372_036_854_775_808)),
    ("18446744073709551614", Some(18_446_744_073_709_551_614)),
    ("18446744073709551615", Some(18_446_744_073_709_551_615)),
    ("18446744073709551616", Some(18_446_744_073_709_551_616)),
    ("1000000000000000000000000000000", Some(1_000_000_000_000_000_000_000_000_000_000)),
    ("-1", Some(-1)),
    ("-2147483648", Some(-2_147_483_648)),
    ("-2147483649", Some(-2_147_483_649)),
    // 200 - 2^32.
    ("-4294967096", Some(-4_294_967_096)),
    ("-9223372036854775808", Some(-9_223_372_036_854_775_808)),
    ("-9223372036854775809", Some(-9_223_372_036_854_775_809)),
    ("-0", None),
    ("1.0", None),
    ("200.0", None),
    ("1.5", None),
    ("-0.0", None),
    ("1e0", None),
    ("2e2", None),
    ("1E3", None),
    ("1e+3", None),
    ("1000e-3", None),
    ("0e0", None),
    ("1e30", None),
    ("1e999", None),
    ("1e99999999999999999999", None),
];

/// What is no number of JSON, its code, and the byte that makes it none (RULES 2, EVIDENCE E, row 22).
const NO_NUMBERS: &[(&str, &str, usize)] = &[
    ("00", "invalid-number", 1),
    ("01", "invalid-number", 1),
    ("-01", "invalid-number", 2),
    ("- 1", "invalid-number", 1),
    ("--1", "invalid-number", 1),
    ("-Infinity", "invalid-number", 1),
    ("1.", "invalid-number", 2),
    ("1e", "invalid-number", 2),
    ("1e+", "invalid-number", 3),
    ("+1", "unexpected-byte", 0),
    (".5", "unexpected-byte", 0),
    ("NaN", "unexpected-byte", 0),
    ("0x1", "unexpected-byte", 1),
    ("1_000", "unexpected-byte", 1),
    ("1 000", "unexpected-byte", 2),
    ("1\u{a0}", "unexpected-byte", 1),
    ("\u{663}", "unexpected-byte", 0),
    ("\u{ff11}", "unexpected-byte", 0),
    ("1\u{ff11}", "unexpected-byte", 1),
];

/// Texts, and which whole number each is: none unless it is written as we would write it, without a plus, without
/// zeros before it, without white space, in ASCII digits.
const TEXTS: &[(&str, Option<i128>)] = &[
    (r"\u0031", Some(1)),
    ("00", None),
    ("01", None),
    ("007", None),
    ("-01", None),
    ("-0", None),
    ("+0", None),
    ("+1", None),
    ("+-1", None),
    ("--1", None),
    ("-", None),
    ("", None),
    (" ", None),
    (" 1", None),
    ("1 ", None),
    (r"\t1", None),
    (r"1\n", None),
    (r"1\u0000", None),
    (r"\u00001", None),
    ("1\u{a0}", None),
    ("\u{feff}1", None),
    ("\u{200f}1", None),
    ("1 000", None),
    ("1,000", None),
    ("1_000", None),
    ("1.0", None),
    ("200.0", None),
    ("1e0", None),
    ("2e2", None),
    ("0x1", None),
    ("1L", None),
    ("\u{663}", None),
    ("\u{6f3}", None),
    ("\u{ff11}", None),
    ("1\u{ff11}", None),
    ("\u{ff0d}1", None),
    ("\u{2212}1", None),
    ("\u{bd}", None),
    ("\u{b2}", None),
    ("\u{2460}", None),
    ("\u{4e00}", None),
    ("\u{1d7d9}", None),
    ("null", None),
    ("Infinity", None),
];

#[test]
fn numbers() {
    for member in members::all() {
        for (number, whole) in NUMBERS {
            assert_eq!(member.read(number), member.expected(*whole), "{} {number}", member.pointer);
        }
    }
}

/// A number that is written as text is the same number.
#[test]
fn numbers_as_text() {
    for member in members::all() {
        for (number, whole) in NUMBERS {
            let text = format!("\"{number}\"");
            assert_eq!(member.read(&text), member.expected(*whole), "{} {text}", member.pointer);
        }
    }
}

#[test]
fn texts() {
    for member in members::all() {
        for (text, whole) in TEXTS {
            let text = format!("\"{text}\"");
            assert_eq!(member.read(&text), member.expected(*whole), "{} {text}", member.pointer);
        }
    }
}

#[test]
fn no_numbers() {
    for member in members::all() {
        for (text, code, at) in NO_NUMBERS {
            assert_eq!(member.read(text), Err((*code, *at)), "{} {text}", member.pointer);
        }
    }
}
