//! Secrets in documents, which reports do not show.

use std::ops::Range;

/// What names a secret, in lower case: members of bodies, and headers.
const NAMES: [&[u8]; 5] = [b"token", b"secret", b"key", b"authentication", b"authorization"];

/// The bytes of a document that are not shown.
///
/// A document that is shown may be broken anywhere, so this goes by words: from the name of a secret up to the next member
/// in double quotes that has another name. Of a request, nothing is shown of what follows the name of a header.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hidden(Vec<Range<usize>>);

impl Hidden {
    /// Nothing is hidden.
    pub(crate) fn nothing() -> Self {
        Self::default()
    }

    /// The secrets of a document of the API.
    pub(crate) fn secrets(text: &[u8]) -> Self {
        let lower = text.to_ascii_lowercase();
        let is_json =
            lower.trim_ascii_start().first().is_none_or(|byte| b"{[\"\xef".contains(byte));
        if !is_json {
            let head = memchr::memchr(b'\n', text).unwrap_or(text.len());
            let behind = head..text.len();
            return Self(std::iter::once(behind).collect());
        }
        let mut hidden: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while at < lower.len() {
            let Some(name) = NAMES.iter().find(|name| lower[at..].starts_with(name)) else {
                at += 1;
                continue;
            };
            let start = at + name.len();
            let end = next_member(&lower, start);
            hidden.push(start..end);
            at = end.max(start);
        }
        Self(hidden)
    }

    /// Whether the byte is not to be shown.
    pub(crate) fn hides(&self, at: usize) -> bool {
        let next = self.0.partition_point(|range| range.start <= at);
        self.0.get(next.wrapping_sub(1)).is_some_and(|range| range.contains(&at))
    }
}

/// Where the next member begins behind a comma.
fn next_member(text: &[u8], start: usize) -> usize {
    for comma in memchr::memchr_iter(b',', &text[start..]).map(|at| start + at) {
        let rest = text[comma + 1..].trim_ascii_start();
        let Some(name) = rest.strip_prefix(b"\"") else { continue };
        let length = name.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_');
        let length = length.count();
        let behind = name[length..].strip_prefix(b"\"").map(<[u8]>::trim_ascii_start);
        if length > 0 && length < 40 && behind.is_some_and(|rest| rest.starts_with(b":")) {
            return comma;
        }
    }
    text.len()
}
