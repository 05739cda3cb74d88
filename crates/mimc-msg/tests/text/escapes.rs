//! Escapes: surrogates in all pairings, and very many of them.

use mimc_msg::{Codec, RawEnvelope};

/// A message whose string at `place` is `string`, given as it stands between the quotes.
fn message(place: Place, string: &[u8]) -> Vec<u8> {
    let (before, after): (&str, &str) = match place {
        Place::Id => (
            "{\"version\":0,\"msgId\":\"",
            "\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"x\"}",
        ),
        Place::Body => (
            "{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"",
            "\"}",
        ),
        Place::Name => (
            "{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"x\",\"",
            "\":1}",
        ),
        Place::Nested => (
            "{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"x\",\"y\":[{\"z\":\"",
            "\"}]}",
        ),
        Place::NestedName => (
            "{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"x\",\"y\":[{\"",
            "\":0}]}",
        ),
    };
    [before.as_bytes(), string, after.as_bytes()].concat()
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Id,
    Body,
    Name,
    Nested,
    NestedName,
}

const PLACES: [Place; 5] = [Place::Id, Place::Body, Place::Name, Place::Nested, Place::NestedName];

/// The surrogates at the ends of their ranges, and their neighbours, which are characters.
const UNITS: [u16; 8] = [0x0041, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xffff];

fn escaped(unit: u16) -> Vec<u8> {
    format!("\\u{unit:04x}").into_bytes()
}

/// The unit in three bytes (or one), as CESU-8 has it.
fn cesu8(unit: u16) -> Vec<u8> {
    let low = |shift: u16| 0x80 | (unit >> shift & 0x3f).to_le_bytes()[0];
    match unit {
        0..=0x7f => vec![unit.to_le_bytes()[0]],
        _ => vec![0xe0 | (unit >> 12).to_le_bytes()[0], low(6), low(0)],
    }
}

fn is_surrogate(unit: u16) -> bool {
    (0xd800..0xe000).contains(&unit)
}

/// RULES 2: escaped surrogates that make no pair are refused at the escape that is alone; raw ones are no UTF-8,
/// and that is found first.
#[test]
fn surrogates_in_all_pairings() {
    for (first, second) in UNITS.into_iter().flat_map(|a| UNITS.map(|b| (a, b))) {
        let means = String::from_utf16(&[first, second]).ok();
        // In `high, low` the pair is whole; else the first that is a surrogate is alone.
        let alone = usize::from(!is_surrogate(first));
        for (raw_first, raw_second) in [(false, false), (false, true), (true, false), (true, true)]
        {
            let write = |unit, raw| if raw { cesu8(unit) } else { escaped(unit) };
            let parts = [write(first, raw_first), write(second, raw_second)];
            let raw_fault = [raw_first && is_surrogate(first), raw_second && is_surrogate(second)];
            for place in PLACES {
                let bytes = message(place, &[&b"ab"[..], &parts[0], &parts[1], b"c"].concat());
                let start = before(place) + 2;
                let offset = |part: usize| start + if part == 1 { parts[0].len() } else { 0 };
                let expected = match (raw_fault.iter().position(|&raw| raw), &means) {
                    (Some(part), _) => Err(("invalid-utf8", offset(part))),
                    (None, Some(means)) => Ok(format!("ab{means}c")),
                    (None, None) => Err(("lone-surrogate", offset(alone))),
                };
                let read = mimc_msg::decode(&bytes);
                match (read, expected) {
                    (Ok(decoded), Ok(means)) => {
                        let envelope = decoded.envelope;
                        let found = match place {
                            Place::Id => envelope.id.as_str().to_owned(),
                            Place::Body => format!("{:?}", envelope.body),
                            Place::Name => envelope.extra.iter().map(|(name, _)| name).collect(),
                            Place::Nested | Place::NestedName => {
                                let kept = envelope.extra.get("y").expect("kept").as_str();
                                // It is kept as it stands, escapes and all.
                                assert!(
                                    bytes.windows(kept.len()).any(|seen| seen == kept.as_bytes())
                                );
                                continue;
                            }
                        };
                        let means =
                            if place == Place::Body { format!("Text({means:?})") } else { means };
                        assert_eq!(found, means, "{place:?} {first:x} {second:x}");
                    }
                    (Err(error), Err(expected)) => {
                        assert_eq!(
                            (error.code(), error.offset()),
                            expected,
                            "{place:?} {first:x} {second:x}"
                        );
                    }
                    (read, expected) => {
                        panic!("{place:?} {first:x} {second:x}: {read:?}, not {expected:?}")
                    }
                }
            }
        }
    }
}

/// How many bytes stand before the string at this place.
fn before(place: Place) -> usize {
    let marked = message(place, b"\xff");
    marked.iter().position(|&byte| byte == 0xff).expect("the mark")
}

/// Digits of escapes are of either case; anything else is no escape.
#[test]
fn digits_of_escapes() {
    for good in ["\\ud83d\\ude00", "\\uD83D\\uDE00", "\\uD83d\\uDe00"] {
        let bytes = message(Place::Id, good.as_bytes());
        assert_eq!(mimc_msg::decode(&bytes).expect(good).envelope.id.as_str(), "\u{1f600}");
    }
    for bad in [
        "\\U0041",
        "\\u004",
        "\\u004g",
        "\\u 041",
        "\\u+041",
        "\\u００４１",
        "\\x41",
        "\\0",
        "\\u{41}",
    ] {
        let bytes = message(Place::Id, bad.as_bytes());
        let error = mimc_msg::decode(&bytes).expect_err(bad);
        assert_eq!((error.code(), error.offset()), ("invalid-escape", before(Place::Id)), "{bad}");
    }
}

/// A mebibyte of escapes is read in one piece, means what it says, and is written again to the byte.
#[test]
fn a_mebibyte_of_escapes() {
    const COUNT: usize = (1 << 20) / 6 + 1;
    let nul = "\\u0000".repeat(COUNT);
    for place in PLACES {
        let bytes = message(place, nul.as_bytes());
        assert!(bytes.len() > 1 << 20);
        let decoded = mimc_msg::decode(&bytes);
        if place == Place::Id {
            // It means more than the 15 KiB that an id may have.
            let error = decoded.expect_err("a long id");
            assert_eq!((error.code(), error.pointer()), ("invalid-value", "/msgId"));
            assert!(RawEnvelope::parse(&bytes).is_ok_and(|raw| raw.header(None).id.is_none()));
            continue;
        }
        let envelope = decoded.expect("a message").envelope;
        if place == Place::Body {
            assert_eq!(envelope.body, mimc_msg::Body::text("\0".repeat(COUNT)));
        }
        assert!(mimc_msg::encode(&envelope).expect("a message") == bytes, "{place:?}");
    }
    // What counts for the length of an id is what it means, not how it is written.
    for (count, is_good) in [(15 * 1024, true), (15 * 1024 + 1, false)] {
        let bytes = message(Place::Id, "\\u0000".repeat(count).as_bytes());
        let read = Codec::new().strict().decode(&bytes);
        assert_eq!(
            read.map(|decoded| decoded.envelope.id.as_str().len()).ok(),
            is_good.then_some(count)
        );
    }
    // At its end one that is cut, one that is none, and half a pair.
    for (last, code) in
        [("\\u00", "invalid-escape"), ("\\q", "invalid-escape"), ("\\ud800", "lone-surrogate")]
    {
        let bytes = message(Place::Body, format!("{nul}{last}").as_bytes());
        let error = mimc_msg::decode(&bytes).expect_err(last);
        assert_eq!(
            (error.code(), error.offset()),
            (code, before(Place::Body) + nul.len()),
            "{last}"
        );
    }
}
