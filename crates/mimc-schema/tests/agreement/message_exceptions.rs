//! Where a message's schema and decoder may differ: what JSON Schema cannot say, and what a deviation allows.

use mimc_msg::{Codec, Deviation, Dialect, MsgId};
use mimc_testkit::schema::accepts;
use mimc_testkit::schema::messages::{
    Exception, Taken, is_behind_base64, is_beyond_the_schema, is_code_for_text, take,
};
use serde_json::{Value, json};

fn text() -> Value {
    json!({ "version": 0, "msgId": "a", "msgType": "TEXT", "timestamp": "1516763973000", "payload": "hi" })
}

#[track_caller]
fn only_the_decoder_refuses(message: &Value, exception: Exception) {
    assert!(accepts("message", message) && accepts("message.strict", message), "{message}");
    assert!(matches!(take(Codec::new(), Dialect::MANUAL_V1, message), Taken::Refused), "{message}");
    assert_eq!(Exception::of(message), Some(exception));
}

#[test]
fn a_time_above_the_largest() {
    let mut message = text();
    message["timestamp"] = json!("9223372036854775808");
    only_the_decoder_refuses(&message, Exception::TimeTooLarge);
    message["timestamp"] = json!("9223372036854775807");
    assert!(accepts("message.strict", &message) && Exception::of(&message).is_none());
}

#[test]
fn an_id_of_many_bytes_and_fewer_characters() {
    let mut message = text();
    message["msgId"] = json!("é".repeat(MsgId::MAX_LEN / 2 + 1));
    only_the_decoder_refuses(&message, Exception::IdTooLong);
}

#[test]
fn an_integer_written_with_a_fraction() {
    let mut message = text();
    message["version"] = json!(0.0);
    only_the_decoder_refuses(&message, Exception::IntegerWithFraction);
}

/// What is no text to JSON Schema, but a value that has been parsed: duplicates, `-0`, lone surrogates and depth are
/// the parser's business.
#[test]
fn what_only_the_text_shows() {
    let refused = [
        r#"{"version":0,"msgId":"a","msgId":"b","msgType":"TEXT","timestamp":"1","payload":"hi"}"#,
        r#"{"version":-0,"msgId":"a","msgType":"TEXT","timestamp":"1","payload":"hi"}"#,
    ];
    for text in refused {
        let value: Value = serde_json::from_str(text).expect("JSON");
        assert!(accepts("message", &value), "{text}");
        assert!(
            Codec::new().dialect(Dialect::MANUAL_V1).decode(text.as_bytes()).is_err(),
            "{text}"
        );
    }
}

#[track_caller]
fn only_the_decoder_reads(message: &Value, deviation: Deviation) {
    assert!(!accepts("message", message), "{message}");
    let Taken::Read(deviations) = take(Codec::new(), Dialect::MANUAL_V1, message) else {
        panic!("refused: {message}")
    };
    assert_eq!(deviations, [deviation], "{message}");
    assert!(is_beyond_the_schema(deviation), "{deviation:?}");
}

fn with(name: &str, value: Value) -> Value {
    let mut message = text();
    message[name] = value;
    message
}

/// The deviations of which `message` knows nothing.
#[test]
fn scalars_of_other_types_and_things_said_twice() {
    only_the_decoder_reads(&with("version", json!("0")), Deviation::VersionText);
    only_the_decoder_reads(&with("msgId", json!(5)), Deviation::MsgIdNumber);
    only_the_decoder_reads(
        &with("timestamp", json!(1_516_763_973_000_u64)),
        Deviation::TimestampForm,
    );
    only_the_decoder_reads(&with("content", json!("hi")), Deviation::BodyTwice);
    let mut recall = with("msgType", json!("TEXT_RECALL"));
    recall["payload"] = json!("TEXT_1");
    only_the_decoder_reads(&recall, Deviation::ReceiptBare);
    recall["payload"] = json!(r#"{"recall_msgId":"TEXT_1"}"#);
    only_the_decoder_reads(&recall, Deviation::ReceiptJsonText);
    let mut response = with("msgType", json!("ADD_FRIEND_RESPONSE"));
    response["payload"] = json!({ "add_responser": "bo", "accepted": "true" });
    only_the_decoder_reads(&response, Deviation::AcceptedText);
}

/// The deviations that only other dialects have, and a code where their kind is a text.
#[test]
fn types_of_other_dialects() {
    let read = |dialect: Dialect, message: &Value, expected: &[Deviation]| {
        assert!(!accepts(dialect.name(), message), "{message}");
        let Taken::Read(deviations) = take(Codec::new(), dialect, message) else {
            panic!("refused: {message}")
        };
        assert_eq!(deviations, expected, "{message}");
        assert!(deviations.into_iter().all(is_beyond_the_schema));
    };
    let mut message = json!({ "version": 0, "msgId": "a", "type": 103, "timestamp": "1516763973000", "payload": "hi" });
    read(Dialect::MANUAL_V2, &message, &[]);
    assert!(is_code_for_text(Dialect::MANUAL_V2, &message));
    message["type"] = json!("103");
    read(Dialect::MANUAL_V2, &message, &[Deviation::CodeText]);
    (message["type"], message["msgType"]) = (json!("TEXT"), json!("TEXT"));
    read(Dialect::MANUAL_V2, &message, &[Deviation::TypeTwice]);
    message.as_object_mut().expect("an object").shift_remove("msgType");
    message["type"] = json!("");
    read(Dialect::MANUAL_V3, &message, &[Deviation::TypeEmpty]);
}

/// What only the decoder refuses: its documents see the alphabet of base64 alone.
#[test]
fn what_is_behind_base64() {
    // Bits that are left over; a byte that is no UTF-8; UTF-16 surrogates in UTF-8.
    for body in ["aGl=", "/w==", "7aC97biA"] {
        let message = json!({
            "version": 0, "msgId": "a", "msgType": 103, "timestamp": 1_516_763_973_000_u64, "content": body,
        });
        let codec = Codec::new().strict().dialect(Dialect::ANDROID_A1);
        let error = codec.decode(message.to_string().as_bytes()).expect_err(body);
        assert!(accepts("android-a1.strict", &message), "{message}");
        assert!(is_behind_base64(Dialect::ANDROID_A1, &message, &error), "{error}");
    }
}

/// The deviations that `message` lets through too.
#[test]
fn deviations_that_the_open_schema_knows() {
    let mut unversioned = text();
    unversioned.as_object_mut().expect("an object").shift_remove("version");
    let mut ping = with("msgType", json!("PING"));
    ping.as_object_mut().expect("an object").shift_remove("payload");
    let mut both = with("msgType", json!("TEXT_READ"));
    both["payload"] = json!({ "read_msgId": "a", "recall_msgId": 5 });
    let zeros = with("timestamp", json!("0001516763973000"));
    for message in [unversioned, ping, both, zeros] {
        assert!(accepts("message", &message), "{message}");
        assert!(!accepts("message.strict", &message), "{message}");
    }
}
