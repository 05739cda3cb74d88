//! Checking a message: everything that is wrong with it or odd about it.

use mimc_msg::{
    DecodeError, Deviation, Diagnosis, Flag as _, Message, Place, RawEnvelope, Remark, Scratch,
    Severity,
};

use crate::fault::Fault;
use crate::input::IN_A_LINE;
use crate::lines::Line;
use crate::options::Reading;
use crate::reading::Content;
use crate::report::Checked;

pub(super) fn check(
    line: &Line<'_>,
    options: &Reading,
    most: usize,
    scratch: &mut Scratch,
) -> Checked {
    let content = match Content::of(line, options) {
        Ok(content) => content,
        Err(fault) => return frame(line.text.unwrap_or_default(), options, most, fault),
    };
    // Most messages need no second look.
    let foreign = match content.read(options, scratch) {
        Ok(Message::Envelope(it)) if it.deviations.is_empty() && it.notes.is_empty() => {
            return Checked::default();
        }
        Ok(Message::Foreign(it)) if it.deviations.is_empty() => return Checked::default(),
        read => matches!(read, Ok(Message::Foreign(_))),
    };
    let mut checked = content.diagnose(options, most);
    if foreign {
        // It was let through; what is told is what is odd about the base64 around it.
        checked.items.retain(|item| item.code == Deviation::Base64Mime.code());
    }
    checked
}

/// A frame that cannot be read.
fn frame(line: &[u8], options: &Reading, most: usize, fault: Fault) -> Checked {
    let read = |text: &[u8]| {
        let line = Line { number: 1, text: Ok(text) };
        match Content::of(&line, options) {
            Ok(_) => Ok(Vec::new()),
            Err(fault) => {
                let mut place = Place::new(fault.pointer, fault.offset);
                place.length = fault.length;
                Err(Remark::new(fault.code, fault.message, Severity::Error, place))
            }
        }
    };
    match RawEnvelope::parse_within(line, IN_A_LINE) {
        Err(DecodeError::Syntax { .. }) => {
            let diagnosis = Diagnosis::of_document(line, IN_A_LINE, most, read, &[]);
            Checked::diagnosis(&diagnosis, |span| span, false)
        }
        _ => Checked::error(fault),
    }
}
