//! Scalars: how each is written.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

/// Defines what stands in a schema for a member whose JSON form no Rust type tells.
macro_rules! form {
    ($(#[doc = $doc:literal])* $form:ident, $generator:ident => $schema:expr) => {
        $(#[doc = $doc])*
        pub(crate) struct $form;
        impl JsonSchema for $form {
            fn inline_schema() -> bool { true }
            fn schema_name() -> Cow<'static, str> { stringify!($form).into() }
            fn json_schema($generator: &mut SchemaGenerator) -> Schema { $schema }
        }
    };
}

form! {
    /// A time in milliseconds, as text.
    Millis, _generator => json_schema!({
        "type": "string", "maxLength": 19, "pattern": "^(0|[1-9][0-9]{0,18})$"
    })
}
form! {
    /// A time in milliseconds, as a number. Above 2^53 not every reader could tell it from its neighbours.
    MillisNumber, _generator => json_schema!({
        "type": "integer", "format": "int64", "minimum": 0, "maximum": 9_007_199_254_740_991_u64
    })
}
form! {
    /// Accounts with commas between them, in one text.
    CommaList, _generator => json_schema!({
        "type": "string", "pattern": "^[^ ,]([^,]*[^ ,])?(,[^ ,]([^,]*[^ ,])?)*$"
    })
}
form! {
    /// The same where there may be none: then it is not written, and read as the empty text.
    CommaListOrEmpty, generator => if generator.contract().is_serialize() {
        CommaList::json_schema(generator)
    } else {
        let pattern = "^([^ ,]([^,]*[^ ,])?(,[^ ,]([^,]*[^ ,])?)*)?$";
        json_schema!({ "type": ["string", "null"], "pattern": pattern })
    }
}
form! {
    /// A number of messages, at least 1.
    Count, _generator => json_schema!({ "type": "integer", "format": "int64", "minimum": 1, "maximum": u32::MAX })
}
form! {
    /// An id that the real server writes as a number, or of which nobody knows how it does. Ours is text.
    EitherId, generator => {
        let text = json!({ "type": "string", "maxLength": 20, "pattern": "^(0|[1-9][0-9]{0,19})$" });
        written_or_read(generator, text, &json!({ "type": "integer", "minimum": 0 }))
    }
}
form! {
    /// The name of a packet, likewise.
    EitherName, generator => {
        written_or_read(generator, json!({ "type": "string" }), &json!({ "type": "integer", "minimum": 0 }))
    }
}
form! {
    /// A time in milliseconds, likewise.
    EitherMillis, generator => {
        let text = Millis::json_schema(generator).into();
        let number = MillisNumber::json_schema(generator).into();
        written_or_read(generator, text, &number)
    }
}

/// What is written as this text, and read from that number too.
fn written_or_read(generator: &SchemaGenerator, text: Value, number: &Value) -> Schema {
    if generator.contract().is_serialize() {
        Schema::try_from(text).unwrap_or_default()
    } else {
        json_schema!({ "anyOf": [text, number] })
    }
}

/// An id: a number of 64 bits as decimal text.
pub(crate) fn id(name: &str, description: &str) -> Schema {
    json_schema!({
        "title": name, "description": description.trim(),
        "type": "string", "maxLength": 20, "pattern": "^(0|[1-9][0-9]{0,19})$"
    })
}

/// Visible ASCII, as fits a header.
pub(crate) fn visible_ascii(name: &str, description: &str) -> Schema {
    json_schema!({ "title": name, "description": description, "type": "string", "pattern": "^[!-~]+$" })
}

/// A word of an open set: any word may come, these are known.
pub(crate) fn word(name: &str, description: &str, known: &[&str]) -> Schema {
    json_schema!({ "title": name, "description": description, "type": "string", "examples": known })
}
