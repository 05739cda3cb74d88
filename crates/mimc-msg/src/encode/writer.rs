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
        let start = self.out.len();
        match self.encoder.dialect.order {
            KeyOrder::Usual => {
                self.version(envelope);
                self.msg_id(envelope);
                self.type_member(&kind);
                self.timestamp(envelope);
                self.body_member(&body)?;
            }
            KeyOrder::Alphabetical => {
                self.body_member(&body)?;
                self.msg_id(envelope);
                self.type_member(&kind);
                self.timestamp(envelope);
                self.version(envelope);
            }
        }
        self.extra(&envelope.extra, "", 1, |name| Slot::of(name).is_some())?;
        // Each member has a comma before it; that of the first gives way to the brace.
        self.out[start] = b'{';
        self.out.push(b'}');
        Ok(match kind {
            Type::Inside(_) => None,
            Type::Outside(text) => Some(text),
        })
    }

    fn version(&mut self, envelope: &Envelope<'_>) {
        self.out.extend_from_slice(br#","version":"#);
        self.integer(u64::from(envelope.version));
    }

    fn msg_id(&mut self, envelope: &Envelope<'_>) {
        self.out.extend_from_slice(br#","msgId":"#);
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
        self.out.extend_from_slice(br#","timestamp":"#);
        let text = self.encoder.dialect.timestamp == TimestampForm::String;
        if text {
            self.out.push(b'"');
        }
        self.integer(envelope.timestamp.as_millis());
        if text {
            self.out.push(b'"');
        }
    }

    fn body_member(&mut self, body: &Written<'_>) -> Result<(), EncodeError> {
        if !matches!(body, Written::Nothing) {
            self.name(b',', self.encoder.dialect.body.name());
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

    fn integer(&mut self, value: u64) {
        self.out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
    }
}
