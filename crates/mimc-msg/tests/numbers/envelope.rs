//! What a number in the header does to the rest: whether there is an envelope, and what of it stays readable.

use mimc_msg::RawEnvelope;

use super::message::Member;

/// After an error the other members stay readable (RULES 6), and the one at fault is not.
#[test]
fn what_is_sound_stays_readable() {
    let (text, _) = Member::Timestamp.message("9223372036854775808");
    let raw = RawEnvelope::parse(text.as_bytes()).expect("JSON");
    let header = raw.header(None);
    assert_eq!((header.version, header.timestamp), (Some(0), None));
    assert_eq!(header.id.map(|id| id.to_string()).as_deref(), Some("a-1"));
    let (text, _) = Member::Version.message("4294967296");
    let raw = RawEnvelope::parse(text.as_bytes()).expect("JSON");
    assert_eq!((raw.header(None).version, raw.header(None).id.is_some()), (None, true));
}

/// RULES 1: without a type member, an object whose time is no string and no integer, or whose id is a number, is
/// no envelope; any other time makes it one, and is judged as such.
#[test]
fn numbers_decide_what_is_an_envelope() {
    for (id, time, code) in [
        ("\"a\"", "1", None),
        ("\"a\"", "\"1\"", None),
        ("\"a\"", "-1", Some("invalid-value")),
        ("\"a\"", "\"-1\"", Some("invalid-value")),
        ("\"a\"", "9223372036854775808", Some("invalid-value")),
        ("\"a\"", "1.0", Some("not-an-envelope")),
        ("\"a\"", "1e3", Some("not-an-envelope")),
        ("\"a\"", "null", Some("not-an-envelope")),
        ("1", "1", Some("not-an-envelope")),
        ("1", "\"1\"", Some("not-an-envelope")),
    ] {
        let text = format!(r#"{{"version":0,"msgId":{id},"timestamp":{time},"payload":"aGk="}}"#);
        let read = mimc_msg::decode(text.as_bytes());
        assert_eq!(read.err().map(|error| error.code()), code, "{text}");
    }
}
