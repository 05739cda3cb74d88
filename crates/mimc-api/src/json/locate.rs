//! The way from a JSON pointer to the bytes that it names.

use std::ops::Range;

use super::cursor::Cursor;

/// The bytes of the value at the pointer; where it is not there, those of the last value on the way.
///
/// `text` is JSON that has been checked.
pub(crate) fn locate(text: &str, pointer: &str) -> Range<usize> {
    let mut cursor = Cursor::new(text, 0);
    cursor.skip_space();
    let mut start = cursor.pos;
    for token in pointer.split('/').skip(1) {
        match step(Cursor::new(text, start), token) {
            Some(inner) => start = inner,
            None => break,
        }
    }
    let mut end = Cursor::new(text, start);
    end.skip_value();
    start..end.pos
}

/// The name that a token of a JSON pointer stands for.
pub(crate) fn name_of(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// Where the member or item begins that the token names.
fn step(mut cursor: Cursor<'_>, token: &str) -> Option<usize> {
    let (mut first, mut index) = (true, 0_usize);
    match cursor.peek()? {
        b'{' => {
            let name = name_of(token);
            while let Some(found) = cursor.next_name(first) {
                if found == name {
                    return Some(cursor.pos);
                }
                cursor.skip_value();
                first = false;
            }
            None
        }
        b'[' => {
            let wanted: usize = token.parse().ok()?;
            while cursor.next_item(first, b']').is_some() {
                if index == wanted {
                    return Some(cursor.pos);
                }
                cursor.skip_value();
                (first, index) = (false, index + 1);
            }
            None
        }
        _ => None,
    }
}
