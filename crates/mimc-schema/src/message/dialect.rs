//! The envelope of each dialect.

use mimc_msg::{Body, Dialect, Encoder, Envelope, Kind, MsgId, Timestamp};
use serde_json::Value;

use super::{encoded, envelope};
use crate::document::Use;
use crate::names::pascal;

/// The schema of a dialect's envelope.
pub(super) fn schema(dialect: Dialect, usage: Use) -> Value {
    let mut schema = match dialect.type_member() {
        Some(member) if !dialect.is_type_code() => envelope::schema(member, usage),
        _ => encoded::schema(dialect, usage),
    };
    schema["title"] = title(dialect, usage).into();
    schema["description"] = description(dialect, usage).into();
    schema["examples"] = example(dialect).into_iter().collect();
    schema
}

/// `WebjsW1Message`, `StrictWebjsW1Message`; `Message` for the first dialect of the manual.
fn title(dialect: Dialect, usage: Use) -> String {
    let of_later =
        if dialect == Dialect::MANUAL_V1 { String::new() } else { pascal(dialect.name()) };
    usage.title(&format!("{of_later}Message"))
}

fn description(dialect: Dialect, usage: Use) -> String {
    let purpose = match usage {
        Use::Write => "to check what is sent: canonical, and with no other member.",
        _ => "to check what was received. Members that are not listed are let through.",
    };
    let kind = match (dialect.type_member(), dialect.is_type_code()) {
        (Some(member), false) => format!("The kind is the text of {member}."),
        (Some(member), true) => format!("The kind is the code in {member}: {}.", codes()),
        (None, false) => "The kind travels beside the message, as bizType.".to_owned(),
        (None, true) => {
            format!("The kind travels beside the message, as bizType, a code as text: {}.", codes())
        }
    };
    let body = match (dialect.body_member(), dialect.is_base64()) {
        (body, true) => {
            format!("{body} is base64 of the text, of the URL, or of the id that a receipt names.")
        }
        (body, false) => format!("{body} is plain."),
    };
    let who = writers(dialect);
    let versions = if dialect.type_member().is_some() && !dialect.is_type_code() {
        "The rules of a body hold for version 0."
    } else {
        "Of a later version than 0 the body may be anything: this document does not know it."
    };
    format!("A message as {who} writes it (dialect {dialect}), {purpose} {kind} {body} {versions}")
}

/// Who writes it: the name of a dialect begins with that.
fn writers(dialect: Dialect) -> &'static str {
    match dialect.name().split('-').next() {
        Some("manual") if dialect == Dialect::MANUAL_V1 => "the manual of 2018-02-03",
        Some("manual") => "a later manual",
        Some("android") => "the Android demo",
        Some("java") => "the Java demo",
        Some("webjs") => "the Web demo",
        Some("ios") => "the iOS demo",
        _ => "an SDK",
    }
}

/// The codes of the kinds that have one: `101 PING, ...`.
fn codes() -> String {
    let codes = Kind::documented().filter_map(|kind| Some((kind.code()?, kind)));
    let mut codes: Vec<_> = codes.map(|(code, kind)| format!("{code} {kind}")).collect();
    codes.sort();
    codes.join(", ")
}

/// A text as the encoder writes it.
fn example(dialect: Dialect) -> Option<Value> {
    let (id, time) =
        (MsgId::new("TEXT_12345").ok()?, Timestamp::from_millis(1_516_763_973_000).ok()?);
    let message = Envelope::new(id, time, Body::text("hi"));
    let encoded = Encoder::new(dialect).encode(&message).ok()?;
    serde_json::from_slice(&encoded.bytes).ok()
}
