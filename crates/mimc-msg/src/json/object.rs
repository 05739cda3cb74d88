//! The members of an object, one after the other, in a text that was checked before.

use super::scan::Cursor;
use super::string::Span;
use super::value::Value;

/// Walks the members of the object at `start` in `text`.
///
/// The text has passed the scanner, so a fault cannot come up; were there one, the walk ends.
pub(crate) fn members(text: &str, start: u32) -> impl Iterator<Item = (Span, Value)> + '_ {
    let mut cursor = Cursor::new(text.as_bytes());
    cursor.pos = start as usize;
    let mut ended = false;
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        // Past the opening brace or the comma; a closing brace ends the walk.
        cursor.pos += 1;
        cursor.skip_space();
        let member = match cursor.name() {
            Ok(name) => cursor.value(text, 0).ok().map(|value| (name, value)),
            Err(_) => None,
        };
        cursor.skip_space();
        ended = member.is_none() || cursor.peek() != Some(b',');
        member
    })
}
