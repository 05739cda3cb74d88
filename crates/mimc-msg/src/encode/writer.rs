//! The order and form of the members; the parts are in `kind` and `body`.

use std::borrow::Cow;

use super::body::Written;
use super::kind::Type;
use super::{EncodeError, Encoder, Loss, Losses};
use crate::base64;
use crate::dialect::{KeyOrder, TimestampForm};
use crate::envelope::Envelope;
use crate::extra::Extra;
use crate::id::MsgId;
use crate::json::MAX_DEPTH;
use crate::json::escape::write_string;
use crate::json::pointer::token;
use crate::json::raw::RawJson;
use crate::raw_envelope::Slot;

pub(super) struct Writer<'o> {
    pub(super) encoder: Encoder,
    pub(super) losses: Losses,
    pub(super) out: &'o mut Vec<u8>,
}

impl Writer<'_> {
    /// Takes note of a loss, or fails where none is allowed.
    pub(super) fn lose(&mut self, loss: Loss) -> Result<(), EncodeError> {
        if !self.encoder.lossy {
            return Err(EncodeError::CannotCarry { dialect: self.encoder.dialect, loss });
        }
        self.losses.insert(loss);
        Ok(())
    }

    pub(super) fn envelope<'e>(
        &mut self,
        envelope: &'e Envelope<'_>,
    ) -> Result<Option<Cow<'e, str>>, EncodeError> {
        if envelope.id.as_str().len() > MsgId::MAX_LEN {
            return Err(EncodeError::MsgIdTooLong);
        }
        let kind = self.kind(&envelope.body)?;
        let body = self.body(envelope)?;
        match self.encoder.dialect.order {
            KeyOrder::Usual => {
                self.version(envelope, b'{');
                self.msg_id(envelope, b',');
                self.type_member(&kind);
                self.timestamp(envelope);
                self.body_member(b',', &body)?;
            }
            KeyOrder::Alphabetical => {
                let next = if matches!(body, Written::Nothing) { b'{' } else { b',' };
                self.body_member(b'{', &body)?;
                self.msg_id(envelope, next);
                self.type_member(&kind);
                self.timestamp(envelope);
                self.version(envelope, b',');
            }
        }
        self.extra(&envelope.extra, "", 1, |name| Slot::of(name).is_some())?;
        self.out.push(b'}');
        Ok(match kind {
            Type::Inside(_) => None,
            Type::Outside(text) => Some(text),
        })
    }

    fn version(&mut self, envelope: &Envelope<'_>, before: u8) {
        self.name(before, "version");
        self.integer(u64::from(envelope.version));
    }

    fn msg_id(&mut self, envelope: &Envelope<'_>, before: u8) {
        self.name(before, "msgId");
        write_string(envelope.id.as_str(), self.out);
    }

    fn type_member(&mut self, kind: &Type<'_>) {
        if let Type::Inside(Some((name, json))) = kind {
            self.name(b',', name);
            match json {
                super::kind::Spelling::Text(text) => write_string(text, self.out),
                super::kind::Spelling::Code(code) => self.out.extend_from_slice(code.as_bytes()),
            }
        }
    }

    fn timestamp(&mut self, envelope: &Envelope<'_>) {
        self.name(b',', "timestamp");
        let text = self.encoder.dialect.timestamp == TimestampForm::String;
        if text {
            self.out.push(b'"');
        }
        self.integer(envelope.timestamp.as_millis());
        if text {
            self.out.push(b'"');
        }
    }

    fn body_member(&mut self, before: u8, body: &Written<'_>) -> Result<(), EncodeError> {
        let member = self.encoder.dialect.body.name();
        if !matches!(body, Written::Nothing) {
            self.name(before, member);
        }
        match body {
            Written::Nothing => {}
            Written::Text(text) => write_string(text, self.out),
            Written::Base64(bytes) => {
                self.out.push(b'"');
                base64::encode_to(bytes, self.out);
                self.out.push(b'"');
            }
            Written::Json(json) => self.json(json, 1)?,
            Written::Object { account, accepted, extra } => {
                let (name, value) = *account;
                self.name(b'{', name);
                write_string(value, self.out);
                if let Some(accepted) = accepted {
                    self.name(b',', "accepted");
                    self.out.extend_from_slice(if *accepted { b"true" } else { b"false" });
                }
                let reserved = Written::reserved(name);
                self.extra(extra, "/payload", 2, |name| reserved.contains(&name))?;
                self.out.push(b'}');
            }
        }
        Ok(())
    }

    /// Writes unknown members after the known ones, `level` levels deep.
    fn extra(
        &mut self,
        extra: &Extra<'_>,
        above: &str,
        level: usize,
        reserved: impl Fn(&str) -> bool,
    ) -> Result<(), EncodeError> {
        for (name, value) in extra.iter() {
            if reserved(name) {
                let pointer = format!("{above}/{}", token(name));
                return Err(EncodeError::ReservedMember { pointer });
            }
            self.out.push(b',');
            write_string(name, self.out);
            self.out.push(b':');
            self.json(value, level)?;
        }
        Ok(())
    }

    fn json(&mut self, json: &RawJson<'_>, level: usize) -> Result<(), EncodeError> {
        if json.depth() + level > MAX_DEPTH {
            return Err(EncodeError::TooDeep);
        }
        self.out.extend_from_slice(json.as_str().as_bytes());
        Ok(())
    }

    /// Writes what stands before a known name (a brace or a comma), the name, and the colon.
    fn name(&mut self, before: u8, name: &str) {
        self.out.extend_from_slice(&[before, b'"']);
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
    }

    #[allow(clippy::cast_possible_truncation)]
    fn integer(&mut self, mut value: u64) {
        // 20 digits hold every u64.
        let mut digits = [0; 20];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (value % 10) as u8;
            value /= 10;
            if value == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[at..]);
    }
}
