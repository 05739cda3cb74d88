//! The names of the members of messages, and what was probably meant as one.

use std::ops::Range;

use super::nearest::nearest;
use crate::raw_envelope::RawEnvelope;

/// The names that make an envelope.
pub(super) const NAMES: [&str; 7] =
    ["version", "msgId", "msgType", "type", "timestamp", "payload", "content"];

/// The member of messages that a name was probably meant as, where it is none itself: the same but for case and
/// separators, or but for a slip or two.
///
/// A diagnosis says so by [`Help::DidYouMean`](super::Help::DidYouMean), where that member is missing.
///
/// ```
/// use mimc_msg::nearest_member;
///
/// assert_eq!(nearest_member("msg_type"), Some("msgType"));
/// assert_eq!(nearest_member("timestmap"), Some("timestamp"));
/// assert_eq!(nearest_member("timestamp"), None);
/// assert_eq!(nearest_member("order"), None);
/// ```
#[must_use]
pub fn nearest_member(name: &str) -> Option<&'static str> {
    nearest(name, &NAMES)
}

/// The unknown members that were probably meant as known ones that are not there: the place of each name, and what it
/// was meant as.
pub(super) fn misspelled(raw: &RawEnvelope<'_>) -> Vec<(Range<usize>, &'static str)> {
    let mut missing: Vec<&'static str> =
        NAMES.into_iter().filter(|name| raw.get(name).is_none()).collect();
    let mut found = Vec::new();
    for member in raw.members_in_order().filter(|member| !NAMES.contains(&&*member.name)) {
        if let Some(meant) = nearest(&member.name, &missing) {
            missing.retain(|name| *name != meant);
            found.push((member.name_span, meant));
        }
    }
    found
}
