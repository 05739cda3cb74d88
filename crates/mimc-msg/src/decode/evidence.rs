//! The evidence for a dialect: the answers of the table in RULES 5 again, with their places.

use super::Codec;
use super::detect::BodyFound;
use super::kind::{TypeFound, TypeMember};
use super::reader::{Reader, at};
use crate::base64::is_canonical;
use crate::dialect::{BodyMember, Dialect, TimestampForm, TypePlace};
use crate::error::DecodeError;
use crate::evidence::{Answer, Confidence, Evidence, Objection, Question, RuledOut};
use crate::flags::Flag as _;
use crate::json::value::Form;
use crate::raw_envelope::{RawEnvelope, Slot};

impl Codec<'_> {
    /// Says why a message is of its dialect, and what speaks against the others. Decoding is not slower for it; this is
    /// about three decodings.
    ///
    /// # Errors
    /// Where decoding is one: the same.
    pub fn evidence(&self, bytes: &[u8]) -> Result<Evidence, DecodeError> {
        let codec = Codec { ..*self };
        let decoded = codec.decode(bytes)?;
        let raw = RawEnvelope::parse_within(bytes, self.limits)?;
        let mut reader = Reader::new(&raw, Codec { strict: false, ..codec });
        let (member, _) = reader.type_member()?;
        let body = reader.body_member()?;
        let seen = Seen::of(&reader, &member, body);
        let mut ruled_out: Vec<RuledOut> = Dialect::ALL
            .iter()
            .filter(|dialect| !decoded.fits.contains(**dialect))
            .map(|&dialect| RuledOut { dialect, objections: seen.objections(dialect) })
            .collect();
        ruled_out.sort_by_key(|other| other.objections.len());
        Ok(Evidence {
            dialect: decoded.dialect,
            fits: decoded.fits,
            confidence: match (self.dialect, decoded.dialect) {
                (Some(_), _) => Confidence::Pinned,
                (None, None) => Confidence::Several,
                (None, Some(_)) if decoded.fits.len() > 1 => Confidence::ByOrder,
                (None, Some(_)) => Confidence::Sure,
            },
            answers: seen.answers(&reader, &member, body),
            deviations: codec.deviations(bytes)?,
            ruled_out,
        })
    }

    /// As [`Self::evidence`], for a message that is wrapped in base64; places are those in `text`.
    ///
    /// # Errors
    /// Where decoding is one: the same.
    pub fn evidence_base64(&self, text: &[u8]) -> Result<Evidence, DecodeError> {
        let mut message = Vec::new();
        let (forms, _) = self.unwrap_base64(text, &mut message)?;
        let map = |span| forms.text_span(text, span);
        let mut evidence = self.evidence(&message).map_err(|error| error.placed(map))?;
        for place in evidence.answers.iter_mut().filter_map(|answer| answer.place.as_mut()) {
            place.map(map);
        }
        evidence.deviations = self.deviations_base64(text)?;
        Ok(evidence)
    }
}

/// What the table of dialects looks at.
struct Seen {
    place: TypeFound,
    timestamp: TimestampForm,
    body: Option<BodyMember>,
    /// Whether the body is a string that is canonical base64 and not empty.
    base64: bool,
    /// Whether the type beside the message is digits.
    digits: bool,
    /// Whether `version` is there and stands before `msgId`.
    version_first: bool,
}

impl Seen {
    fn of(reader: &Reader<'_, '_>, member: &TypeMember<'_>, body: Option<BodyFound<'_>>) -> Self {
        let text = body.and_then(|body| reader.string(body.value)).unwrap_or_default();
        let position = |slot| reader.raw.position(slot);
        Self {
            place: member.place,
            timestamp: reader.timestamp_form(),
            body: body.map(BodyFound::member),
            base64: !text.is_empty() && is_canonical(text.as_bytes()),
            digits: reader.codec.outer_is_code(),
            version_first: position(Slot::Version)
                .is_some_and(|version| position(Slot::MsgId).is_none_or(|id| version < id)),
        }
    }

    /// Whether the table asks whether the body is base64: elsewhere, the other columns say so.
    fn asks_encoding(&self) -> bool {
        self.place == TypeFound::None
            && self.timestamp == TimestampForm::String
            && self.body == Some(BodyMember::Payload)
    }

    fn asks_beside(&self) -> bool {
        self.place == TypeFound::None
            && self.timestamp == TimestampForm::Number
            && self.body.is_none()
    }

    fn asks_order(&self) -> bool {
        self.place == TypeFound::MsgTypeCode && self.timestamp == TimestampForm::Number
    }

    /// What speaks against a dialect.
    fn objections(&self, dialect: Dialect) -> Vec<Objection> {
        let place = match dialect.type_place {
            TypePlace::MsgTypeText => TypeFound::MsgTypeText,
            TypePlace::MsgTypeCode => TypeFound::MsgTypeCode,
            TypePlace::Type => TypeFound::Type,
            TypePlace::OutsideText | TypePlace::OutsideCode => TypeFound::None,
        };
        let code_beside = dialect.type_place == TypePlace::OutsideCode;
        let body = match self.body {
            Some(body) => body != dialect.body,
            // Without a body and a type, only the later manual writes a string.
            None => {
                self.place == TypeFound::None
                    && self.timestamp == TimestampForm::String
                    && dialect.is_base64()
            }
        };
        let against = [
            (Question::Type, self.place != place),
            (Question::Beside, self.asks_beside() && self.digits != code_beside),
            (Question::Timestamp, self.timestamp != dialect.timestamp),
            (Question::Body, body),
            (Question::Encoding, self.asks_encoding() && self.base64 != dialect.is_base64()),
            (
                Question::Order,
                self.asks_order()
                    && self.version_first != (dialect == Dialect::ANDROID_A1)
                    && dialect.order_tells(),
            ),
        ];
        against
            .into_iter()
            .filter(|(_, against)| *against)
            .map(|(question, _)| Objection::new(question, dialect))
            .collect()
    }

    fn answers(
        &self,
        reader: &Reader<'_, '_>,
        member: &TypeMember<'_>,
        body: Option<BodyFound<'_>>,
    ) -> Vec<Answer> {
        let raw = reader.raw;
        let place = |slot: Slot| raw.value(slot).map(|value| at(slot.pointer(), value));
        let types = raw.value(Slot::MsgType).or_else(|| raw.value(Slot::Type));
        let found = match self.place {
            TypeFound::MsgTypeText => "a text in `msgType`",
            TypeFound::MsgTypeCode => "a code in `msgType`",
            TypeFound::Type => "in `type`",
            TypeFound::None if types.is_some() => "empty",
            TypeFound::None => "not in the message",
        };
        let mut answers =
            vec![Answer::new(Question::Type, found, types.map(|_| member.place_in_text()))];
        if self.place == TypeFound::None {
            let found = match reader.codec.biz_type {
                None => "nothing",
                Some(_) if self.digits => "digits",
                Some(_) => "a text",
            };
            answers.push(Answer::new(Question::Beside, found, None));
        }
        let found = match self.timestamp {
            TimestampForm::String => "a string",
            TimestampForm::Number => "a number",
        };
        answers.push(Answer::new(Question::Timestamp, found, place(Slot::Timestamp)));
        let found = match self.body {
            Some(BodyMember::Payload) => "in `payload`",
            Some(BodyMember::Content) => "in `content`",
            None => "none",
        };
        let body_place = || body.and_then(|body| place(body.slot));
        answers.push(Answer::new(Question::Body, found, body_place()));
        if let Some(body) = body {
            let found = match body.value.form {
                Form::String if self.base64 => "canonical base64",
                Form::String if body.value.string_body(raw.text) == Some("") => "an empty text",
                Form::String => "a text that is not canonical base64",
                Form::Object => "an object",
                _ => "neither a text nor an object",
            };
            answers.push(Answer::new(Question::Encoding, found, body_place()));
        }
        if self.asks_order() || self.asks_encoding() && self.base64 {
            let web = [Slot::Version, Slot::MsgId, Slot::Timestamp, Slot::Payload];
            let found = match (self.asks_order(), self.version_first) {
                (true, true) => "`version` before `msgId`",
                (true, false) => "`msgId` before `version`",
                (false, _) if reader.in_order(&web) => "`version`, `msgId`, `timestamp`, `payload`",
                (false, _) => "another",
            };
            answers.push(Answer::new(Question::Order, found, None));
        }
        answers
    }
}
