//! Checking a message: its error, or else its deviations.

use mimc_msg::Scratch;

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
        Ok(_) => content.deviations(options).into_iter().map(Finding::warning).collect(),
    }
}
