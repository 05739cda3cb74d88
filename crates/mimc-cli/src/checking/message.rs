//! Checking a message: its error, or else its deviations.

use mimc_msg::{Message, Scratch};

use super::Finding;
use crate::lines::Line;
use crate::options::Reading;
use crate::reading::Content;

pub(super) fn check(line: &Line<'_>, options: &Reading, scratch: &mut Scratch) -> Vec<Finding> {
    let content = match Content::of(line, options) {
        Ok(content) => content,
        Err(fault) => return vec![Finding::error(fault)],
    };
    match content.read(options, scratch) {
        Err(fault) => vec![Finding::error(fault)],
        // Their places take a second look, which most messages do not need.
        Ok(Message::Envelope(decoded)) if !decoded.deviations.is_empty() => {
            content.deviations(options).into_iter().map(Finding::warning).collect()
        }
        Ok(_) => Vec::new(),
    }
}
