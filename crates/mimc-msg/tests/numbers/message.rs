//! A message with one member exchanged, and what reading it gave, in a line.

use mimc_msg::{Codec, DecodeError, Decoded, Deviation, Flag as _, Kind};

/// The members that are numbers, or may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Member {
    Version,
    Id,
    Timestamp,
    Type,
}

impl Member {
    pub(crate) const ALL: [Self; 4] = [Self::Version, Self::Id, Self::Timestamp, Self::Type];

    pub(crate) const fn pointer(self) -> &'static str {
        match self {
            Self::Version => "/version",
            Self::Id => "/msgId",
            Self::Timestamp => "/timestamp",
            Self::Type => "/msgType",
        }
    }

    /// A sound message but for this member, and the byte at which its value begins.
    pub(crate) fn message(self, value: &str) -> (String, usize) {
        let or = |member, sound| if self == member { value } else { sound };
        let (version, id) = (or(Self::Version, "0"), or(Self::Id, "\"a-1\""));
        let (kind, time) = (or(Self::Type, "\"S\""), or(Self::Timestamp, "\"1516763973000\""));
        // A body that is sound as plain text and as base64.
        let text = format!(
            r#"{{"version":{version},"msgId":{id},"msgType":{kind},"timestamp":{time},"payload":"aGk="}}"#
        );
        let name = format!("\"{}\":", &self.pointer()[1..]);
        let start = text.find(&name).expect("the member") + name.len();
        (text, start)
    }

    /// What the member means in a message that was read.
    fn meaning(self, decoded: &Decoded<'_>) -> String {
        let envelope = &decoded.envelope;
        match self {
            Self::Version => envelope.version.to_string(),
            Self::Id => envelope.id.as_str().to_owned(),
            Self::Timestamp => envelope.timestamp.as_millis().to_string(),
            Self::Type => shown(&envelope.kind()),
        }
    }

    /// The deviations that are about the spelling of this member.
    fn deviations(self) -> &'static [Deviation] {
        match self {
            Self::Version => &[Deviation::VersionText],
            Self::Id => &[Deviation::MsgIdNumber],
            Self::Timestamp => &[Deviation::TimestampForm, Deviation::TimestampZeros],
            Self::Type => &[Deviation::CodeText, Deviation::TypeEmpty],
        }
    }

    /// Reads a message with this value: `= meaning`, with the deviations behind it, or `! code`, with the byte of
    /// the value for a fault of syntax. The place of an error is seen to be exact.
    #[track_caller]
    pub(crate) fn read(self, value: &str) -> String {
        let (text, start) = self.message(value);
        let read = mimc_msg::decode(text.as_bytes());
        let strict = Codec::new().strict().decode(text.as_bytes());
        match read {
            Ok(decoded) => {
                let mut line = format!("= {}", self.meaning(&decoded));
                for deviation in self.deviations() {
                    if decoded.deviations.contains(*deviation) {
                        line = format!("{line}, {}", deviation.code());
                        self.assert_strict(
                            strict.as_ref().expect_err(&text),
                            *deviation,
                            start,
                            value,
                        );
                    }
                }
                if decoded.deviations.is_empty() {
                    assert_eq!(strict.as_ref(), Ok(&decoded), "{text}");
                }
                line
            }
            Err(error) => {
                let place = error.place().expect("a place");
                assert_eq!(place.pointer, self.pointer(), "{text}");
                if let DecodeError::Syntax { .. } = error {
                    let within = place.offset.checked_sub(start).expect("not before the value");
                    return format!("! {} at {within}", error.code());
                }
                assert_eq!((place.offset, place.length), (start, value.len()), "{text}");
                format!("! {}", error.code())
            }
        }
    }

    /// Strict decoding refuses the deviation, or one that it met before, where the value is.
    #[track_caller]
    fn assert_strict(self, error: &DecodeError, deviation: Deviation, start: usize, value: &str) {
        let place = error.place().expect("a place");
        if error.code() == deviation.code() {
            assert_eq!(place.pointer, self.pointer());
            assert_eq!((place.offset, place.length), (start, value.len()));
        } else {
            assert!(Deviation::ALL.iter().any(|deviation| deviation.code() == error.code()));
        }
    }
}

/// A kind by its text, a code behind a number sign.
pub(crate) fn shown(kind: &Kind<'_>) -> String {
    match kind {
        Kind::Code(code) => format!("#{code}"),
        other => other.to_string(),
    }
}
