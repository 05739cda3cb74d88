//! What is text is kept, and written again as it came.

use mimc_msg::{Body, Codec, Deviation, Dialect, Encoder, Flag as _, Kind, Note};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

/// Characters that mean something to a terminal, a browser, C or an editor.
const HOSTILE: &str = "\0\u{1}\u{7}\u{8}\t\n\u{b}\u{c}\r\u{1b}\u{7f}\u{80}\u{85}\u{9b}\u{9d}\u{ad}\"\\/{}[]:,'<>&\
    \u{300}\u{489}\u{61c}\u{115f}\u{180e}\u{200b}\u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202b}\u{202c}\
    \u{202d}\u{202e}\u{2060}\u{2066}\u{2067}\u{2068}\u{2069}\u{206f}\u{3164}\u{d7ff}\u{e000}\u{fdd0}\u{fdfd}\u{fe0f}\
    \u{feff}\u{fff9}\u{fffd}\u{fffe}\u{ffff}\u{10000}\u{1f600}\u{1fffe}\u{e0001}\u{e0041}\u{e007f}\u{e0100}\u{10ffff}";

fn hostile() -> impl Strategy<Value = String> {
    let characters: Vec<char> = HOSTILE.chars().collect();
    let one = prop_oneof![3 => prop::sample::select(characters), 1 => any::<char>()];
    prop::collection::vec(one, 1..40).prop_map(|characters| characters.into_iter().collect())
}

/// As JSON, with only the escapes that JSON demands: by serde_json.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string")
}

/// A message of the manual: the id and a member that nobody knows have this text, in name and value.
fn manual(text: &str, kind: &str, body: &str) -> String {
    let (id, kind, name) = (quoted(text), quoted(kind), quoted(&format!("x{text}")));
    format!(
        r#"{{"version":0,"msgId":{id},"msgType":{kind},"timestamp":"1516763973000","payload":{body},{name}:{id}}}"#
    )
}

/// Reads a message, writes it, and sees that nothing has changed.
#[track_caller]
fn assert_kept(message: &str, text: &str) {
    let decoded = mimc_msg::decode(message.as_bytes()).expect(message);
    assert_eq!(decoded.dialect, Some(Dialect::MANUAL_V1), "{message}");
    assert_eq!(decoded.envelope.id.as_str(), text, "{message}");
    let control = text.chars().any(char::is_control);
    assert_eq!(decoded.notes.contains(Note::MsgIdControl), control, "{message}");
    let written = mimc_msg::encode(&decoded.envelope).expect(message);
    assert_eq!(std::str::from_utf8(&written), Ok(message));
}

/// In every member of every kind that holds text.
#[track_caller]
fn assert_kept_everywhere(text: &str) {
    let quoted = quoted(text);
    let bodies = [
        ("TEXT", quoted.clone()),
        ("PING", quoted.clone()),
        ("PIC_FILE", quoted.clone()),
        ("STICKER", quoted.clone()),
        ("TEXT_RECALL", format!(r#"{{"recall_msgId":{quoted},"y":{quoted}}}"#)),
        ("TEXT_READ", format!(r#"{{"read_msgId":{quoted}}}"#)),
        ("ADD_FRIEND_REQUEST", format!(r#"{{"add_requester":{quoted}}}"#)),
        ("ADD_FRIEND_RESPONSE", format!(r#"{{"add_responser":{quoted},"accepted":true}}"#)),
        ("STICKER", format!(r"[{{{quoted}:[{quoted}]}},{quoted}]")),
    ];
    for (kind, body) in bodies {
        assert_kept(&manual(text, kind, &body), text);
    }
    // A kind of the application's own, with the text in it.
    let kind = format!("k{text}");
    let message = manual(text, &kind, &quoted);
    assert_kept(&message, text);
    let decoded = mimc_msg::decode(message.as_bytes()).expect("a message");
    assert_eq!(decoded.envelope.kind(), Kind::parse(kind));
}

#[test]
fn each_hostile_character_is_kept() {
    for character in HOSTILE.chars() {
        for text in [format!("{character}"), format!("a{character}b"), format!("{character}a")] {
            assert_kept_everywhere(&text);
        }
    }
    // Right to left, isolates that never end, a base letter with a thousand accents.
    for text in [
        "\u{202e}gpj.exe\u{202c}",
        "\u{2066}\u{2067}\u{2068}",
        "משה 123 עברית",
        "👨\u{200d}👩\u{200d}👧",
    ] {
        assert_kept_everywhere(text);
    }
    assert_kept_everywhere(&format!("e{}", "\u{301}".repeat(1000)));
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn hostile_text_is_kept(text in hostile()) {
        assert_kept_everywhere(&text);
    }

    /// Through every dialect, base64 or not, a text is the same text.
    #[test]
    fn hostile_text_comes_through_every_dialect(text in hostile()) {
        let message = manual(&text, "TEXT", &quoted(&text));
        let envelope = mimc_msg::decode(message.as_bytes()).expect("a message").envelope;
        for &dialect in Dialect::ALL {
            let encoded = Encoder::new(dialect).encode(&envelope).expect("a text");
            let beside = encoded.biz_type.as_deref().unwrap_or_default();
            let codec = Codec::new().biz_type(beside).dialect(dialect).strict();
            let decoded = codec.decode(&encoded.bytes).expect("what was written");
            prop_assert_eq!(&decoded.envelope, &envelope, "{}", dialect);
            prop_assert_eq!(&decoded.envelope.body, &Body::text(&*text));
        }
    }
}

/// RULES 2: a byte order mark is a fault before the brace and between tokens, and text inside a string.
#[test]
fn a_byte_order_mark_is_text_inside_strings_alone() {
    let message = manual("a", "TEXT", "\"hi\"");
    let tokens = [(0, "byte-order-mark"), (1, "unexpected-byte"), (message.len(), "trailing-data")];
    let around = |sign: char| message.match_indices(sign).map(|(at, _)| at);
    let between = around(':').chain(around(',')).flat_map(|at| [at, at + 1]);
    for (at, code) in tokens.into_iter().chain(between.map(|at| (at, "unexpected-byte"))) {
        let marked = [&message[..at], "\u{feff}", &message[at..]].concat();
        let error = mimc_msg::decode(marked.as_bytes()).expect_err(&marked);
        assert_eq!((error.code(), error.offset()), (code, at), "{marked}");
    }
    // In a name it makes another name: the member is missing, and the new one is kept.
    let renamed = message.replacen("\"version\"", "\"\u{feff}version\"", 1);
    let decoded = mimc_msg::decode(renamed.as_bytes()).expect("a message");
    assert!(decoded.envelope.extra.get("\u{feff}version").is_some());
    assert!(decoded.deviations.contains(Deviation::VersionMissing));
}

/// A raw NUL, as every control character, must be escaped in a string; elsewhere it is no white space.
#[test]
fn a_raw_nul_is_refused_at_its_byte() {
    let message = manual("a", "TEXT", "\"hi\"");
    let mut inside = false;
    for at in 1..message.len() {
        for control in ['\0', '\u{1}', '\u{1f}', '\u{b}'] {
            let mut broken = message.clone();
            broken.insert(at, control);
            let error = mimc_msg::decode(broken.as_bytes()).expect_err(&broken);
            inside ^= control == '\0' && message.as_bytes()[at - 1] == b'"';
            let expected = match message.as_bytes()[at - 1] {
                _ if inside => "control-in-string",
                // Behind a complete number its digits may not go on.
                _ => "unexpected-byte",
            };
            assert_eq!((error.code(), error.offset()), (expected, at), "{broken:?}");
        }
    }
}
