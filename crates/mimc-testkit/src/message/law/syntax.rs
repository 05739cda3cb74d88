//! Laws about the first pass: serde_json is the referee.

mod unique;

use mimc_msg::{DecodeError, InvalidJson, RawEnvelope, RawJson, SyntaxFault, pointer_to};
use serde_json::Value;

use unique::has_duplicates;

/// Our first pass and serde_json accept the same texts and read the same values, but for a named list: duplicate
/// names, 128 levels instead of 127, numbers that no `f64` holds, and one NUL behind an object.
pub fn agrees_with_serde_json(text: &[u8]) {
    let shown = || String::from_utf8_lossy(text).into_owned();
    let referee: Result<Value, _> = serde_json::from_slice(text);
    match (RawJson::from_slice(text), &referee) {
        (Ok(json), Ok(value)) => {
            assert!(!has_duplicates(text), "we read duplicates: {}", shown());
            same(&json, value);
        }
        (Err(InvalidJson { place, .. }), Err(_)) => {
            assert!(place.offset + place.length <= text.len(), "outside: {place:?}");
        }
        (Err(InvalidJson { fault: SyntaxFault::DuplicateMember, .. }), Ok(_)) => {
            assert!(has_duplicates(text), "there are no duplicates: {}", shown());
        }
        (Ok(json), Err(error)) => {
            let why = error.to_string();
            let listed = why.starts_with("number out of range")
                || why.starts_with("recursion limit") && json.depth() == 128;
            assert!(listed, "only serde_json refuses it ({error}): {}", shown());
        }
        (Err(error), Ok(_)) => panic!("only we refuse it ({error}): {}", shown()),
    }
    envelopes_are_objects(text);
    for at in [text.len() / 3, text.len() / 2, text.len()] {
        let _ = pointer_to(text, at);
    }
}

/// The first pass of messages reads what is one JSON object, and a NUL behind it.
fn envelopes_are_objects(text: &[u8]) {
    let space = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    let object = text.iter().find(|byte| !space(byte)) == Some(&b'{');
    let json = RawJson::from_slice(text);
    match (RawEnvelope::parse(text), &json) {
        (Err(DecodeError::NotAnEnvelope { .. }), _) => assert!(!object),
        (Ok(raw), Ok(json)) => {
            let members: Vec<_> = raw.members_in_order().collect();
            let depth = members.iter().map(|member| member.value.depth()).max().unwrap_or(0);
            assert_eq!(json.depth(), depth + 1);
        }
        (Ok(_), Err(_)) => {
            let cut = text.strip_suffix(b"\0").expect("only a NUL makes it other JSON");
            assert!(RawJson::from_slice(cut).is_ok());
        }
        (Err(error), Ok(_)) => panic!("only as an envelope it is refused: {error}"),
        (Err(_), Err(_)) => {}
    }
}

/// The same value: text, members and depth. Numbers are compared as serde_json reads our text.
fn same(json: &RawJson<'_>, value: &Value) {
    assert_eq!(json.depth(), depth(value), "{json}");
    assert_eq!(json.text().as_deref(), value.as_str(), "{json}");
    let Value::Object(members) = value else {
        assert_eq!(&serde_json::from_str::<Value>(json.as_str()).expect("it was read"), value);
        return;
    };
    let raw = RawEnvelope::parse(json.as_str().as_bytes()).expect("an object");
    let mut last = 0;
    let mut count = 0;
    for member in raw.members_in_order() {
        assert!(member.name_span.start > last, "the members are in order");
        last = member.value_span.end;
        assert_eq!(&json.as_str()[member.value_span.clone()], member.value.as_str());
        let value = members.get(&*member.name).expect("the same names");
        same(&member.value, value);
        count += 1;
    }
    assert_eq!(count, members.len(), "{json}");
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

/// Cut there, a message keeps the members that were whole; and what is kept is as it was.
pub fn what_was_whole_is_recovered(text: &[u8], at: usize) {
    let (Ok(raw), true) = (RawEnvelope::parse(text), at > 0) else { return };
    let Some(cut) = RawEnvelope::recover(&text[..at.min(text.len())]) else {
        assert!(!text[..at.min(text.len())].contains(&b'{'), "it begins as before");
        return;
    };
    let all: Vec<_> = raw.members_in_order().collect();
    let kept: Vec<_> = cut.members_in_order().collect();
    assert!(all.starts_with(&kept), "cut at {at}: {kept:?} of {all:?}");
    let whole = all.iter().filter(|member| member.value_span.end < at).count();
    assert!((whole..=whole + 1).contains(&kept.len()), "cut at {at}: {kept:?} of {all:?}");
    let (cut, raw) = (cut.header(None), raw.header(None));
    assert!(cut.version.is_none() || cut.version == raw.version);
    assert!(cut.timestamp.is_none() || cut.timestamp == raw.timestamp);
    assert!(cut.id.is_none() || cut.id == raw.id);
    // Unless the other type member, behind the cut, contradicts it.
    assert!(cut.kind.is_none() || raw.kind.is_none() || cut.kind == raw.kind);
}
