//! The JSON pointer (RFC 6901) to the place where a text stops being JSON.

use super::MAX_DEPTH;
use super::escape::unescape;
use super::scan::Cursor;

/// A pointer is cut to the member above where it would grow beyond this many bytes.
const LONGEST: usize = 512;

/// The JSON pointer (RFC 6901) of the member or item that holds the byte `offset`; `text` is read no
/// further than that.
///
/// Where the text is no JSON at all, this is as far as its brackets and names can be followed. A pointer
/// is cut to the member above where it would grow beyond 512 bytes.
///
/// ```
/// assert_eq!(mimc_msg::pointer_to(br#"{"data":[1,{"uuid":true}]}"#, 19), "/data/1/uuid");
/// ```
#[must_use]
pub fn pointer_to(text: &[u8], offset: usize) -> String {
    let text = &text[..offset.min(text.len())];
    let text = std::str::from_utf8(text)
        .unwrap_or_else(|e| std::str::from_utf8(&text[..e.valid_up_to()]).unwrap_or_default());
    let mut cursor = Cursor::new(text.as_bytes());
    let mut open: Vec<Level> = Vec::new();
    // Levels that no message may have are counted, not kept.
    let mut beyond = 0_usize;
    while let Some(byte) = cursor.peek() {
        match byte {
            b'{' | b'[' if open.len() == MAX_DEPTH => beyond += 1,
            b'{' => open.push(Level::Object(None)),
            b'[' => open.push(Level::Array(0)),
            b'}' | b']' if beyond > 0 => beyond -= 1,
            b'}' | b']' => {
                open.pop();
            }
            _ if beyond > 0 && byte != b'"' => {}
            b',' => match open.last_mut() {
                Some(Level::Array(index)) => *index += 1,
                Some(Level::Object(name)) => *name = None,
                None => {}
            },
            b'"' => {
                let Ok(span) = cursor.string() else { break };
                cursor.skip_space();
                if let (Some(Level::Object(name @ None)), 0) = (open.last_mut(), beyond) {
                    if cursor.peek() == Some(b':') {
                        *name = Some(unescape(span.of(text), span.escaped).into_owned());
                    }
                }
                continue;
            }
            _ => {}
        }
        cursor.pos += 1;
    }
    write(&open)
}

enum Level {
    Object(Option<String>),
    Array(usize),
}

fn write(open: &[Level]) -> String {
    let mut pointer = String::new();
    for level in open {
        let token = match level {
            Level::Object(Some(name)) => token(name),
            Level::Object(None) => break,
            Level::Array(index) => index.to_string(),
        };
        if pointer.len() + token.len() >= LONGEST {
            break;
        }
        pointer.push('/');
        pointer.push_str(&token);
    }
    pointer
}

/// A name as a token of a JSON pointer.
pub(crate) fn token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
