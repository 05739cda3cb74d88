//! Base64 around a message.

use super::advice;
use super::diagnosis::{Gathering, Told};
use super::finding::{Problem, Severity};
use super::help::Help;
use super::layer::{Layer, Way};
use super::message::examine;
use super::runs::{Loose, Runs, loose};
use crate::base64::{InvalidBase64, line_break};
use crate::decode::Codec;
use crate::error::{DecodeError, Place};
use crate::report::Deviation;

/// Looks at the base64 in a layer, and then at the message in it.
pub(super) fn unwrap(codec: Codec<'_>, text: &[u8], layer: usize, all: &mut Gathering) {
    let broken = if codec.base64.is_mime() { None } else { line_break(text) };
    let mime = |severity, problem, at| Told {
        problem,
        severity,
        pointer: String::new(),
        inner: at..at + 1,
        help: Some(Help::OneLine),
    };
    let deviation = Deviation::Base64Mime;
    if let Some(at) = broken.filter(|_| codec.strict) {
        let error = DecodeError::Deviation { deviation, place: Place::new("", at) };
        all.tell(layer, mime(Severity::Error, Problem::Error(error), at));
    }
    let forms = if broken.is_some() { codec.base64.mime() } else { codec.base64 };
    let mut message = Vec::new();
    let decoded = forms.decode_into(text, &mut message);
    let sound = decoded.is_ok();
    let runs = match decoded {
        Ok(()) => Some(Runs::in_forms(text, forms)),
        Err(invalid) => {
            no_base64(invalid, text, layer, all).map(|Loose { bytes, runs, .. }| {
                message = bytes;
                runs
            })
        }
    };
    // What is read of broken base64 need not be a message.
    let runs = runs.filter(|_| sound || message.trim_ascii_start().starts_with(b"{"));
    if let Some(runs) = runs {
        let inner = Layer::inside(layer, "", message.clone(), Way::Base64(runs));
        let inner = all.layer(inner);
        examine(codec, &message, inner, all);
    }
    if let Some(at) = broken.filter(|_| !codec.strict) {
        all.tell(layer, mime(Severity::Warning, Problem::Deviation(deviation), at));
    }
}

/// Tells what is wrong with base64, and gives what can be read of it.
fn no_base64(
    InvalidBase64 { offset, why }: InvalidBase64,
    text: &[u8],
    layer: usize,
    all: &mut Gathering,
) -> Option<Loose> {
    let mut tell = |why, inner: std::ops::Range<usize>, help| {
        let error = DecodeError::InvalidBase64 { place: Place::new("", inner.start), why };
        let problem = Problem::Error(error);
        let severity = Severity::Error;
        all.tell(layer, Told { problem, severity, pointer: String::new(), inner, help });
    };
    let help = if text.trim_ascii_start().starts_with(b"{") {
        Some(Help::MessageItself)
    } else {
        advice::base64(text).filter(|help| *help != Help::EncodeBase64)
    };
    let loose = loose(text);
    let strange = loose.as_ref().map_or(&[][..], |loose| &loose.strange[..]);
    let here = strange.iter().find(|span| span.contains(&offset));
    let end = here.map_or((offset + 1).min(text.len()), |span| span.end);
    tell(why, offset..end, help);
    for span in strange.iter().filter(|span| !span.contains(&offset)) {
        tell("a character is not of the alphabet", span.clone(), None);
    }
    loose
}
