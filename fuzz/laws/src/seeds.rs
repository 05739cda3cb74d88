//! What a fuzzer begins with: the vectors in the form of each target, and tapes of choices for those that make things.

use mimc_api::endpoints;
use mimc_testkit::answerer;
use mimc_testkit::api::choices;
use mimc_testkit::conversation::scenes;
use mimc_testkit::vectors::{FILES, lines, raw};
use serde_json::Value;

use crate::RAW;

/// The seeds of a target.
#[must_use]
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    let vectors: Vec<Value> = FILES.iter().flat_map(|file| lines(file)).collect();
    let of = |kind: &'static str| vectors.iter().filter(move |v| v["kind"] == kind);
    let payloads = || of("history_payload").chain(of("contact_payload"));
    let all = || vectors.iter();
    match target {
        "envelope" => of("message").chain(payloads()).map(message).collect(),
        "syntax" => all().map(raw).collect(),
        "encode_decode" => (0..64).map(|seed| tape(seed, 100)).collect(),
        "transcode" => {
            // Without a pin, and under each.
            let pins = b".0123456789:".iter().cycle();
            let pinned = |(pin, vector): (&u8, &Value)| [&[*pin], &*message(vector)].concat();
            let bare = of("message").map(|vector| [b".", &*message(vector)].concat());
            bare.chain(pins.zip(of("message")).map(pinned)).collect()
        }
        "diagnose" => {
            // Leniently and strictly, without a pin and under each.
            let choices = (0..=255_u8).step_by(5).cycle();
            let vectors = of("message").chain(payloads());
            choices.zip(vectors).map(|(it, vector)| [&[it], &*message(vector)].concat()).collect()
        }
        "base64" => payloads().chain(of("account")).map(raw).collect(),
        "conversation" => {
            let tapes = (0..64_u8).map(|seed| {
                [&[seed % 2], &*tape(seed.into(), 6 * usize::from(seed % 20))].concat()
            });
            tapes.chain(states()).collect()
        }
        "history_callback" => of("history_response").chain(of("callback")).map(raw).collect(),
        "requests" => of("request").map(request).chain(tapes()).collect(),
        "answers" => {
            let is_answer =
                |v: &&Value| v["kind"].as_str().is_some_and(|k| k.ends_with("_response"));
            all().filter(is_answer).map(answer).chain(tapes()).collect()
        }
        "scrub" => {
            let line = |vector: &Value| [b"\x07", &*message(vector)].concat();
            all().map(line).chain(all().map(|vector| [b"\x08\n", &*raw(vector)].concat())).collect()
        }
        "targets" => of("request").map(target_and_value).collect(),
        "schema" => {
            let messages = of("message").map(raw).filter(|text| text.starts_with(b"{"));
            messages.chain((0..64).map(|seed| tape(seed, 100))).collect()
        }
        "cli_lines" => {
            let (odd, vectors) = (ODD_LINES.iter().map(|line| line.to_vec()), all().map(raw));
            // Small limits and pieces, and none: by turns.
            let heads: [&[u8]; 3] = [b"\x05\x01\n", b"\xff\n", b"\x40\x07\x00\xff\n"];
            let lines = odd.chain(vectors).chain(of("message").map(frame));
            heads
                .iter()
                .cycle()
                .zip(lines)
                .map(|(head, line)| [head, &*line, b"\n"].concat())
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Line ends, marks and blanks; and what steers or hides.
const ODD_LINES: [&[u8]; 6] = [
    b"\xef\xbb\xbfab\r\n \t\nabcdef\r\r\nabcdefg\r\n\nab\rc",
    b"\xef\xbb\xbf",
    b"\xef\xbb\n\xef\xbb\xbf\n",
    "\u{1b}[2J\u{9b}2J\u{202e}a\u{2028}b\u{e0041}\u{ad}".as_bytes(),
    br#"{"version":0,"msgId":"\u001b]0;a\u0007","msgType":"\u009b","timestamp":"1","payload":"\ud83d"}"#,
    br#"{"version":0,"msgId":"\r\n","msgType":"TEXT","timestamp":"1","payload":"\udb40\udc41\u2066"}"#,
];

/// The message in a frame with what stands beside it.
fn frame(vector: &Value) -> Vec<u8> {
    let message = String::from_utf8_lossy(&raw(vector)).into_owned();
    let beside = &vector["context"]["biz_type"];
    serde_json::json!({"bizType": beside, "message": message}).to_string().into_bytes()
}

/// The text under the line of what stands beside it.
fn message(vector: &Value) -> Vec<u8> {
    let beside = vector["context"]["biz_type"].as_str().unwrap_or_default();
    [beside.as_bytes(), b"\n", &*raw(vector)].concat()
}

fn method_and_target(vector: &Value) -> String {
    let text = |name: &str| vector["context"][name].as_str().unwrap_or_default();
    format!("{} {}", text("method"), text("target"))
}

fn request(vector: &Value) -> Vec<u8> {
    let mut head = method_and_target(vector) + "\n";
    for (name, value) in vector["context"]["headers"].as_object().into_iter().flatten() {
        head += &[name, ": ", value.as_str().unwrap_or_default(), "\n"].concat();
    }
    [head.as_bytes(), b"\n", &*raw(vector)].concat()
}

fn target_and_value(vector: &Value) -> Vec<u8> {
    let line = method_and_target(vector);
    let query = line.split_once('=').map_or("ada,bo", |(_, query)| query).to_owned();
    format!("{line}\n{query}").into_bytes()
}

fn answer(vector: &Value) -> Vec<u8> {
    let body = raw(vector);
    let name = answerer(vector, &body);
    let nth = endpoints::all().iter().position(|facts| facts.name == name).unwrap_or_default();
    [&[byte(nth), byte(RAW)], &*body].concat()
}

/// A tape for every endpoint, and one with two edits.
fn tapes() -> impl Iterator<Item = Vec<u8>> {
    (0..2 * endpoints::all().len()).map(|nth| {
        let length = if nth % 2 == 0 { 40 } else { 48 };
        let seed = u32::try_from(nth).unwrap_or_default();
        [&[byte(nth / 2), 40], &*tape(seed, length)].concat()
    })
}

fn tape(seed: u32, length: usize) -> Vec<u8> {
    choices(seed).into_iter().take(length).map(|choice| choice.to_le_bytes()[0]).collect()
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// Stored states of conversations, each behind a byte that says so.
fn states() -> impl Iterator<Item = Vec<u8>> {
    scenes().into_iter().map(|(_, stage, seen)| {
        let mut conversation = stage.empty();
        for sight in &seen {
            conversation.add(sight.event(stage), stage.now()).expect("of this conversation");
        }
        let state = serde_json::to_vec(&conversation.state()).expect("JSON");
        [&[u8::MAX], &*state].concat()
    })
}
