//! Numbers as kinds: codes, inside a message and beside it (RULES 3 and 4).

use mimc_msg::{Body, Codec, Dialect, Encoder, Envelope, KindCode, MsgId, Payload, Timestamp};
use proptest::prelude::*;

use super::message::{Member, shown};

/// A number, and the kind that it is: any integer without an exponent; one that names no kind is kept as text.
const NUMBERS: &[(&str, &str)] = &[
    ("0", "= #0"),
    ("100", "= #100"),
    ("101", "= PING"),
    ("104", "= PIC_FILE"),
    ("107", "= ADD_FRIEND_REQUEST"),
    ("109", "= #109"),
    ("-0", "= #-0"),
    ("-103", "= #-103"),
    ("2147483648", "= #2147483648"),
    // 2^16, 2^32 and 2^64, and 103: fewer bits would take them for TEXT.
    ("65639", "= #65639"),
    ("4294967399", "= #4294967399"),
    ("18446744073709551719", "= #18446744073709551719"),
    ("9007199254740991", "= #9007199254740991"),
    ("9007199254740992", "= #9007199254740992"),
    ("9007199254740993", "= #9007199254740993"),
    ("9223372036854775807", "= #9223372036854775807"),
    ("9223372036854775808", "= #9223372036854775808"),
    ("-9223372036854775809", "= #-9223372036854775809"),
    ("18446744073709551616", "= #18446744073709551616"),
    ("1000000000000000000000000000000", "= #1000000000000000000000000000000"),
    ("103.0", "! wrong-type"),
    ("103.5", "! wrong-type"),
    ("1.03e2", "! wrong-type"),
    ("103e0", "! wrong-type"),
    ("1e999", "! wrong-type"),
];

/// What stands in a string, and the kind that it is: a string of ASCII digits only is a code, a deviation; any other
/// is a kind by its text, which is never trimmed.
const TEXTS: &[(&str, &str)] = &[
    ("103", "TEXT"),
    ("0103", "TEXT"),
    ("00000000000000000000000000000000000103", "TEXT"),
    (r"\u0031\u00303", "TEXT"),
    ("0", "#0"),
    ("000", "#0"),
    ("0199", "#199"),
    ("65639", "#65639"),
    ("18446744073709551719", "#18446744073709551719"),
    ("1000000000000000000000000000000", "#1000000000000000000000000000000"),
    ("-103", "-103"),
    ("+103", "+103"),
    ("-0", "-0"),
    ("103.0", "103.0"),
    ("1e2", "1e2"),
    (" 103", " 103"),
    ("103 ", "103 "),
    (r"103\n", "103\n"),
    ("\u{a0}103", "\u{a0}103"),
    (r"103\u0000", "103\0"),
    ("\u{661}\u{660}\u{663}", "\u{661}\u{660}\u{663}"),
    ("\u{ff11}\u{ff10}\u{ff13}", "\u{ff11}\u{ff10}\u{ff13}"),
    ("10\u{ff13}", "10\u{ff13}"),
];

/// The kind of a message without a type member, beside which this stands.
fn beside(biz_type: &str) -> String {
    let text = br#"{"content":"aGk=","msgId":"a-1","timestamp":1,"version":0}"#;
    let decoded = Codec::new().biz_type(biz_type).decode(text).expect(biz_type);
    shown(&decoded.envelope.kind())
}

#[test]
fn numbers_inside() {
    for (number, verdict) in NUMBERS {
        assert_eq!(Member::Type.read(number), *verdict, "{number}");
    }
}

#[test]
fn texts_inside_and_beside() {
    for (text, kind) in TEXTS {
        let string = format!("\"{text}\"");
        let means: String = serde_json::from_str(&string).expect(text);
        let digits = means.bytes().all(|byte| byte.is_ascii_digit());
        let deviation = if digits { ", code-text" } else { "" };
        assert_eq!(Member::Type.read(&string), format!("= {kind}{deviation}"), "{string}");
        assert_eq!(beside(&means), *kind, "beside: {means}");
    }
    assert_eq!(Member::Type.read("\"\""), "= , type-empty");
}

/// A code that names no kind, however it was made, is written as an integer of JSON, and read as the same code.
#[track_caller]
fn assert_code_comes_back(digits: &str) {
    let kind = KindCode::parse(digits).expect(digits);
    let time = Timestamp::from_millis(1).expect("a time");
    let body = Body::other(kind.clone(), Payload::Text("x".into()));
    let envelope = Envelope::new(MsgId::new("a-1").expect("an id"), time, body);
    for dialect in [Dialect::ANDROID_A1, Dialect::JAVA_J1, Dialect::WEBJS_W1] {
        let written = Encoder::new(dialect).encode(&envelope).expect(digits);
        let text = String::from_utf8_lossy(&written.bytes).into_owned();
        let decoded = Codec::new().dialect(dialect).strict().decode(&written.bytes);
        let read = decoded.map(|decoded| decoded.envelope.kind().into_owned());
        assert_eq!(read, Ok(kind.clone()), "{digits}: {text}");
    }
}

#[test]
fn codes_come_back() {
    for digits in ["0", "000", "-0", "-00", "-1", "-01", "-0103", "199", "0199"] {
        assert_code_comes_back(digits);
    }
    for digits in ["18446744073709551719", "-18446744073709551719", "-00018446744073709551719"] {
        assert_code_comes_back(digits);
    }
}

proptest! {
    /// What is beside a message is the kind that the same string inside it is.
    #[test]
    fn inside_and_beside_are_one_kind(text in "[0-9]{1,30}|[-+ ]?[0-9\u{660}-\u{669}.e]{1,5}") {
        let (message, _) = Member::Type.message(&format!("\"{text}\""));
        if let Ok(decoded) = mimc_msg::decode(message.as_bytes()) {
            prop_assert_eq!(beside(&text), shown(&decoded.envelope.kind()));
        }
    }
}
