//! Bodies in CESU-8, as an old Web demo wrote them: read as what they mean, and where they are not that, refused there.
#![allow(clippy::panic, reason = "tests")]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{Body, Codec, DecodeError, Decoded, Deviation, Scratch};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

/// Each UTF-16 unit written alone, in one to three bytes.
fn cesu8(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for unit in text.encode_utf16() {
        match char::from_u32(u32::from(unit)) {
            Some(c) => bytes.extend(c.encode_utf8(&mut [0; 3]).bytes()),
            None => bytes.extend([
                0xe0 | (unit >> 12) as u8,
                0x80 | (unit >> 6 & 0x3f) as u8,
                0x80 | (unit & 0x3f) as u8,
            ]),
        }
    }
    bytes
}

/// What the bytes mean, character by character; or where the first one begins that is neither.
fn slowly(bytes: &[u8]) -> Result<String, usize> {
    let mut text = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let character = |length: usize| {
            let text = std::str::from_utf8(bytes.get(at..at + length)?).ok()?;
            text.chars().next().filter(|c| c.len_utf8() == length)
        };
        if let Some(c) = (1..=3).find_map(character) {
            text.push(c);
            at += c.len_utf8();
            continue;
        }
        let pair = bytes.get(at..at + 6);
        let high = (0x1_0000..=0x10_ffff).step_by(0x400).filter_map(char::from_u32);
        let found = pair.and_then(|pair| {
            let high = high.into_iter().find(|c| cesu8(&c.to_string())[..3] == pair[..3])?;
            let all = (u32::from(high)..u32::from(high) + 0x400).filter_map(char::from_u32);
            all.into_iter().find(|c| cesu8(&c.to_string()) == pair)
        });
        text.push(found.ok_or(at)?);
        at += 6;
    }
    Ok(text)
}

fn message(bytes: &[u8]) -> String {
    let content = STANDARD.encode(bytes);
    format!(r#"{{"version":0,"msgId":"a-1","msgType":103,"timestamp":1,"content":"{content}"}}"#)
}

/// The verdict, the value and the place are those of the slow reader.
fn assert_as_slow(bytes: &[u8]) {
    let message = message(bytes);
    let found = mimc_msg::decode(message.as_bytes()).map(|decoded| decoded.envelope.body);
    match (found, std::str::from_utf8(bytes), slowly(bytes)) {
        (Ok(body), Ok(utf8), _) => assert_eq!(body, Body::text(utf8)),
        (Ok(body), Err(_), Ok(text)) => assert_eq!(body, Body::text(&*text)),
        (Err(DecodeError::BodyNotUtf8 { place }), Err(utf8), Err(at)) => {
            let wrong = at.max(utf8.valid_up_to());
            let start = message.find("content\":\"").expect("there") + 10;
            assert_eq!(place.offset, start + wrong / 3 * 4 + wrong % 3);
        }
        (found, ..) => panic!("{found:?}"),
    }
    let mut scratch = Scratch::new();
    let with = Codec::new().decode_with(message.as_bytes(), &mut scratch).map(Decoded::into_owned);
    assert_eq!(with, mimc_msg::decode(message.as_bytes()).map(Decoded::into_owned));
}

proptest! {
    #![proptest_config(cases(1000))]

    /// Whatever a page of old sent is read as what it meant; told where it is no UTF-8.
    #[test]
    fn text_comes_back(text in "[a-z\u{7f}-\u{801}\u{d7f0}-\u{d7ff}\u{e000}\u{ff00}-\u{ffff}\u{10000}-\u{10ffff}]{0,12}") {
        let message = message(&cesu8(&text));
        let decoded = mimc_msg::decode(message.as_bytes()).expect("it is CESU-8");
        prop_assert_eq!(&decoded.envelope.body, &Body::text(&*text));
        let told = decoded.deviations.contains(Deviation::TextCesu8);
        prop_assert_eq!(told, text.chars().any(|c| c.len_utf8() == 4));
    }

    /// Bytes put in, cut out or changed: the verdict, the value and the place are those of a reader that takes one
    /// character after the other.
    #[test]
    fn it_is_as_the_slow_reader_says(
        text in "([a\u{e9}\u{ffff}\u{10000}\u{1f600}\u{10ffff}]){0,6}",
        edits in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![
            prop::sample::select(&[0xa0_u8, 0xaf, 0xb0, 0xbf, 0xed, 0x80, 0xf0, 0xc0, 0x9f, b'a'][..]), any::<u8>()
        ], 0..4), 1..3),
    ) {
        let mut bytes = cesu8(&text);
        for (at, byte, how) in edits {
            let at = at.index(bytes.len() + 1);
            match how {
                0 => bytes.insert(at, byte),
                _ if at == bytes.len() => bytes.truncate(at.saturating_sub(2)),
                1 => bytes[at] = byte,
                // A character of four bytes, which stands in no CESU-8.
                2 => drop(bytes.splice(at..at, "a\u{1f600}".bytes())),
                _ => bytes.truncate(at),
            }
        }
        assert_as_slow(&bytes);
    }
}

/// A character of four bytes stands in no CESU-8, and is where it is wrong.
#[test]
fn the_first_character_of_utf8_is_named() {
    let bytes = [&cesu8("\u{1f600}"), "ab\u{1f600}".as_bytes()].concat();
    assert_eq!(slowly(&bytes), Err(8));
    assert_as_slow(&bytes);
}
