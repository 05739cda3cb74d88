//! How a dialect writes the type: as text or code, inside or beside the message.

use std::borrow::Cow;

use super::writer::Writer;
use super::{EncodeError, Loss};
use crate::body::Body;
use crate::dialect::TypePlace;
use crate::kind::{Kind, is_digits};

/// The codes 101 to 108 as text.
const CODES: [&str; 8] = ["101", "102", "103", "104", "105", "106", "107", "108"];

/// The type as it is going to be written.
pub(super) enum Type<'e> {
    /// In a member of this name; none where the kind was lost.
    Inside(Option<(&'static str, Spelling<'e>)>),
    /// Beside the message.
    Outside(Cow<'e, str>),
}

/// A type inside a message.
pub(super) enum Spelling<'e> {
    /// A JSON string.
    Text(Cow<'e, str>),
    /// A JSON integer.
    Code(Cow<'e, str>),
}

impl Writer<'_> {
    pub(super) fn kind<'e>(&mut self, body: &'e Body<'_>) -> Result<Type<'e>, EncodeError> {
        Ok(match self.encoder.dialect.type_place {
            TypePlace::MsgTypeText => Type::Inside(self.inside("msgType", body)?),
            TypePlace::Type => Type::Inside(self.inside("type", body)?),
            TypePlace::MsgTypeCode => {
                if body.kind() == Kind::Absent {
                    self.lose(Loss::KindMissing)?;
                }
                let code = self.code(body)?;
                Type::Inside(code.map(|code| ("msgType", Spelling::Code(code))))
            }
            TypePlace::OutsideText => Type::Outside(self.text(body)?.unwrap_or_default()),
            TypePlace::OutsideCode => {
                let code = self.code(body)?.unwrap_or_default();
                if code.starts_with('-') {
                    self.lose(Loss::KindSpelling)?;
                }
                Type::Outside(code)
            }
        })
    }

    fn inside<'e>(
        &mut self,
        name: &'static str,
        body: &'e Body<'_>,
    ) -> Result<Option<(&'static str, Spelling<'e>)>, EncodeError> {
        if body.kind() == Kind::Absent {
            self.lose(Loss::KindMissing)?;
        }
        Ok(self.text(body)?.map(|text| (name, Spelling::Text(text))))
    }

    /// The kind as text; None for one that has none.
    fn text<'e>(&mut self, body: &'e Body<'_>) -> Result<Option<Cow<'e, str>>, EncodeError> {
        match body {
            Body::Other { kind: Kind::Absent, .. } => Ok(None),
            Body::Other { kind: Kind::Code(_), .. } => {
                self.lose(Loss::CodeWithoutName)?;
                Ok(None)
            }
            Body::Other { kind: Kind::Custom(custom), .. } => {
                if is_digits(custom.as_str()) {
                    self.lose(Loss::KindSpelling)?;
                }
                Ok(Some(Cow::Borrowed(custom.as_str())))
            }
            known => Ok(Some(known.kind().known_text())),
        }
    }

    /// The kind as an integer; None for one that has none.
    fn code<'e>(&mut self, body: &'e Body<'_>) -> Result<Option<Cow<'e, str>>, EncodeError> {
        match body {
            Body::Other { kind: Kind::Absent, .. } => Ok(None),
            Body::Other { kind: Kind::Code(code), .. } => Ok(Some(Cow::Borrowed(code.as_str()))),
            body => match body.kind().code() {
                Some(code) => Ok(CODES.get(usize::from(code - 101)).copied().map(Cow::Borrowed)),
                None => self.lose(Loss::KindWithoutCode).map(|()| None),
            },
        }
    }
}
