//! What is wrong, in words.

use std::fmt;

use super::DecodeError;

/// What is wrong, in words, without the place: see [`DecodeError::reason`].
#[derive(Clone, Copy, Debug)]
pub struct Reason<'e>(pub(super) &'e DecodeError);

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            DecodeError::Syntax { fault, .. } => fault.fmt(f),
            DecodeError::NotAnEnvelope { object: true } => {
                f.write_str("a JSON object that has neither a type member nor id, time and body")
            }
            DecodeError::NotAnEnvelope { object: false } => {
                f.write_str("the text is not a JSON object")
            }
            DecodeError::MissingMember { .. } => f.write_str("the member is missing"),
            DecodeError::WrongType { expected, found, .. }
            | DecodeError::InvalidValue { expected, found, .. } => {
                write!(f, "expected {expected}, found {found}")
            }
            DecodeError::TypeConflict { .. } => f.write_str("`msgType` and `type` differ"),
            DecodeError::BodyConflict { .. } => f.write_str("`payload` and `content` differ"),
            DecodeError::WrongDialect { dialect, why, .. } => write!(f, "not {dialect}: {why}"),
            DecodeError::InvalidBase64 { why, .. } => write!(f, "not canonical base64: {why}"),
            DecodeError::BodyNotUtf8 { .. } => {
                f.write_str("the bytes behind the base64 are not UTF-8")
            }
            DecodeError::Deviation { deviation, .. } => {
                write!(f, "{} (refused by strict decoding)", deviation.describe())
            }
        }
    }
}
