//! Where the schema of a request or answer and its reader may differ.

use mimc_api::Note;
use serde_json::Value;

/// What only the reader refuses: JSON Schema cannot say it, or generators of code could not bear it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unsaid {
    /// Rules that tie members together: windows, spans, base64 where `msgType` says so, something to change, one new
    /// owner, the group of the path.
    BetweenMembers,
    /// A control character in an account: a pattern with one breaks what is generated from it.
    ControlCharacter,
    /// An id above 2^64 - 1, or a time above 2^63 - 1: a text has no order.
    NumberTooLarge,
    /// `200.0` or `1e2`: to JSON Schema they are integers.
    IntegerWithFraction,
    /// No data where the code is 200: errors have none, and a flat answer has one form for both.
    DataMissing,
    /// Text that only looks like base64.
    Base64,
}

impl Unsaid {
    const ALL: [Self; 6] = [
        Self::BetweenMembers,
        Self::ControlCharacter,
        Self::NumberTooLarge,
        Self::IntegerWithFraction,
        Self::DataMissing,
        Self::Base64,
    ];

    /// Whether one of them is why only the reader refuses.
    pub(crate) fn explains(document: &Value, why: &str) -> bool {
        Self::ALL.into_iter().any(|unsaid| unsaid.is_why(document, why))
    }

    pub(crate) fn is_why(self, document: &Value, why: &str) -> bool {
        let says = |words: &[&str]| words.iter().any(|words| why.contains(words));
        match self {
            Self::BetweenMembers => says(&[
                "the window is empty",
                "the window is longer than 24 hours",
                "the span is empty",
                "nothing is to change",
                "`ownerAccount` names one too",
                "the path has another group",
                "`msgType` says base64",
            ]),
            Self::ControlCharacter => {
                says(&["control character", "cannot be the value of a header"])
                    && some(document, &has_control)
            }
            Self::NumberTooLarge => some(named(document, why), &is_too_large),
            Self::IntegerWithFraction => some(named(document, why), &Value::is_f64),
            Self::DataMissing => {
                why.contains("`/data`") && document["code"] == 200 && document["data"].is_null()
            }
            Self::Base64 => says(&["is not base64"]),
        }
    }
}

/// What only the schema refuses, or reads otherwise than it is written: forms that a note tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beyond {
    /// No text in `message`.
    MessageForm,
    /// The list of contacts in the form of the other version of the endpoint.
    DataForm,
    /// Data alone, without `code` around it.
    BareData,
    /// An error may have any data; in the schemas it has that of a good answer, or null.
    DataOfAnError,
    /// Null where an empty list or object would do.
    NullData,
    /// A time as a number above 2^53, which fits no JavaScript number.
    LargeTime,
    /// A member by the name that it had in 2017, or without the spelling mistake of the real server.
    OtherName,
}

impl Beyond {
    const ALL: [Self; 7] = [
        Self::MessageForm,
        Self::DataForm,
        Self::BareData,
        Self::DataOfAnError,
        Self::NullData,
        Self::LargeTime,
        Self::OtherName,
    ];

    /// Whether one of them is why a document that is read is refused by the schema, or is written otherwise.
    pub(crate) fn explains(document: &Value, notes: &[Note]) -> bool {
        Self::ALL.into_iter().any(|beyond| beyond.is_why(document, notes))
    }

    pub(crate) fn is_why(self, document: &Value, notes: &[Note]) -> bool {
        match self {
            Self::MessageForm => notes.contains(&Note::MessageForm),
            Self::DataForm => notes.contains(&Note::DataForm),
            Self::BareData => notes.contains(&Note::BareData),
            Self::DataOfAnError => document["code"] != 200 && !document["data"].is_null(),
            Self::NullData => notes.contains(&Note::NullData),
            Self::LargeTime => {
                let large = |value: &Value| value.as_u64().is_some_and(|number| number >= 1 << 53);
                ["ts", "timestamp"].into_iter().any(|name| some_member(document, name, &large))
            }
            Self::OtherName => {
                let members = document["data"]["members"].as_array().into_iter().flatten();
                notes.contains(&Note::LegacyName)
                    || members.into_iter().any(|member| member.get("appAccount").is_some())
            }
        }
    }
}

/// The value that a reader says is wrong; the whole document where it names none, or one in a query or header.
fn named<'d>(document: &'d Value, why: &str) -> &'d Value {
    let pointer = why.split('`').nth(1).filter(|quoted| quoted.starts_with('/'));
    pointer.and_then(|pointer| document.pointer(pointer)).unwrap_or(document)
}

/// Whether some value inside is so; also the name of a member, as a text.
fn some(value: &Value, is: &dyn Fn(&Value) -> bool) -> bool {
    match value {
        Value::Object(members) => {
            members.iter().any(|(name, value)| is(&Value::from(name.clone())) || some(value, is))
        }
        Value::Array(items) => items.iter().any(|item| some(item, is)),
        value => is(value),
    }
}

/// Whether some member of this name, at any depth, is so.
fn some_member(value: &Value, name: &str, is: &dyn Fn(&Value) -> bool) -> bool {
    match value {
        Value::Object(members) => {
            members.get(name).is_some_and(is)
                || members.values().any(|value| some_member(value, name, is))
        }
        Value::Array(items) => items.iter().any(|item| some_member(item, name, is)),
        _ => false,
    }
}

fn has_control(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.chars().any(char::is_control))
}

/// Whether digits are above the largest time or id.
fn is_too_large(value: &Value) -> bool {
    let digits = value.as_str().is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let text = value.as_str().unwrap_or_default();
    digits
        && text.len() >= 19
        && text.parse::<u64>().map_or(true, |number| number > i64::MAX.unsigned_abs())
}

/// Whether every scalar of a document that is written again is written with the same type.
pub(crate) fn same_types(document: &Value, written: &Value) -> bool {
    match (document, written) {
        (Value::Object(document), Value::Object(written)) => document
            .iter()
            .all(|(name, value)| written.get(name).is_none_or(|again| same_types(value, again))),
        (Value::Array(document), Value::Array(written)) => {
            document.iter().zip(written).all(|(value, again)| same_types(value, again))
        }
        (document, written) => std::mem::discriminant(document) == std::mem::discriminant(written),
    }
}

mod tests;
