//! The second path: everything that is wrong with a text, or odd about it, at once.
//!
//! The decoder stays the only judge. Its first error comes first; then the text is put right at that place, in a
//! copy that knows where each of its bytes comes from, and the decoder is asked again.

mod advice;
mod body;
mod diagnosis;
mod document;
mod finding;
mod help;
mod inside;
mod layer;
mod mend;
mod message;
mod names;
mod nearest;
mod oddities;
mod outline;
mod remark;
mod repair;
mod rule;
mod runs;
mod unwrap;

use crate::decode::Codec;
use diagnosis::Gathering;
use message::examine;
use unwrap::unwrap;

pub use diagnosis::Diagnosis;
pub use finding::{Finding, Problem, Severity};
pub use help::Help;
pub use inside::Inside;
pub use layer::{Layer, LayerForm};
pub use names::nearest_member;
pub use outline::{Outline, Part, PartForm};
pub use remark::{Remark, Remarks};

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
        unwrap(*self, text, 0, &mut all);
        all.finish()
    }
}
