//! The second path: everything that is wrong with a text, or odd about it, at once.
//!
//! The decoder stays the only judge. Its first error comes first; then the text is put right at that place, in a
//! copy that knows where each of its bytes comes from, and the decoder is asked again.

mod advice;
mod diagnosis;
mod finding;
mod help;
mod layer;
mod mend;
mod message;
mod nearest;
mod oddities;
mod repair;
mod rule;
mod runs;

use crate::base64::line_break;
use crate::decode::Codec;
use crate::error::{DecodeError, Place};
use crate::report::Deviation;
use diagnosis::{Gathering, Told};
use layer::Way;
use message::examine;
use runs::{Runs, loose};

pub use diagnosis::Diagnosis;
pub use finding::{Finding, Problem, Severity};
pub use help::Help;
pub use layer::{Layer, LayerForm};

impl Codec<'_> {
    /// Everything that is wrong with a message or odd about it, of which at most `most` findings are kept.
    ///
    /// There is an error exactly when [`Self::decode`] fails, and the first one is that which it gives. It goes on
    /// after that wherever meaning allows, and costs some ten times what decoding does.
    ///
    /// ```
    /// use mimc_msg::{Codec, Severity};
    ///
    /// let text = br#"{"version":0,"msgId":7,"msgType":"TEXT","timestamp":"1516763973","payload":5,}"#;
    /// let diagnosis = Codec::new().diagnose(text, 100);
    /// let found: Vec<_> = diagnosis.findings().iter().map(|it| (it.code(), it.severity.name())).collect();
    /// assert_eq!(found, [
    ///     ("unexpected-byte", "error"),
    ///     ("msg-id-number", "warning"),
    ///     ("timestamp-seconds", "note"),
    ///     ("wrong-type", "error"),
    /// ]);
    /// let seconds = &diagnosis.findings()[2];
    /// assert_eq!(&text[seconds.span.clone()], br#""1516763973""#);
    /// assert_eq!(
    ///     seconds.help.unwrap().to_string(),
    ///     "this is seconds, MIMC uses milliseconds: write 1516763973000",
    /// );
    /// ```
    #[must_use]
    pub fn diagnose(&self, bytes: &[u8], most: usize) -> Diagnosis {
        let mut all = Gathering::new(bytes, most);
        examine(*self, bytes, 0, &mut all);
        all.finish()
    }

    /// As [`Self::diagnose`], for a message that is wrapped in base64; spans are those in `text`.
    ///
    /// There is an error exactly when [`Self::decode_base64`] fails.
    ///
    /// ```
    /// use mimc_msg::Codec;
    ///
    /// // {"version":-1,"msgId":"a","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}
    /// let text = b"eyJ2ZXJzaW9uIjotMSwibXNnSWQiOiJhIiwibXNnVHlwZSI6IlRFWFQiLCJ0aW1lc3RhbXAiOiIxNTE2NzYzOTczMDAwIiwicGF5bG9hZCI6ImhpIn0=";
    /// let diagnosis = Codec::new().diagnose_base64(text, 100);
    /// let finding = &diagnosis.findings()[0];
    /// assert_eq!((finding.code(), &*finding.pointer, finding.layer), ("invalid-value", "/version", 1));
    /// assert_eq!(&diagnosis.layers()[1].text()[finding.inner.clone()], b"-1");
    /// assert_eq!(&text[finding.span.clone()], b"otMS");
    /// ```
    #[must_use]
    pub fn diagnose_base64(&self, text: &[u8], most: usize) -> Diagnosis {
        let mut all = Gathering::new(text, most);
        self.unwrap(text, &mut all);
        all.finish()
    }

    /// Looks at the base64 around a message, and then at the message.
    fn unwrap(&self, text: &[u8], all: &mut Gathering) {
        let tell = |all: &mut Gathering, problem: Problem, severity, inner, help| {
            let pointer = String::new();
            all.tell(0, Told { problem, severity, pointer, inner, help });
        };
        let broken = if self.base64.is_mime() { None } else { line_break(text) };
        let mut mime = None;
        if let Some(at) = broken {
            let deviation = Deviation::Base64Mime;
            if self.strict {
                let error = DecodeError::Deviation { deviation, place: Place::new("", at) };
                let problem = Problem::Error(error);
                tell(all, problem, Severity::Error, at..at + 1, Some(Help::OneLine));
            } else {
                mime = Some(at);
            }
        }
        let forms = if broken.is_some() { self.base64.mime() } else { self.base64 };
        let mut message = Vec::new();
        let runs = match forms.decode_into(text, &mut message) {
            Ok(()) => Some(Runs::in_forms(text, forms)),
            Err(invalid) => {
                let at = invalid.offset;
                let place = Place::new("", at);
                let error = DecodeError::InvalidBase64 { place: place.clone(), why: invalid.why };
                let help = if text.trim_ascii_start().starts_with(b"{") {
                    Some(Help::MessageItself)
                } else {
                    advice::base64(text).filter(|help| *help != Help::EncodeBase64)
                };
                let loose = loose(text);
                let strange = loose.as_ref().map_or(&[][..], |loose| &loose.strange[..]);
                let here = strange.iter().find(|span| span.contains(&at));
                let inner = at..here.map_or((at + 1).min(text.len()), |span| span.end);
                tell(all, Problem::Error(error), Severity::Error, inner, help);
                for span in strange.iter().filter(|span| !span.contains(&at)) {
                    let place = Place::new("", span.start);
                    let why = "a character is not of the alphabet";
                    let problem = Problem::Error(DecodeError::InvalidBase64 { place, why });
                    tell(all, problem, Severity::Error, span.clone(), None);
                }
                loose.map(|loose| {
                    message = loose.bytes;
                    loose.runs
                })
            }
        };
        if let Some(runs) = runs {
            let layer = Layer::inside(0, "", message.clone(), Way::Base64(runs));
            let layer = all.layer(layer);
            examine(*self, &message, layer, all);
        }
        if let Some(at) = mime {
            let problem = Problem::Deviation(Deviation::Base64Mime);
            tell(all, problem, Severity::Warning, at..at + 1, Some(Help::OneLine));
        }
    }
}
