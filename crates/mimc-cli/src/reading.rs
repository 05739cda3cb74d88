//! From a line to a message: the frame, the base64, the codec; and the faults of each.

use std::borrow::Cow;
use std::ops::Range;

use mimc_msg::{
    Codec, DecodeError, Evidence, ForeignForm, Message, RawEnvelope, RawMember, Scratch,
};

use crate::fault::Fault;
use crate::input::IN_A_LINE;
use crate::lines::Line;
use crate::options::Reading;
use crate::report::Checked;

/// A line's message as bytes or base64, and what stood beside it.
pub(crate) struct Content<'l> {
    text: Cow<'l, [u8]>,
    pub(crate) biz_type: Option<String>,
    /// The member of the frame that it stood in.
    frame: Option<Box<RawMember<'l>>>,
}

impl<'l> Content<'l> {
    /// Takes a line out of its frame, where the options say that it has one.
    #[inline]
    pub(crate) fn of(line: &Line<'l>, options: &Reading) -> Result<Self, Fault> {
        let line = line.text.map_err(Fault::from)?;
        if options.framed { Self::framed(line) } else { Ok(Self::bare(line)) }
    }

    fn bare(line: &'l [u8]) -> Self {
        Self { text: Cow::Borrowed(line), biz_type: None, frame: None }
    }

    fn framed(line: &'l [u8]) -> Result<Self, Fault> {
        // A line without a frame is a message itself: so `encode` and `convert` write those whose type
        // stands inside.
        let frame = match RawEnvelope::parse_within(line, IN_A_LINE) {
            Ok(frame) => frame,
            Err(DecodeError::NotAnEnvelope { .. }) => return Ok(Self::bare(line)),
            Err(error) => return Err(Fault::from(&error)),
        };
        let Some(message) = frame.get("message") else {
            return Ok(Self::bare(line));
        };
        let text = message
            .text()
            .ok_or_else(|| no_frame("`message` must be a string"))?
            .into_owned()
            .into_bytes();
        let biz_type = match frame.get("bizType") {
            None => None,
            Some(member) => match (member.text(), member.value.as_str()) {
                (Some(text), _) => Some(text.into_owned()).filter(|text| !text.is_empty()),
                (None, "null") => None,
                (None, code) if code.bytes().all(|b| b.is_ascii_digit()) => Some(code.to_owned()),
                _ => return Err(no_frame("`bizType` must be a string, digits or null")),
            },
        };
        Ok(Self { text: Cow::Owned(text), biz_type, frame: Some(Box::new(message)) })
    }

    /// The type that travelled beside the message: in the frame, else as the options have it.
    pub(crate) fn beside<'a>(&'a self, options: &'a Reading) -> &'a str {
        self.biz_type.as_deref().unwrap_or(&options.biz_type)
    }

    pub(crate) fn codec<'a>(&'a self, options: &'a Reading) -> Codec<'a> {
        options.codec(self.biz_type.as_deref())
    }

    /// Reads the message; places are those of the line.
    pub(crate) fn read<'a>(
        &'a self,
        options: &'a Reading,
        scratch: &'a mut Scratch,
    ) -> Result<Message<'a>, Fault> {
        let codec = self.codec(options);
        let read = if options.base64 {
            codec.read_base64(&self.text, scratch)
        } else {
            codec.read_with(&self.text, scratch)
        };
        let error = match read {
            Ok(Message::Foreign(foreign)) if !options.foreign => {
                return Err(no_envelope(foreign.form));
            }
            Ok(message) => return Ok(message),
            Err(error) => error,
        };
        let mut fault = Fault::from(&error);
        self.place(&mut fault);
        Err(fault)
    }

    /// Everything that there is to say about the message, with places in the line.
    pub(crate) fn diagnose(&self, options: &Reading, most: usize) -> Checked {
        let codec = self.codec(options);
        let diagnosis = if options.base64 {
            codec.diagnose_base64(&self.text, most)
        } else {
            codec.diagnose(&self.text, most)
        };
        let place = |span: Range<usize>| match &self.frame {
            Some(frame) => frame.text_offset(span.start)..frame.text_offset(span.end),
            None => span,
        };
        Checked::diagnosis(&diagnosis, place, self.frame.is_some())
    }

    /// Why the message is of its dialect; places are those of the line.
    pub(crate) fn evidence(&self, options: &Reading) -> Result<Evidence, Fault> {
        let codec = self.codec(options);
        let found = if options.base64 {
            codec.evidence_base64(&self.text)
        } else {
            codec.evidence(&self.text)
        };
        let mut evidence = found.map_err(|error| {
            let mut fault = match error {
                DecodeError::NotAnEnvelope { object: true } => no_envelope(ForeignForm::Object),
                DecodeError::NotAnEnvelope { .. } => no_envelope(ForeignForm::Raw),
                error => Fault::from(&error),
            };
            self.place(&mut fault);
            fault
        })?;
        if let Some(frame) = &self.frame {
            let answers = evidence.answers.iter_mut().filter_map(|answer| answer.place.as_mut());
            for place in answers.chain(evidence.deviations.iter_mut().map(|(_, place)| place)) {
                let end = frame.text_offset(place.offset + place.length);
                place.offset = frame.text_offset(place.offset);
                place.length = end.saturating_sub(place.offset);
            }
        }
        Ok(evidence)
    }

    /// The kind of the message; empty where nothing says it.
    pub(crate) fn kind(&self, options: &Reading, scratch: &mut Scratch) -> String {
        match self.read(options, scratch) {
            Ok(Message::Envelope(decoded)) => decoded.envelope.kind().to_string(),
            _ => String::new(),
        }
    }

    /// Puts a place of the message into the line around it.
    fn place(&self, fault: &mut Fault) {
        if let Some(frame) = &self.frame {
            let end = frame.text_offset(fault.offset + fault.length);
            fault.offset = frame.text_offset(fault.offset);
            fault.length = end.saturating_sub(fault.offset);
        }
    }
}

/// Reads the message of a line, where the line has one.
pub(crate) fn read<'a>(
    content: &'a Result<Content<'_>, Fault>,
    options: &'a Reading,
    scratch: &'a mut Scratch,
) -> Result<Message<'a>, Fault> {
    content.as_ref().map_err(Fault::clone)?.read(options, scratch)
}

/// The fault of a text that is no envelope, with what may help.
fn no_envelope(form: ForeignForm) -> Fault {
    let error = DecodeError::NotAnEnvelope { object: form == ForeignForm::Object };
    let mut fault = Fault::from(&error);
    fault.message += match form {
        ForeignForm::Object => {
            " (--framed reads {\"bizType\":...,\"message\":...}; --foreign lets it through)"
        }
        _ => " (--base64 reads base64 of a message; --foreign lets it through)",
    };
    fault
}

fn no_frame(message: &str) -> Fault {
    Fault::of_line("invalid-frame", message)
}
