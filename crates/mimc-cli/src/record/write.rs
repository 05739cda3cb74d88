//! From a message to its record. The JSON is written as it is made: nothing in it can steer a terminal.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{
    Body, Content, Decoded, Dialect, Envelope, Extra, Flag, Flags, Foreign, ForeignForm, Kind,
    Medium, Message, Payload,
};

use crate::fault::Fault;
use crate::json::{self, member, names, number, put, text};

/// Writes the record of a message, and a line end.
///
/// `biz_type` is the type that travelled beside it: kept for a text that is no envelope.
pub(crate) fn write_message(out: &mut Vec<u8>, line: u64, message: &Message<'_>, biz_type: &str) {
    put(out, "{\"line\":");
    number(out, line);
    put(out, ",\"ok\":true");
    match message {
        Message::Envelope(decoded) => envelope(out, decoded),
        Message::Foreign(found) => foreign(out, found, biz_type),
        _ => {}
    }
    put(out, "}\n");
}

/// Writes the record of a line that is no message, and a line end.
pub(crate) fn write_fault(out: &mut Vec<u8>, line: u64, fault: &Fault) {
    put(out, "{\"line\":");
    number(out, line);
    member(out, ",\"ok\":false,\"error\":{\"code\":", fault.code);
    member(out, ",\"pointer\":", &fault.pointer);
    put(out, ",\"offset\":");
    number(out, fault.offset as u64);
    member(out, ",\"message\":", &fault.message);
    put(out, "}}\n");
}

fn foreign(out: &mut Vec<u8>, foreign: &Foreign<'_>, biz_type: &str) {
    let (form, body) = match foreign.form {
        ForeignForm::Object => (",\"foreign\":\"object\"", ",\"body\":{\"raw\":"),
        _ => (",\"foreign\":\"raw\"", ",\"body\":{\"text\":"),
    };
    put(out, form);
    if !biz_type.is_empty() {
        member(out, ",\"bizType\":", biz_type);
    }
    match foreign.text() {
        Some(text) => member(out, body, text),
        None => base64(out, foreign.bytes),
    }
    put(out, "}");
    if !foreign.deviations.is_empty() {
        put(out, ",\"deviations\":");
        codes(out, foreign.deviations);
    }
}

fn envelope(out: &mut Vec<u8>, decoded: &Decoded<'_>) {
    let Decoded { envelope, deviations, notes, .. } = decoded;
    match decoded.dialect {
        Some(dialect) => {
            put(out, ",\"dialect\":\"");
            put(out, dialect.name());
            put(out, "\"");
        }
        None => {
            put(out, ",\"ambiguous\":");
            names(out, decoded.fits.iter().map(Dialect::name));
        }
    }
    write_said(out, envelope);
    if let Some(members) = envelope.body.extra().filter(|extra| !extra.is_empty()) {
        put(out, ",\"payloadExtra\":");
        extra(out, members);
    }
    if deviations.is_empty() && notes.is_empty() && envelope.extra.is_empty() {
        // Of most messages.
        return put(out, ",\"deviations\":[],\"notes\":[],\"extra\":{}");
    }
    put(out, ",\"deviations\":");
    codes(out, *deviations);
    put(out, ",\"notes\":");
    codes(out, *notes);
    put(out, ",\"extra\":");
    extra(out, &envelope.extra);
}

/// Writes the members about what a message is and says, each with a comma before it.
pub(crate) fn write_said(out: &mut Vec<u8>, envelope: &Envelope<'_>) {
    kind(out, &envelope.body);
    put(out, ",\"version\":");
    number(out, envelope.version.into());
    put(out, ",\"msgId\":\"");
    text(out, envelope.id.as_str());
    put(out, "\",\"timestamp\":");
    number(out, envelope.timestamp.as_millis());
    body(out, &envelope.body);
}

/// Writes what the message says it is: a name, or a code that names nothing. The usual kinds are written in one piece.
fn kind(out: &mut Vec<u8>, body: &Body<'_>) {
    match body {
        Body::Text(_) => put(out, ",\"kind\":\"TEXT\""),
        Body::Recall(receipt) => content(out, &receipt.content, "_RECALL\""),
        Body::Read(receipt) => content(out, &receipt.content, "_READ\""),
        Body::File { medium, .. } => file(out, medium, "_FILE\""),
        Body::Other { kind: Kind::Absent, .. } => {}
        Body::Other { kind: Kind::Code(code), .. } => {
            put(out, ",\"kindCode\":");
            put(out, code.as_str());
        }
        Body::Other { kind, .. } => member(out, ",\"kind\":", &kind.to_text()),
        body => member(out, ",\"kind\":", &body.kind().to_text()),
    }
}

/// Writes the kind of a receipt.
fn content(out: &mut Vec<u8>, content: &Content<'_>, rest: &str) {
    match content {
        Content::File(medium) => {
            file(out, medium, "_FILE");
            put(out, rest);
        }
        _ => {
            put(out, ",\"kind\":\"TEXT");
            put(out, rest);
        }
    }
}

/// Writes the kind of a file, or its beginning.
fn file(out: &mut Vec<u8>, medium: &Medium<'_>, rest: &str) {
    put(out, ",\"kind\":\"");
    put(out, medium.as_str());
    put(out, rest);
}

/// Writes what the message says, where it says anything.
fn body(out: &mut Vec<u8>, body: &Body<'_>) {
    match body {
        Body::Ping(Some(account)) | Body::Pong(Some(account)) => {
            member(out, ",\"body\":{\"account\":", account.as_str());
        }
        Body::Text(text) | Body::Other { payload: Payload::Text(text), .. } => {
            member(out, ",\"body\":{\"text\":", text);
        }
        Body::File { medium, url, .. } => {
            member(out, ",\"body\":{\"url\":", url);
            put(out, ",\"medium\":\"");
            put(out, medium.as_str());
            put(out, "\"");
        }
        Body::Recall(receipt) | Body::Read(receipt) => {
            member(out, ",\"body\":{\"target\":", receipt.target.as_str());
        }
        Body::FriendRequest { requester: Some(account), .. } => {
            member(out, ",\"body\":{\"requester\":", account.as_str());
        }
        Body::FriendResponse { responder, accepted, .. } => {
            put(out, ",\"body\":{");
            if let Some(account) = responder {
                member(out, "\"responder\":", account.as_str());
                put(out, ",");
            }
            put(out, if *accepted { "\"accepted\":true" } else { "\"accepted\":false" });
        }
        Body::Other { payload: Payload::Bytes(bytes), .. } => base64(out, bytes),
        Body::Other { payload: Payload::Json(raw), .. } => {
            member(out, ",\"body\":{\"raw\":", raw.as_str());
        }
        // A ping or a friend request that names nobody, and what has no body.
        _ => return,
    }
    put(out, "}");
}

/// Writes unknown members as an object.
fn extra(out: &mut Vec<u8>, extra: &Extra<'_>) {
    let mut before = "{";
    for (name, value) in extra.iter() {
        member(out, before, name);
        put(out, ":");
        json::raw(out, value.as_str());
        before = ",";
    }
    put(out, if before == "{" { "{}" } else { "}" });
}

fn base64(out: &mut Vec<u8>, bytes: &[u8]) {
    put(out, ",\"body\":{\"base64\":\"");
    put(out, &STANDARD.encode(bytes));
    put(out, "\"");
}

/// Writes the names of flags.
fn codes<T: Flag>(out: &mut Vec<u8>, flags: Flags<T>) {
    if flags.is_empty() {
        return put(out, "[]");
    }
    names(out, flags.iter().map(Flag::code));
}
