//! What is put in the place of a value that is at fault, so that the decoder can be asked what else there is.

use std::collections::HashMap;
use std::ops::Range;

use super::mend::Mended;
use super::names::misspelled;
use crate::error::DecodeError;
use crate::limits::Limits;
use crate::raw_envelope::{RawEnvelope, RawMember};

/// A body that every kind with an object for a body can have.
const OBJECT: &str = r#"{"recall_msgId":"x","read_msgId":"x","add_requester":"x","add_responser":"x","accepted":true}"#;

/// What was changed.
#[derive(Debug)]
pub(super) enum Fix {
    /// A value was put in, or a conflict was taken away.
    Mended,
    /// Members were given the names that were probably meant; here are the places of the names, and the new ones.
    Renamed(Vec<(Range<usize>, &'static str)>),
    /// The dialect of the pin is not that of the message.
    Unpin,
}

/// Counts what was tried for which member.
#[derive(Debug, Default)]
pub(super) struct Repairs(HashMap<String, usize>);

impl Repairs {
    /// Changes the text so that it has this error no longer; None where nothing is left to try.
    pub(super) fn repair(&mut self, error: &DecodeError, mended: &mut Mended) -> Option<Fix> {
        let raw = RawEnvelope::parse_within(mended.text().as_bytes(), Limits::MAX).ok()?;
        let edit = match error {
            DecodeError::WrongDialect { .. } => return Some(Fix::Unpin),
            DecodeError::Syntax { .. } => return None,
            DecodeError::NotAnEnvelope { .. } => {
                return renamed(&misspelled(&raw), mended);
            }
            DecodeError::MissingMember { place } if is_top(&place.pointer) => {
                let found = misspelled(&raw);
                if found.iter().any(|(_, name)| *name == top(&place.pointer)) {
                    return renamed(&found, mended);
                }
                let value = self.value(&place.pointer, error, &raw)?;
                insertion(mended.text(), 0, &place.pointer, value)?
            }
            DecodeError::TypeConflict { place } | DecodeError::BodyConflict { place } => {
                let member = raw.get(top(&place.pointer))?;
                (member.name_span, "?conflict".to_owned())
            }
            _ => {
                let pointer = error.pointer();
                let member = raw.get(top(pointer))?;
                let value = self.value(pointer, error, &raw)?;
                match inner(pointer).filter(|_| member.value.is_object()) {
                    None => (member.value_span, value.to_owned()),
                    Some(name) => match inner_value(&member, name) {
                        Some(range) => (range, value.to_owned()),
                        None => {
                            let text = mended.text().get(..member.value_span.end)?;
                            insertion(text, member.value_span.start, pointer, value)?
                        }
                    },
                }
            }
        };
        mended.splice(edit.0, &edit.1);
        Some(Fix::Mended)
    }

    /// The next value to be tried for a member.
    fn value(
        &mut self,
        pointer: &str,
        error: &DecodeError,
        raw: &RawEnvelope<'_>,
    ) -> Option<&'static str> {
        const TIME: [&str; 2] = ["1516763973000", "\"1516763973000\""];
        let tried = self.0.entry(pointer.to_owned()).or_default();
        *tried += 1;
        let nth = *tried - 1;
        if let Some(name) =
            inner(pointer).filter(|_| raw.payload().is_some_and(|it| it.is_object()))
        {
            return [if name == "accepted" { "true" } else { "\"x\"" }].get(nth).copied();
        }
        let value = match top(pointer) {
            "version" => ["0"].get(nth),
            "msgId" => ["\"x-x\""].get(nth),
            "msgType" | "type" => ["\"X\"", "120"].get(nth),
            "timestamp" => {
                let member = raw.get("timestamp");
                let number = match &member {
                    Some(member) => !member.value.is_string(),
                    None => raw.get("msgType").is_some_and(|it| !it.value.is_string()),
                };
                TIME.get(if number { nth } else { 1_usize.checked_sub(nth)? })
            }
            _ => {
                let base64 = match error {
                    DecodeError::InvalidBase64 { .. } | DecodeError::BodyNotUtf8 { .. } => true,
                    DecodeError::WrongType { expected, .. } => expected.contains("base64"),
                    DecodeError::MissingMember { .. } => pointer == "/content",
                    DecodeError::InvalidValue { expected, .. } => !expected.contains("object"),
                    _ => false,
                };
                // `x-x` is no base64, so that its message is not ambiguous.
                if base64 {
                    ["\"dHJ1ZQ==\"", "\"x-x\"", OBJECT].get(nth)
                } else {
                    ["\"x-x\"", OBJECT, "\"dHJ1ZQ==\""].get(nth)
                }
            }
        };
        value.copied()
    }
}

/// Gives members the names that were meant; None where there are none.
fn renamed(found: &[(Range<usize>, &'static str)], mended: &mut Mended) -> Option<Fix> {
    if found.is_empty() {
        return None;
    }
    let mut places = Vec::new();
    // From the end on, so that the places before stay.
    for (span, name) in found.iter().rev() {
        places.push((mended.source(span.clone()), *name));
        mended.splice(span.clone(), name);
    }
    Some(Fix::Renamed(places))
}

/// The name of the outermost member on the way.
pub(super) fn top(pointer: &str) -> &str {
    pointer.split('/').nth(1).unwrap_or_default()
}

fn is_top(pointer: &str) -> bool {
    inner(pointer).is_none()
}

/// The name of a member of the body.
fn inner(pointer: &str) -> Option<&str> {
    pointer.split('/').nth(2)
}

/// Where the value of a member of a body stands in the text.
fn inner_value(body: &RawMember<'_>, name: &str) -> Option<Range<usize>> {
    let inside = RawEnvelope::parse_within(body.value.as_str().as_bytes(), Limits::MAX).ok()?;
    let Range { start, end } = inside.get(name)?.value_span;
    Some(body.value_span.start + start..body.value_span.start + end)
}

/// A member as the last one of the object that the text ends with and that begins at `object`.
fn insertion(
    text: &str,
    object: usize,
    pointer: &str,
    value: &str,
) -> Option<(Range<usize>, String)> {
    let name = pointer.rsplit('/').next().unwrap_or_default();
    let end = text.rfind('}')?;
    let empty = text.get(object..end)?.trim() == "{";
    let comma = if empty { "" } else { "," };
    Some((end..end, format!("{comma}\"{name}\":{value}")))
}
