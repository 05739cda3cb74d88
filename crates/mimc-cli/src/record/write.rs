//! From a message to its record. The JSON is written as it is made: nothing in it can steer a terminal.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{
    Body, Content, Decoded, Dialect, Extra, Flag, Flags, Foreign, ForeignForm, Kind, Message,
    Payload,
};

use crate::fault::Fault;
use crate::json;

/// Writes the record of a message, and a line end.
///
/// `biz_type` is the type that travelled beside it: kept for a text that is no envelope.
pub(crate) fn write_message(out: &mut Vec<u8>, line: u64, message: &Message<'_>, biz_type: &str) {
    json::number(out, "{\"line\":", line);
    out.extend_from_slice(b",\"ok\":true");
    match message {
        Message::Envelope(decoded) => envelope(out, decoded),
        Message::Foreign(found) => foreign(out, found, biz_type),
        _ => {}
    }
    out.extend_from_slice(b"}\n");
}

/// Writes the record of a line that is no message, and a line end.
pub(crate) fn write_fault(out: &mut Vec<u8>, line: u64, fault: &Fault) {
    json::number(out, "{\"line\":", line);
    json::name(out, ",\"ok\":false,\"error\":{\"code\":", fault.code);
    json::member(out, ",\"pointer\":", &fault.pointer);
    json::number(out, ",\"offset\":", fault.offset);
    json::member(out, ",\"message\":", &fault.message);
    out.extend_from_slice(b"}}\n");
}

fn foreign(out: &mut Vec<u8>, foreign: &Foreign<'_>, biz_type: &str) {
    let (form, body) = match foreign.form {
        ForeignForm::Object => ("object", ",\"body\":{\"raw\":"),
        _ => ("raw", ",\"body\":{\"text\":"),
    };
    json::name(out, ",\"foreign\":", form);
    if !biz_type.is_empty() {
        json::member(out, ",\"bizType\":", biz_type);
    }
    match foreign.text() {
        Some(text) => json::member(out, body, text),
        None => base64(out, ",\"body\":{\"base64\":", foreign.bytes),
    }
    out.push(b'}');
    if !foreign.deviations.is_empty() {
        codes(out, ",\"deviations\":", foreign.deviations);
    }
}

fn envelope(out: &mut Vec<u8>, decoded: &Decoded<'_>) {
    let envelope = &decoded.envelope;
    match decoded.dialect {
        Some(dialect) => json::name(out, ",\"dialect\":", dialect.name()),
        None => json::names(out, ",\"ambiguous\":", decoded.fits.iter().map(Dialect::name)),
    }
    kind(out, &envelope.kind());
    json::number(out, ",\"version\":", envelope.version);
    json::member(out, ",\"msgId\":", envelope.id.as_str());
    json::number(out, ",\"timestamp\":", envelope.timestamp.as_millis());
    body(out, &envelope.body);
    if let Some(members) = envelope.body.extra().filter(|extra| !extra.is_empty()) {
        extra(out, ",\"payloadExtra\":", members);
    }
    codes(out, ",\"deviations\":", decoded.deviations);
    codes(out, ",\"notes\":", decoded.notes);
    extra(out, ",\"extra\":", &envelope.extra);
}

/// Writes what the message says it is: a name, or a code that names nothing.
fn kind(out: &mut Vec<u8>, kind: &Kind<'_>) {
    let (word, rest) = match kind {
        Kind::Absent => return,
        Kind::Code(code) => {
            out.extend_from_slice(b",\"kindCode\":");
            return out.extend_from_slice(code.as_str().as_bytes());
        }
        Kind::File(medium) => (medium, "_FILE\""),
        Kind::Recall(Content::File(medium)) => (medium, "_FILE_RECALL\""),
        Kind::Read(Content::File(medium)) => (medium, "_FILE_READ\""),
        Kind::Custom(custom) => return json::member(out, ",\"kind\":", custom.as_str()),
        other => return json::name(out, ",\"kind\":", &other.to_text()),
    };
    out.extend_from_slice(b",\"kind\":\"");
    out.extend_from_slice(word.as_str().as_bytes());
    out.extend_from_slice(rest.as_bytes());
}

/// Writes what the message says, where it says anything.
fn body(out: &mut Vec<u8>, body: &Body<'_>) {
    match body {
        Body::Ping(Some(account)) | Body::Pong(Some(account)) => {
            json::member(out, ",\"body\":{\"account\":", account.as_str());
        }
        Body::Text(text) | Body::Other { payload: Payload::Text(text), .. } => {
            json::member(out, ",\"body\":{\"text\":", text);
        }
        Body::File { medium, url, .. } => {
            json::member(out, ",\"body\":{\"url\":", url);
            json::name(out, ",\"medium\":", medium.as_str());
        }
        Body::Recall(receipt) | Body::Read(receipt) => {
            json::member(out, ",\"body\":{\"target\":", receipt.target.as_str());
        }
        Body::FriendRequest { requester: Some(account), .. } => {
            json::member(out, ",\"body\":{\"requester\":", account.as_str());
        }
        Body::FriendResponse { responder, accepted, .. } => {
            out.extend_from_slice(b",\"body\":{");
            if let Some(account) = responder {
                json::member(out, "\"responder\":", account.as_str());
                out.push(b',');
            }
            let accepted: &[u8] =
                if *accepted { b"\"accepted\":true" } else { b"\"accepted\":false" };
            out.extend_from_slice(accepted);
        }
        Body::Other { payload: Payload::Bytes(bytes), .. } => {
            base64(out, ",\"body\":{\"base64\":", bytes);
        }
        Body::Other { payload: Payload::Json(raw), .. } => {
            json::member(out, ",\"body\":{\"raw\":", raw.as_str());
        }
        // A ping or a friend request that names nobody, and what has no body.
        _ => return,
    }
    out.push(b'}');
}

/// Writes unknown members as an object.
fn extra(out: &mut Vec<u8>, before: &str, extra: &Extra<'_>) {
    out.extend_from_slice(before.as_bytes());
    let mut separator = "{";
    for (name, value) in extra.iter() {
        json::member(out, separator, name);
        out.push(b':');
        json::raw(out, value.as_str());
        separator = ",";
    }
    out.extend_from_slice(if separator == "{" { b"{}" } else { b"}" });
}

fn base64(out: &mut Vec<u8>, before: &str, bytes: &[u8]) {
    json::member(out, before, &STANDARD.encode(bytes));
}

/// Writes the names of flags, of which there are mostly none.
fn codes<T: Flag>(out: &mut Vec<u8>, before: &str, flags: Flags<T>) {
    if flags.is_empty() {
        out.extend_from_slice(before.as_bytes());
        out.extend_from_slice(b"[]");
    } else {
        json::names(out, before, flags.iter().map(Flag::code));
    }
}
