//! The worst texts that we know of, in any size, and a reading of them by every way in.

use mimc_msg::{Base64Forms, Codec, Decoded, Limits, RawEnvelope, RawJson, Scratch};

/// The smaller of the sizes at which they are measured.
pub(crate) const SMALL: usize = 100_000;

/// A kind of text.
pub(crate) struct Hostile {
    pub(crate) name: &'static str,
    /// One of about so many bytes.
    pub(crate) text: fn(usize) -> Vec<u8>,
    pub(crate) limits: Limits,
    /// What it may hold at once, as a multiple of its length.
    #[allow(dead_code, reason = "of memory alone")]
    pub(crate) times: u64,
}

const fn hostile(name: &'static str, text: fn(usize) -> Vec<u8>, times: u64) -> Hostile {
    Hostile { name, text, limits: Limits::MAX, times }
}

pub(crate) const HOSTILE: &[Hostile] = &[
    hostile(
        "unknown members, short",
        |size| message(&members(size, |at| format!("\"{at:x}\":1"))),
        16,
    ),
    Hostile {
        limits: Limits::new(),
        ..hostile(
            "the same within the default",
            |size| message(&members(size, |at| format!("\"{at:x}\":1"))),
            16,
        )
    },
    hostile(
        "members of a payload",
        |size| kept(&format!("{{{}}}", members(size, |at| format!("\"{at:x}\":1")))),
        5,
    ),
    hostile(
        "members of a friend request",
        |size| friend(&members(size, |at| format!("\"{at:x}\":1"))),
        20,
    ),
    hostile(
        "names with a long common prefix",
        |size| message(&members(size, |at| format!("\"{}{at:x}\":1", "p".repeat(1000)))),
        3,
    ),
    hostile(
        "names, all escapes",
        |size| message(&members(size, |at| format!("\"{}\":1", escaped(&format!("{at:x}"))))),
        8,
    ),
    hostile(
        "names that stand twice, escaped",
        |size| {
            let half = members(size / 2, |at| format!("\"{at:x}\":1"));
            let again = members(size / 2, |at| format!("\"{}\":1", escaped(&format!("{at:x}"))));
            message(&format!("{half},{again}"))
        },
        12,
    ),
    hostile("nested too deep", |size| kept(&"[".repeat(size)), 3),
    hostile(
        "nested as deep as may be, again and again",
        |size| {
            kept(&format!(
                "[{}]",
                vec![format!("{}{}", "[".repeat(125), "]".repeat(125)); size / 250].join(",")
            ))
        },
        3,
    ),
    hostile(
        "objects as deep as may be",
        |size| {
            kept(&format!(
                "[{}]",
                vec![format!("{}0{}", "{\"a\":".repeat(125), "}".repeat(125)); size / 750]
                    .join(",")
            ))
        },
        3,
    ),
    hostile("items", |size| kept(&format!("[1{}]", ",1".repeat(size / 2))), 3),
    hostile(
        "two equal bodies of items",
        |size| {
            let items = ",1".repeat(size / 4);
            twice(&format!("[1{items}]"), &format!("[1 {items}]"))
        },
        24,
    ),
    hostile(
        "two equal bodies of members",
        |size| {
            let all = members(size / 2, |at| format!("\"{at:x}\":1"));
            twice(&format!("{{{all}}}"), &format!("{{ {all}}}"))
        },
        16,
    ),
    hostile(
        "two equal bodies of lists of one item",
        |size| {
            let items = ",[1]".repeat(size / 8);
            twice(&format!("[1{items}]"), &format!("[1 {items}]"))
        },
        20,
    ),
    hostile(
        "two equal bodies of objects of one member",
        |size| {
            let items = ",{\"\":1}".repeat(size / 16);
            twice(&format!("[1{items}]"), &format!("[1 {items}]"))
        },
        16,
    ),
    hostile(
        "two equal numbers",
        |size| twice(&"1".repeat(size / 2), &format!("{}.0", "1".repeat(size / 2))),
        3,
    ),
    hostile("a text of escapes", |size| text_body(&"\\u0041".repeat(size / 6)), 3),
    hostile("a text of surrogates", |size| text_body(&"\\ud83d\\ude00".repeat(size / 12)), 3),
    hostile(
        "an escape that ends nowhere",
        |size| text_body(&format!("{}\\ud83d", "\\ud83d\\ude00".repeat(size / 12))),
        3,
    ),
    hostile("a number", |size| kept(&"9".repeat(size)), 3),
    hostile(
        "a time of zeros",
        |size| {
            format!("{{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"{}1\",\"payload\":\"x\"}}", "0".repeat(size)).into_bytes()
        },
        3,
    ),
    hostile(
        "base64 in base64",
        |size| {
            let inner = Base64Forms::encode(Base64Forms::encode(&vec![b'x'; size / 2]).as_bytes());
            format!("{{\"version\":0,\"msgId\":\"a\",\"msgType\":103,\"timestamp\":1,\"content\":\"{inner}\"}}").into_bytes()
        },
        3,
    ),
    hostile(
        "base64 of CESU-8",
        |size| {
            let inner = Base64Forms::encode(&[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80].repeat(size / 8));
            format!("{{\"version\":0,\"msgId\":\"a\",\"msgType\":103,\"timestamp\":1,\"content\":\"{inner}\"}}").into_bytes()
        },
        3,
    ),
    hostile(
        "a fault below long names",
        |size| {
            let name = "~/".repeat(size / 256);
            kept(&format!("{}!", format!("{{\"{name}\":").repeat(120)))
        },
        3,
    ),
    hostile(
        "a name that stands twice, long",
        |size| {
            let name = "n".repeat(size / 2);
            message(&format!("\"{name}\":1,\"{name}\":2"))
        },
        3,
    ),
];

fn message(more: &str) -> Vec<u8> {
    format!("{{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"x\",{more}}}").into_bytes()
}

fn kept(payload: &str) -> Vec<u8> {
    format!("{{\"version\":0,\"msgId\":\"a\",\"msgType\":\"S\",\"timestamp\":\"1\",\"payload\":{payload}}}").into_bytes()
}

fn twice(payload: &str, content: &str) -> Vec<u8> {
    kept(&format!("{payload},\"content\":{content}"))
}

fn text_body(text: &str) -> Vec<u8> {
    format!("{{\"version\":0,\"msgId\":\"a\",\"msgType\":\"TEXT\",\"timestamp\":\"1\",\"payload\":\"{text}\"}}").into_bytes()
}

fn friend(more: &str) -> Vec<u8> {
    format!("{{\"version\":0,\"msgId\":\"a\",\"msgType\":\"ADD_FRIEND_REQUEST\",\"timestamp\":\"1\",\"payload\":{{\"add_requester\":\"a\",{more}}}}}").into_bytes()
}

/// Members, with commas between them, up to this size.
fn members(size: usize, member: impl Fn(usize) -> String) -> String {
    let mut all = member(0);
    // Backwards, so that nothing is sorted before we sort it.
    for at in (1..size / (member(size).len() + 1)).rev() {
        all.push(',');
        all += &member(at);
    }
    all
}

fn escaped(text: &str) -> String {
    let escapes: Vec<String> = text.bytes().map(|byte| format!("\\u{byte:04x}")).collect();
    escapes.concat()
}

/// Reads a text by every way in, one after the other, and keeps what comes of each until the next.
pub(crate) fn read(text: &[u8], limits: Limits) {
    let codec = Codec::new().limits(limits).base64(Base64Forms::CANONICAL.mime());
    let _ = codec.decode(text).map(Decoded::into_owned).map_err(|error| error.to_string());
    let mut scratch = Scratch::new();
    let _ = codec.read_with(text, &mut scratch);
    let _ = codec.deviations(text);
    if let Some(raw) = RawEnvelope::recover_within(text, limits) {
        let _ = (raw.header(None), raw.members_in_order().count());
    }
    let _ = RawJson::from_slice_within(text, limits).map(RawJson::into_owned);
}
