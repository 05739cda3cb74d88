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

/// Whether what was found makes a document bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    Error,
    Warning,
}

impl Severity {
    /// The word, as reports print it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Something that was found about a document.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) severity: Severity,
    pub(crate) fault: Fault,
}

impl Finding {
    fn error(fault: Fault) -> Self {
        Self { severity: Severity::Error, fault }
    }

    fn warning(fault: Fault) -> Self {
        Self { severity: Severity::Warning, fault }
    }
}

/// All that there is to say about a document; nothing where all is well.
pub(crate) fn check(
    name: Name,
    line: &Line<'_>,
    options: &Reading,
    scratch: &mut Scratch,
) -> Vec<Finding> {
    match (name, line.text) {
        (Name::Message, _) => message::check(line, options, scratch),
        (_, Err(long)) => vec![Finding::error(Fault::from(long))],
        (name, Ok(text)) => api::check(name, text, options.strict),
    }
}
