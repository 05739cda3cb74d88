//! The members of an object, one after the other, in a text that was checked before.

use super::scan::Cursor;
use super::string::Span;
use super::value::Value;

/// Walks the members of the object at `start` in `text`.
///
/// The text has passed the scanner, so a fault cannot come up; were there one, the walk ends.
pub(crate) fn members(text: &str, start: u32) -> impl Iterator<Item = (Span, Value)> + '_ {
    walk(text, start, |cursor| {
        let name = cursor.name().ok()?;
        Some((name, cursor.value(text, 0).ok()?))
    })
}

/// Walks the items of the array at `start` in `text`, as [`members`] does.
pub(crate) fn items(text: &str, start: u32) -> impl Iterator<Item = Value> + '_ {
    walk(text, start, |cursor| cursor.value(text, 0).ok())
}

fn walk<'t, T>(
    text: &'t str,
    start: u32,
    mut read: impl FnMut(&mut Cursor<'t>) -> Option<T> + 't,
) -> impl Iterator<Item = T> + 't {
    let mut cursor = Cursor::new(text.as_bytes());
    cursor.pos = start as usize;
    std::iter::from_fn(move || {
        // Past the opening bracket or the comma; a closing bracket ends the walk.
        cursor.pos += 1;
        cursor.skip_space();
        if let None | Some(b'}' | b']') = cursor.peek() {
            cursor.pos = cursor.bytes.len();
            return None;
        }
        let item = read(&mut cursor)?;
        cursor.skip_space();
        if let Some(b'}' | b']') = cursor.peek() {
            cursor.pos = cursor.bytes.len();
        }
        Some(item)
    })
}
