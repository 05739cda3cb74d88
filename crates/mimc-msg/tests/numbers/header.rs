//! `version`, `msgId` and `timestamp` (RULES 3), each input with what the rules say of it.

use mimc_msg::Note;

use super::message::Member;

const V: &str = "! invalid-value";
const T: &str = "! wrong-type";

/// A number, and its verdicts as version (0 to 2^32 - 1), id (its decimal text, a deviation) and timestamp (0 to
/// 2^63 - 1; a deviation, since the message is of the manual). A sign is refused where a range begins at 0; a fraction
/// or an exponent makes it no integer, whatever its value.
const NUMBERS: &[(&str, &str, &str, &str)] = &[
    ("0", "= 0", "= 0, msg-id-number", "= 0, timestamp-form"),
    ("1", "= 1", "= 1, msg-id-number", "= 1, timestamp-form"),
    ("2147483647", "= 2147483647", "= 2147483647, msg-id-number", "= 2147483647, timestamp-form"),
    ("2147483648", "= 2147483648", "= 2147483648, msg-id-number", "= 2147483648, timestamp-form"),
    ("4294967295", "= 4294967295", "= 4294967295, msg-id-number", "= 4294967295, timestamp-form"),
    ("4294967296", V, "= 4294967296, msg-id-number", "= 4294967296, timestamp-form"),
    (
        "9007199254740991",
        V,
        "= 9007199254740991, msg-id-number",
        "= 9007199254740991, timestamp-form",
    ),
    (
        "9007199254740992",
        V,
        "= 9007199254740992, msg-id-number",
        "= 9007199254740992, timestamp-form",
    ),
    (
        "9007199254740993",
        V,
        "= 9007199254740993, msg-id-number",
        "= 9007199254740993, timestamp-form",
    ),
    (
        "9223372036854775807",
        V,
        "= 9223372036854775807, msg-id-number",
        "= 9223372036854775807, timestamp-form",
    ),
    ("9223372036854775808", V, "= 9223372036854775808, msg-id-number", V),
    ("18446744073709551615", V, "= 18446744073709551615, msg-id-number", V),
    ("18446744073709551616", V, "= 18446744073709551616, msg-id-number", V),
    // 2^64 + 1516763973000: 64 bits would take it for that time.
    ("18446745590473524616", V, "= 18446745590473524616, msg-id-number", V),
    ("1000000000000000000000000000000", V, "= 1000000000000000000000000000000, msg-id-number", V),
    ("-0", V, "= -0, msg-id-number", V),
    ("-1", V, "= -1, msg-id-number", V),
    ("-9223372036854775808", V, "= -9223372036854775808, msg-id-number", V),
    ("1.0", T, T, T),
    ("0.0", T, T, T),
    ("1.5", T, T, T),
    ("-1.5", T, T, T),
    ("1e0", T, T, T),
    ("0e0", T, T, T),
    ("1E3", T, T, T),
    ("1e+3", T, T, T),
    ("1000e-3", T, T, T),
    ("1e999", T, T, T),
    ("1e99999999999999999999", T, T, T),
];

/// What is no number of JSON (RULES 2), and the byte that makes it none.
const NO_NUMBERS: &[(&str, &str)] = &[
    ("00", "! invalid-number at 1"),
    ("01", "! invalid-number at 1"),
    ("-01", "! invalid-number at 2"),
    ("-", "! invalid-number at 1"),
    ("--1", "! invalid-number at 1"),
    ("- 1", "! invalid-number at 1"),
    ("-Infinity", "! invalid-number at 1"),
    ("1.", "! invalid-number at 2"),
    ("1.e3", "! invalid-number at 2"),
    ("1e", "! invalid-number at 2"),
    ("1e+", "! invalid-number at 3"),
    ("1e1.5", "! unexpected-byte at 3"),
    ("+1", "! unexpected-byte at 0"),
    (".5", "! unexpected-byte at 0"),
    ("NaN", "! unexpected-byte at 0"),
    ("0x1", "! unexpected-byte at 1"),
    ("1_000", "! unexpected-byte at 1"),
    ("1 000", "! unexpected-byte at 2"),
    ("1n", "! unexpected-byte at 1"),
    ("1\u{a0}", "! unexpected-byte at 1"),
    // Arabic, fullwidth and superscript digits.
    ("\u{663}", "! unexpected-byte at 0"),
    ("\u{ff11}", "! unexpected-byte at 0"),
    ("1\u{ff11}", "! unexpected-byte at 1"),
    ("1\u{b2}", "! unexpected-byte at 1"),
];

/// What stands in a string, and its verdicts: as version ASCII digits, a deviation; as id any text but the empty one;
/// as timestamp ASCII digits, leading zeros being a deviation.
const TEXTS: &[(&str, &str, &str)] = &[
    ("0", "= 0, version-text", "= 0"),
    ("1", "= 1, version-text", "= 1"),
    (r"\u0031", "= 1, version-text", "= 1"),
    ("2147483648", "= 2147483648, version-text", "= 2147483648"),
    ("4294967295", "= 4294967295, version-text", "= 4294967295"),
    ("4294967296", V, "= 4294967296"),
    ("9007199254740991", V, "= 9007199254740991"),
    ("9007199254740992", V, "= 9007199254740992"),
    ("9007199254740993", V, "= 9007199254740993"),
    ("9223372036854775807", V, "= 9223372036854775807"),
    ("9223372036854775808", V, V),
    ("18446744073709551615", V, V),
    ("18446744073709551616", V, V),
    ("18446745590473524616", V, V),
    ("1000000000000000000000000000000", V, V),
    ("00", "= 0, version-text", "= 0, timestamp-zeros"),
    ("007", "= 7, version-text", "= 7, timestamp-zeros"),
    ("000000000000000000000000000000042", "= 42, version-text", "= 42, timestamp-zeros"),
    ("00004294967296", V, "= 4294967296, timestamp-zeros"),
    ("009223372036854775808", V, V),
    ("", V, V),
    (" ", V, V),
    (" 1", V, V),
    ("1 ", V, V),
    (r"1\n", V, V),
    (r"\t1", V, V),
    ("1\u{a0}", V, V),
    ("\u{feff}1", V, V),
    ("\u{200f}1", V, V),
    (r"1\u0000", V, V),
    ("1 000", V, V),
    ("+1", V, V),
    ("-1", V, V),
    ("-0", V, V),
    ("1.0", V, V),
    ("1e3", V, V),
    ("1,000", V, V),
    ("1_000", V, V),
    ("0x10", V, V),
    ("\u{663}", V, V),
    ("\u{ff11}", V, V),
    ("1\u{ff11}", V, V),
    ("\u{bd}", V, V),
    ("\u{2460}", V, V),
    ("\u{4e00}", V, V),
    ("null", V, V),
];

#[test]
fn numbers() {
    for (number, version, id, time) in NUMBERS {
        assert_eq!(Member::Version.read(number), *version, "version {number}");
        assert_eq!(Member::Id.read(number), *id, "id {number}");
        assert_eq!(Member::Timestamp.read(number), *time, "timestamp {number}");
        // White space around a number is JSON's, and no part of it.
        let (text, _) = Member::Version.message(&format!(" \t\r\n{number}\n "));
        let read = mimc_msg::decode(text.as_bytes());
        assert_eq!(read.is_ok(), version.starts_with('='), "{text}");
    }
}

#[test]
fn no_numbers() {
    for (text, verdict) in NO_NUMBERS {
        for member in Member::ALL {
            assert_eq!(member.read(text), *verdict, "{member:?} {text}");
        }
    }
}

#[test]
fn texts() {
    for (text, version, time) in TEXTS {
        let string = format!("\"{text}\"");
        assert_eq!(Member::Version.read(&string), *version, "version {string}");
        assert_eq!(Member::Timestamp.read(&string), *time, "timestamp {string}");
        let means: String = serde_json::from_str(&string).expect(text);
        let id = if means.is_empty() { V.to_owned() } else { format!("= {means}") };
        assert_eq!(Member::Id.read(&string), id, "id {string}");
    }
}

/// The notes on a version and a time begin where RULES 3 say.
#[test]
fn notes_begin_where_they_should() {
    for (version, is_known) in [("0", true), ("1", false), ("4294967295", false)] {
        let (text, _) = Member::Version.message(version);
        let decoded = mimc_msg::decode(text.as_bytes()).expect(&text);
        assert_eq!(decoded.notes.contains(Note::VersionUnknown), !is_known, "{version}");
    }
    for (time, seconds, far) in [
        ("0", true, false),
        ("9999999999", true, false),
        ("10000000000", false, false),
        ("4102444800000", false, false),
        ("4102444800001", false, true),
        ("9223372036854775807", false, true),
    ] {
        for value in [time.to_owned(), format!("\"{time}\"")] {
            let (text, _) = Member::Timestamp.message(&value);
            let notes = mimc_msg::decode(text.as_bytes()).expect(&text).notes;
            assert_eq!(notes.contains(Note::TimestampSeconds), seconds, "{value}");
            assert_eq!(notes.contains(Note::TimestampFar), far, "{value}");
        }
    }
}

/// An id of digits has the length that any id may have, and all its digits.
#[test]
fn a_number_of_fifteen_kibibytes_is_an_id() {
    let digits = "9".repeat(15 * 1024);
    assert_eq!(Member::Id.read(&digits), format!("= {digits}, msg-id-number"));
    assert_eq!(Member::Id.read(&format!("{digits}9")), V);
    assert_eq!(Member::Timestamp.read(&digits), V);
    assert_eq!(Member::Type.read(&digits), format!("= #{digits}"));
    let zeros = format!("\"{}7\"", "0".repeat(1 << 20));
    assert_eq!(Member::Timestamp.read(&zeros), "= 7, timestamp-zeros");
    assert_eq!(Member::Version.read(&zeros), "= 7, version-text");
}
