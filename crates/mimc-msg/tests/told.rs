//! What is told of a message, at the borders of each rule: what was found instead, and notes.
#![allow(clippy::panic, reason = "tests")]

use mimc_msg::{Base64Forms, Codec, Deviation, Dialect, MsgId, Note, RawEnvelope};

/// A sound message in which one member has been replaced.
fn message(member: &str, value: &str) -> String {
    let of = |name: &str, usual: &str| {
        format!("\"{name}\":{}", if name == member { value } else { usual })
    };
    let members = [
        of("version", "0"),
        of("msgId", "\"a-1\""),
        of("msgType", "\"TEXT\""),
        of("timestamp", "\"1516763973000\""),
        of("payload", "\"hi\""),
    ];
    format!("{{{}}}", members.join(","))
}

#[test]
fn what_was_found_instead_is_said() {
    let time = "/timestamp";
    for (member, value, said) in [
        (time, "\"\"", "an empty string"),
        (time, "\"-5\"", "a sign"),
        (time, "\"+5\"", "a sign"),
        (time, "-5", "a sign"),
        (time, "\"-x\"", "a string that is not all ASCII digits"),
        (time, "\" \\t\"", "white space"),
        (time, "\" 5\"", "white space around the digits"),
        (time, "\"5\\n\"", "white space around the digits"),
        (time, "\"\u{665}\u{ff15}\"", "digits that are not ASCII"),
        (time, "\"\u{665}x\"", "a string that is not all ASCII digits"),
        (time, "\"1e3\"", "a string that is not all ASCII digits"),
        (time, "9223372036854775808", "a larger integer"),
        (time, "99999999999999999999999999999999", "a larger integer"),
        (time, "1.5", "a number with a fraction or an exponent"),
        ("/version", "4294967296", "a larger integer"),
        ("/version", "\"18446744073709551616\"", "a larger integer"),
        ("/version", "\"\"", "an empty string"),
        ("/msgId", "\"\"", "an empty one"),
    ] {
        let text = message(&member[1..], value);
        let error = mimc_msg::decode(text.as_bytes()).expect_err(&text);
        assert_eq!(error.pointer(), member, "{text}");
        let found = error.to_string();
        assert!(found.ends_with(&format!("found {said}")), "{text}: {found}");
        assert_eq!(&text[error.offset()..][..value.len()], value, "{text}");
    }
}

/// A text that ends within an escape ends at its end.
#[test]
fn an_escape_may_be_cut_off() {
    for text in ["{\"a\":\"b\\", "{\"a\":\"\\u00"] {
        let error = mimc_msg::decode(text.as_bytes()).expect_err(text);
        assert_eq!((error.code(), error.offset()), ("unexpected-end", text.len()), "{text}");
    }
}

/// What should have closed a bracket is named.
#[test]
fn the_bracket_that_is_due_is_named() {
    let few = Codec::new().limits(mimc_msg::Limits::new().items(1));
    let error = few.decode(b"{\"a\":[1,}").expect_err("no item");
    assert_eq!((error.code(), error.offset()), ("unexpected-byte", 8));
    for (text, due) in [("{\"a\":{\"b\":1]}", "`,` or `}`"), ("{\"a\":[1}}", "`,` or `]`")] {
        let error = mimc_msg::decode(text.as_bytes()).expect_err(text).to_string();
        assert!(error.ends_with(&format!("expected {due}")), "{text}: {error}");
    }
}

#[test]
fn ids_have_a_longest() {
    let with = |length| message("msgId", &format!("\"{}\"", "a".repeat(length)));
    let longest = with(MsgId::MAX_LEN);
    assert!(mimc_msg::decode(longest.as_bytes()).is_ok());
    let error = mimc_msg::decode(with(MsgId::MAX_LEN + 1).as_bytes()).expect_err("too long");
    assert!(error.to_string().contains("found a longer one"), "{error}");
}

fn notes(member: &str, value: &str) -> Vec<Note> {
    let text = message(member, value);
    mimc_msg::decode(text.as_bytes()).expect(&text).notes.iter().collect()
}

#[test]
fn notes_begin_and_end_where_the_rules_say() {
    for (member, value, note, expected) in [
        ("timestamp", "\"9999999999\"", Note::TimestampSeconds, true),
        ("timestamp", "\"10000000000\"", Note::TimestampSeconds, false),
        ("timestamp", "\"4102444800000\"", Note::TimestampFar, false),
        ("timestamp", "\"4102444800001\"", Note::TimestampFar, true),
        ("msgId", "\"\u{e9} b\"", Note::MsgIdControl, false),
        ("msgId", "\"a\\u007fb\"", Note::MsgIdControl, true),
        ("msgId", "\"\\u0085\"", Note::MsgIdControl, true),
        ("msgId", "\"PING_1\"", Note::MsgIdPrefix, true),
        ("msgId", "\"PIC_FILE_READ_1\"", Note::MsgIdPrefix, true),
        ("msgId", "\"TEXT_1\"", Note::MsgIdPrefix, false),
        ("msgId", "\"FOO_1\"", Note::MsgIdPrefix, false),
        ("msgId", "\"CAT_FILE_1\"", Note::MsgIdPrefix, false),
        ("msgId", "\"ping_1\"", Note::MsgIdPrefix, false),
        ("msgId", "\"PING\"", Note::MsgIdPrefix, false),
        ("msgId", "\"PING_1_2\"", Note::MsgIdPrefix, false),
    ] {
        assert_eq!(notes(member, value).contains(&note), expected, "{member} {value}");
    }
    let prefix = |kind: &str, id: &str| {
        let text =
            message("msgId", &format!("\"{id}\"")).replace("\"TEXT\"", &format!("\"{kind}\""));
        let decoded = mimc_msg::decode(text.as_bytes()).expect(&text);
        decoded.notes.contains(Note::MsgIdPrefix)
    };
    for (kind, id, expected) in [
        ("PIC_FILE", "TEXT_1", true),
        ("PIC_FILE", "PIC_FILE_1", false),
        ("PIC_FILE_READ", "TEXT_READ_1", true),
        ("PIC_FILE_READ", "AUDIO_FILE_READ_1", true),
        ("PIC_FILE_READ", "PIC_FILE_READ_1", false),
        ("TEXT_READ", "PIC_FILE_READ_1", true),
        ("TEXT_READ", "TEXT_RECALL_1", true),
        ("TEXT_READ", "TEXT_READ_1", false),
    ] {
        assert_eq!(prefix(kind, id), expected, "{kind} {id}");
    }
    let file = |url: &str| {
        let text = message("msgType", "\"PIC_FILE\"").replace("\"hi\"", url);
        let decoded = mimc_msg::decode(text.as_bytes()).expect(url).notes;
        (decoded.contains(Note::UrlNotHttp), decoded.contains(Note::UrlUnsafe))
    };
    assert_eq!(file("\"http://a.b/\u{e9}\""), (false, false));
    assert_eq!(file("\"HTTPS://a.b/\""), (false, false));
    assert_eq!(file("\"https://a.b/ c\""), (false, true));
    assert_eq!(file("\"https://a.b/\u{3000}\""), (false, true));
    assert_eq!(file("\"https://a.b/\\u0001\""), (false, true));
    assert_eq!(file("\"https:/a.b\""), (true, false));
    assert_eq!(file("\"httpss://a.b\""), (true, false));
}

/// A strict codec tells the deviations of a message that it refuses; around it, too.
#[test]
fn deviations_are_told_by_a_strict_codec() {
    use base64::Engine as _;
    let text = message("version", "\"0\"");
    let strict = Codec::new().strict();
    assert!(strict.decode(text.as_bytes()).is_err());
    let told = strict.deviations(text.as_bytes()).expect("it decodes leniently");
    let [(Deviation::VersionText, place)] = &told[..] else { panic!("{told:?}") };
    assert_eq!((place.offset, place.length), (text.find("\"0\"").expect("there"), 3));

    let base64 = base64::engine::general_purpose::STANDARD.encode(&text);
    let lines = format!("{}\n{}", &base64[..8], &base64[8..]);
    let told = strict.deviations_base64(lines.as_bytes()).expect("it decodes leniently");
    let codes: Vec<_> = told.iter().map(|(deviation, _)| *deviation).collect();
    assert_eq!(codes, [Deviation::Base64Mime, Deviation::VersionText]);
    assert_eq!(told[0].1.offset, 8, "the first line break");
    let told = strict.base64(Base64Forms::CANONICAL.mime()).deviations_base64(lines.as_bytes());
    assert_eq!(told.expect("allowed").len(), 1);
}

/// The rows of the table of dialects that few messages reach.
#[test]
fn rare_forms_are_told_apart() {
    let dialect = |biz_type: &str, text: &str| {
        Codec::new().biz_type(biz_type).decode(text.as_bytes()).map(|decoded| decoded.dialect)
    };
    // An empty type member counts as absent.
    let text = message("msgType", "\"\"").replace("hi", "h i");
    assert_eq!(dialect("TEXT", &text), Ok(Some(Dialect::MANUAL_V3)));
    // Where the body is not interpreted, the order of the members alone decides.
    let version_1 = r#"{"version":1,"msgId":"a","timestamp":"1","payload":"aGk="}"#;
    assert_eq!(dialect("TEXT", version_1), Ok(Some(Dialect::WEBJS_W3)));
    let version_1 = r#"{"msgId":"a","version":1,"timestamp":"1","payload":"aGk="}"#;
    assert_eq!(dialect("TEXT", version_1), Ok(Some(Dialect::IOS)));
    // A code beside a message without a body.
    let bare = r#"{"version":0,"msgId":"a","timestamp":1}"#;
    assert_eq!(dialect("199", bare), Err(mimc_msg::DecodeError::NotAnEnvelope { object: true }));
    assert_eq!(dialect("101", bare), Ok(Some(Dialect::JAVA_J2)));
    let bare = r#"{"version":0,"msgId":"a","msgType":199,"timestamp":1}"#;
    assert_eq!(dialect("", bare), Ok(Some(Dialect::ANDROID_A1)));
    // Twice with one value: it stands in the pinned member, too.
    let twice = r#"{"version":0,"msgId":"a","msgType":103,"timestamp":1,"payload":"aGk=","content":"aGk="}"#;
    let pinned = Codec::new().dialect(Dialect::ANDROID_A1).decode(twice.as_bytes());
    assert!(pinned.expect("in both").deviations.contains(Deviation::BodyTwice));
}

#[test]
fn what_is_no_envelope_is_said() {
    let says = |text: &str| mimc_msg::decode(text.as_bytes()).expect_err(text).to_string();
    assert_ne!(says("hello"), says("{\"a\":1}"));
    assert!(says("{\"a\":1}").contains("object"), "{}", says("{\"a\":1}"));
}

#[test]
fn a_wrong_target_has_its_own_place() {
    let receipt = |payload: &str| {
        let text = message("msgType", "\"TEXT_RECALL\"").replace("\"hi\"", payload);
        let error = mimc_msg::decode(text.as_bytes()).expect_err(payload);
        let place = error.place().expect("a place").clone();
        text[place.offset..place.offset + place.length].to_owned()
    };
    assert_eq!(receipt("{\"recall_msgId\":5}"), "5");
    assert_eq!(receipt("\"{\\\"recall_msgId\\\":5}\""), "\"{\\\"recall_msgId\\\":5}\"");
}

#[test]
fn accepted_as_text_is_what_it_says() {
    for (word, expected) in [("true", true), ("false", false)] {
        let payload = format!("{{\"add_responser\":\"b\",\"accepted\":\"{word}\"}}");
        let text = message("msgType", "\"ADD_FRIEND_RESPONSE\"").replace("\"hi\"", &payload);
        let decoded = mimc_msg::decode(text.as_bytes()).expect(word);
        let mimc_msg::Body::FriendResponse { accepted, .. } = decoded.envelope.body else {
            panic!("{decoded:?}")
        };
        assert_eq!(accepted, expected);
        assert!(decoded.deviations.contains(Deviation::AcceptedText));
    }
}

/// Of a message that was cut, the header keeps what was whole, and says nothing of what may have followed.
#[test]
fn a_cut_header_keeps_what_was_whole() {
    let header = |text: &'static str| {
        let header = RawEnvelope::recover(text.as_bytes()).expect("it begins").header(None);
        (header.version, header.kind.map(|kind| kind.to_string()))
    };
    assert_eq!(header(r#"{"msgType":"TEXT","ver"#), (None, Some("TEXT".to_owned())));
    assert_eq!(header(r#"{"type":"TEXT","version":0,"#), (Some(0), Some("TEXT".to_owned())));
    assert_eq!(header(r#"{"version":0,"msgId":"a"#), (Some(0), None));
}

#[test]
fn the_raw_body_is_payload_or_content() {
    let body = |text: &'static str| {
        let raw = RawEnvelope::parse(text.as_bytes()).expect("an object");
        raw.payload().map(|body| body.as_str().to_owned())
    };
    assert_eq!(body(r#"{"content":2,"payload":1}"#).as_deref(), Some("1"));
    assert_eq!(body(r#"{"content":2}"#).as_deref(), Some("2"));
    assert_eq!(body(r#"{"a":2}"#), None);
}
