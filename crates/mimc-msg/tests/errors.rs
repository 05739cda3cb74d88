//! `docs/errors.md`: each error of decoding by an example, as it is printed.

use std::collections::BTreeSet;

use mimc_msg::{Codec, Dialect, Limits, Scratch};
use mimc_testkit::tables::{hold, quoted, table};

/// What of a text at fault is, and the text itself; a member is written for the usual one of its name.
const EXAMPLES: &[(&str, &str)] = &[
    ("byte-order-mark", "\u{feff}{}"),
    ("unexpected-end", "{\"version\":0"),
    ("unexpected-byte", "{\"version\" 0}"),
    ("control-in-string", "{\"a\":\"\u{7}\"}"),
    ("invalid-escape", "{\"a\":\"\\x\"}"),
    ("lone-surrogate", "{\"a\":\"\\ud83d\"}"),
    ("invalid-number", "{\"a\":01}"),
    ("duplicate-member", "{\"a\":1,\"\\u0061\":2}"),
    ("trailing-data", "{} {}"),
    ("not-an-envelope", "hello"),
    ("not-an-envelope", "{\"a\":1}"),
    (
        "missing-member",
        "{\"version\":0,\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"hi\"}",
    ),
    (
        "wrong-type",
        "{\"version\":0,\"msgId\":{},\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"hi\"}",
    ),
    (
        "invalid-value",
        "{\"version\":-1,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"hi\"}",
    ),
    (
        "type-conflict",
        "{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"type\":\"PING\",\"timestamp\":\"1\",\"payload\":\"hi\"}",
    ),
    (
        "body-conflict",
        "{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"hi\",\"content\":\"ho\"}",
    ),
    (
        "invalid-base64",
        "{\"version\":0,\"msgId\":\"a\",\"msgType\":103,\"timestamp\":1,\"content\":\"aGk\"}",
    ),
    (
        "body-not-utf8",
        "{\"version\":0,\"msgId\":\"a\",\"msgType\":103,\"timestamp\":1,\"content\":\"aP8=\"}",
    ),
];

fn limited() -> Limits {
    Limits::default().depth(3).bytes(40).members(3).items(3)
}

/// Read with few levels, bytes, members and items.
const LIMITED: &[(&str, &str)] = &[
    ("too-deep", "{\"a\":[[[]]]}"),
    ("too-long", "{\"a\":\"0123456789012345678901234567890123456789\"}"),
    ("too-many-members", "{\"a\":1,\"b\":2,\"c\":3,\"d\":4}"),
    ("too-many-items", "{\"a\":[1,2,3,4]}"),
];

#[test]
fn each_error_is_printed_as_the_document_says() {
    let text = "{\"version\":\"0\",\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"hi\"}";
    let lenient = Codec::new();
    let mut errors = Vec::new();
    for (options, codec, examples) in [
        ("", lenient, EXAMPLES),
        (
            "with limits of 3 levels, 40 bytes, 3 members, 3 items",
            lenient.limits(limited()),
            LIMITED,
        ),
        ("strict", lenient.strict(), &[("version-text", text)]),
        ("pinned to `ios`", lenient.dialect(Dialect::IOS), &[("wrong-dialect", text)]),
    ] {
        for (code, text) in examples {
            let error = codec.decode(text.as_bytes()).expect_err(text);
            assert_eq!(error.code(), *code, "{text}");
            errors.push((error, options, text.replace('\u{7}', "␇").replace('\u{feff}', "⟨BOM⟩")));
        }
    }
    let not_utf8 = mimc_msg::decode(b"{\"a\":\"\xff\"}").expect_err("not UTF-8");
    errors.push((not_utf8, "", "{\"a\":\"⟨FF⟩\"}".to_owned()));

    let mut document = String::from(
        "# Errors of decoding, each by an example\n\n\
         Written by the crate, held by `crates/mimc-msg/tests/errors.rs`. The codes are stable, the words are not; a \
         place is a JSON\npointer and the byte in what was handed in. Strict decoding refuses each deviation of \
         [codes.md](codes.md) by its own code.\n",
    );
    let rows = errors.iter().map(|(error, options, text)| {
        let options = if options.is_empty() { String::new() } else { format!(" ({options})") };
        let printed = error.to_string();
        vec![quoted(error.code()), format!("`{}`{options}", text.replace('|', "\\|")), printed]
    });
    table(&mut document, "By code", &["code", "message", "printed"], rows);
    hold("errors.md", &document);
    let codes: BTreeSet<_> = errors.iter().map(|(error, ..)| error.code()).collect();
    assert_eq!(codes.len(), errors.len() - 1, "one code has two examples");
}

/// Around the message, base64 that is none.
#[test]
fn an_error_of_the_base64_around_is_one_of_the_text() {
    let mut scratch = Scratch::new();
    let error = Codec::new().decode_base64(b"e30*", &mut scratch).expect_err("not base64");
    assert_eq!((error.code(), error.pointer(), error.offset()), ("invalid-base64", "", 3));
    let printed = error.to_string();
    assert_eq!(
        printed,
        "the text (byte 3): not canonical base64: a character is not of the alphabet"
    );
}
