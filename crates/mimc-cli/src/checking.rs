//! Checking a document against a named type.

mod api;
mod message;
mod name;
mod request;
mod request_text;

pub(crate) use name::{Name, NameParser};

use mimc_msg::Scratch;

use crate::fault::Fault;
use crate::lines::Line;
use crate::options::Reading;
use crate::report::Checked;

/// All that there is to say about a document, of which at most so many findings; nothing where all is well.
pub(crate) fn check(
    name: Name,
    line: &Line<'_>,
    options: &Reading,
    most: usize,
    scratch: &mut Scratch,
) -> Checked {
    match (name, line.text) {
        (_, Err(long)) => Checked::error(Fault::from(long)),
        (Name::Message, Ok(_)) => message::check(line, options, most, scratch),
        (name, Ok(text)) => api::check(name, text, options.strict, most),
    }
}
