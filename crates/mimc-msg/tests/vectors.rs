//! Every message vector under `schemas/vectors/`: accepted ones mean what they say, refused ones are
//! refused with their code, flagged ones are told.
#![allow(clippy::panic, clippy::needless_pass_by_value, clippy::match_same_arms, reason = "tests")]

use mimc_msg::{
    Body, Codec, DecodeError, Decoded, Dialect, Flag, Foreign, Kind, Message, Payload, Scratch,
};
use mimc_testkit::vectors::{hex, lines, raw, text};
use serde_json::Value;

/// A vector and how it is handed to the decoder.
struct Vector {
    json: Value,
    raw: Vec<u8>,
    biz_type: String,
}

impl Vector {
    fn all(file: &str) -> Vec<Self> {
        lines(file)
            .into_iter()
            .filter(|json| matches!(text(json, "kind"), "message" | "history_payload"))
            .map(|json| {
                let biz_type = json["context"]["biz_type"].as_str().unwrap_or_default().to_owned();
                let raw = raw(&json);
                Self { json, raw, biz_type }
            })
            .collect()
    }

    fn id(&self) -> &str {
        text(&self.json, "id")
    }

    fn codec(&self) -> Codec<'_> {
        Codec::new().biz_type(&self.biz_type)
    }

    fn read<'a>(
        &'a self,
        codec: Codec<'a>,
        scratch: &'a mut Scratch,
    ) -> Result<Message<'a>, DecodeError> {
        if text(&self.json, "kind") == "history_payload" {
            codec.read_base64(&self.raw, scratch)
        } else {
            codec.read_with(&self.raw, scratch)
        }
    }
}

#[test]
fn accepted_vectors_mean_what_they_say() {
    let mut official = 0;
    for vector in Vector::all("accept.jsonl") {
        let expect = &vector.json["expect"];
        let (mut one, mut two) = (Scratch::new(), Scratch::new());
        let detected = vector.read(vector.codec(), &mut one);
        match text(expect, "dialect").parse::<Dialect>() {
            Ok(dialect) => {
                official += 1;
                let pinned = vector.read(vector.codec().dialect(dialect), &mut two);
                check(vector.id(), expect, &envelope(vector.id(), pinned));
                let detected = envelope(vector.id(), detected);
                if flags(expect).contains(&"ambiguous_body") {
                    assert_ambiguous(vector.id(), dialect, &detected);
                } else {
                    assert_eq!(detected.dialect, Some(dialect), "{}", vector.id());
                    check(vector.id(), expect, &detected);
                }
            }
            Err(_) => check_foreign(&vector, expect, detected),
        }
    }
    assert!(official > 50, "only {official} official vectors: are the files complete?");
}

#[test]
fn refused_vectors_are_refused_or_told() {
    for vector in Vector::all("refuse.jsonl") {
        let mut scratch = Scratch::new();
        let read = vector.read(vector.codec(), &mut scratch);
        match text(&vector.json, "verdict") {
            "reject" => {
                let error = read.and_then(Message::into_envelope).expect_err(vector.id());
                let expected = (text(&vector.json, "code"), text(&vector.json, "pointer"));
                assert_eq!((error.code(), error.pointer()), expected, "{}", vector.id());
                assert!(error.offset() <= vector.raw.len(), "{}", vector.id());
            }
            _ => {
                let told = match read.unwrap_or_else(|error| panic!("{}: {error}", vector.id())) {
                    Message::Envelope(decoded) => reports(&decoded),
                    Message::Foreign(foreign) => codes(foreign.deviations.iter()),
                    _ => unreachable!(),
                };
                let expected: Vec<_> =
                    vector.json["reports"].as_array().expect("reports").iter().collect();
                assert!(!expected.is_empty(), "{}: a flag must be told", vector.id());
                assert_eq!(expected, told.iter().collect::<Vec<_>>(), "{}", vector.id());
            }
        }
    }
}

fn envelope<'a>(id: &str, read: Result<Message<'a>, DecodeError>) -> Decoded<'a> {
    read.and_then(Message::into_envelope).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn flags(expect: &Value) -> Vec<&str> {
    expect["flags"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn codes<T: Flag>(flags: impl Iterator<Item = T>) -> Vec<Value> {
    flags.map(|flag| flag.code().into()).collect()
}

fn reports(decoded: &Decoded<'_>) -> Vec<Value> {
    let mut told = codes(decoded.deviations.iter());
    told.extend(codes(decoded.notes.iter()));
    told
}

fn assert_ambiguous(id: &str, dialect: Dialect, decoded: &Decoded<'_>) {
    assert_eq!(decoded.dialect, None, "{id}");
    assert!(decoded.fits.contains(dialect), "{id}");
    assert!(reports(decoded).contains(&"ambiguous".into()), "{id}");
    assert!(matches!(decoded.envelope.body, Body::Other { payload: Payload::Text(_), .. }), "{id}");
}

/// Vectors whose `expect` we do not follow, each with the reason. One that is followed after all fails too.
const DISAGREED: [(&str, &str); 1] = [(
    "flutter-old",
    "an object with a string msgId, a timestamp and a string payload is an envelope by rule 1, and \
     fits the last row of the table in rule 5: it is read as an ambiguous message",
)];

/// Community formats come through whole; some have a type member or fit an official row and are then
/// read as that row says.
fn check_foreign(vector: &Vector, expect: &Value, read: Result<Message<'_>, DecodeError>) {
    const MAY_FIT: [&str; 6] = ["or-", "dart-", "netnr-", "wx1-", "wx2-", "yangtzeu-"];
    let disagreed = DISAGREED.iter().any(|(id, _)| *id == vector.id());
    if let Ok(Message::Foreign(foreign)) = read {
        assert!(!disagreed, "{} is followed: take it off the list", vector.id());
        check_whole(vector, expect, &foreign);
    } else {
        let fits = MAY_FIT.iter().any(|prefix| vector.id().starts_with(prefix));
        assert!(fits || disagreed, "{} must come through whole", vector.id());
    }
}

fn check_whole(vector: &Vector, expect: &Value, foreign: &Foreign<'_>) {
    if text(&vector.json, "kind") == "message" {
        assert_eq!(foreign.bytes, vector.raw, "{}", vector.id());
    }
    if text(expect, "dialect") == "raw" {
        match expect["payload_hex"].as_str() {
            Some(bytes) => assert_eq!(hex(foreign.bytes), bytes, "{}", vector.id()),
            None => assert_eq!(foreign.text(), expect["text"].as_str(), "{}", vector.id()),
        }
    }
    let mime = flags(expect).contains(&"mime_base64");
    assert_eq!(mime, !foreign.deviations.is_empty(), "{}", vector.id());
}

fn check(id: &str, expect: &Value, decoded: &Decoded<'_>) {
    let envelope = &decoded.envelope;
    let kind = envelope.kind();
    let named = Some(kind.to_text()).filter(|_| !matches!(kind, Kind::Code(_) | Kind::Absent));
    assert_eq!(named.as_deref(), expect["msg_type"].as_str(), "{id}");
    if let Some(code) = expect.get("type_raw").filter(|_| matches!(kind, Kind::Code(_))) {
        assert_eq!(kind.to_string(), code.to_string().trim_matches('"'), "{id}");
    }
    assert_eq!(Some(envelope.id.as_str()), expect["msg_id"].as_str(), "{id}");
    assert_eq!(Some(u64::from(envelope.version)), expect["version"].as_u64(), "{id}");
    assert_eq!(Some(envelope.timestamp.as_millis()), expect["timestamp_ms"].as_u64(), "{id}");
    check_body(id, expect, &envelope.body);
    check_flags(id, expect, decoded);
}

fn check_body(id: &str, expect: &Value, body: &Body<'_>) {
    let of = |name: &str| expect[name].as_str();
    match (text(expect, "payload_kind"), body) {
        ("none", Body::Ping(None) | Body::Pong(None)) => {}
        ("none", Body::FriendRequest { requester: None, .. }) => {}
        ("none", Body::Other { payload: Payload::Absent, .. }) => {}
        ("account", Body::Ping(account) | Body::Pong(account)) => {
            assert_eq!(account.as_ref().map(mimc_msg::Account::as_str), of("account"), "{id}");
        }
        ("text", Body::Text(found) | Body::Other { payload: Payload::Text(found), .. }) => {
            assert_eq!(Some(&**found), of("text"), "{id}");
        }
        ("url", Body::File { url, .. }) => assert_eq!(Some(&**url), of("url"), "{id}"),
        ("target_msg_id", Body::Recall(receipt) | Body::Read(receipt)) => {
            assert_eq!(Some(receipt.target.as_str()), of("target_msg_id"), "{id}");
        }
        ("friend_request", Body::FriendRequest { requester, .. }) => {
            assert_eq!(requester.as_ref().map(mimc_msg::Account::as_str), of("requester"), "{id}");
        }
        ("friend_response", Body::FriendResponse { responder, accepted, .. }) => {
            assert_eq!(Some(*accepted), expect["accepted"].as_bool(), "{id}");
            assert_eq!(responder.as_ref().map(mimc_msg::Account::as_str), of("responder"), "{id}");
        }
        ("bytes", Body::Other { payload: Payload::Bytes(bytes), .. }) => {
            assert_eq!(Some(&*hex(bytes)), of("payload_hex"), "{id}");
        }
        ("object", Body::Other { payload: Payload::Json(json), .. }) => {
            let value: Value = serde_json::from_str(json.as_str()).expect(id);
            assert_eq!(value, expect["object"], "{id}");
        }
        (expected, found) => panic!("{id}: expected {expected}, found {found:?}"),
    }
}

/// Each flag of an accepted vector is told by a deviation or note of the same sense.
fn check_flags(id: &str, expect: &Value, decoded: &Decoded<'_>) {
    let told = reports(decoded);
    for flag in flags(expect) {
        let senses: &[&str] = match flag {
            "msg_id_not_unique" | "not_utf8" | "lone_surrogate" | "outer_base64" => continue,
            "ambiguous_body" => continue, // of unpinned decoding; see `assert_ambiguous`
            "both_type_keys" => &["type-twice"],
            "cesu8" => &["text-cesu8"],
            "trailing_nul" => &["trailing-nul"],
            "mime_base64" => &["base64-mime"],
            "payload_was_json_string" => &["receipt-json-text"],
            "unknown_version" => &["version-unknown"],
            "type_unknown" => &["type-missing", "kind-unknown"],
            other => panic!("{id}: nobody knows the flag {other}"),
        };
        assert!(senses.iter().any(|sense| told.contains(&(*sense).into())), "{id}: {flag}");
    }
}
