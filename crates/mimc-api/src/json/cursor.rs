//! Walking through JSON text that has been checked: nothing in it can be wrong.

use std::borrow::Cow;

use mimc_msg::RawJson;

use super::checked;

#[derive(Clone, Debug)]
pub(crate) struct Cursor<'t> {
    pub(crate) text: &'t str,
    pub(crate) pos: usize,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(text: &'t str, pos: usize) -> Self {
        Self { text, pos }
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.pos).copied()
    }

    pub(crate) fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.pos += 1;
        }
    }

    /// What the value at the cursor is, in words; it is no object.
    pub(crate) fn found(&self) -> &'static str {
        match self.peek() {
            Some(b'[') => "an array",
            Some(b'"') => "a string",
            Some(b't' | b'f') => "a boolean",
            Some(b'n') => "null",
            _ => "a number",
        }
    }

    /// Steps over the brace or comma before a member, its name and the colon, to its value. None at the
    /// end of the object, which is stepped over.
    pub(crate) fn next_name(&mut self, first: bool) -> Option<Cow<'t, str>> {
        self.next_item(first, b'}')?;
        let name = self.string();
        self.skip_space();
        self.pos += 1;
        self.skip_space();
        Some(name)
    }

    /// Steps over the bracket or comma before an item. None at `end`, which is stepped over.
    pub(crate) fn next_item(&mut self, first: bool, end: u8) -> Option<()> {
        self.skip_space();
        if first {
            self.pos += 1;
            self.skip_space();
        }
        match self.peek() {
            Some(b',') if !first => self.pos += 1,
            Some(byte) if byte == end => {
                self.pos += 1;
                return None;
            }
            Some(_) if first => {}
            _ => return None,
        }
        self.skip_space();
        Some(())
    }

    /// Steps over the string at the cursor and gives what it means.
    pub(crate) fn string(&mut self) -> Cow<'t, str> {
        let start = self.pos;
        let escaped = self.skip_string();
        if escaped {
            let json = checked(&self.text[start..self.pos]);
            let text = json.as_ref().and_then(RawJson::text);
            return Cow::Owned(text.unwrap_or_default().into_owned());
        }
        Cow::Borrowed(self.text.get(start + 1..self.pos.saturating_sub(1)).unwrap_or_default())
    }

    /// Steps over a string; says whether it has escapes.
    fn skip_string(&mut self) -> bool {
        let mut escaped = false;
        self.pos += 1;
        while let Some(rest) = self.text.as_bytes().get(self.pos..) {
            let Some(stop) = memchr::memchr2(b'"', b'\\', rest) else {
                self.pos = self.text.len();
                break;
            };
            self.pos += stop + 1;
            if rest[stop] == b'"' {
                break;
            }
            escaped = true;
            self.pos += 1;
        }
        escaped
    }

    /// Steps over a number or literal and gives its text.
    pub(crate) fn scalar(&mut self) -> &'t str {
        let start = self.pos;
        while let Some(b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z') = self.peek() {
            self.pos += 1;
        }
        &self.text[start..self.pos]
    }

    /// Steps over the value at the cursor.
    pub(crate) fn skip_value(&mut self) {
        let mut open = 0_usize;
        loop {
            match self.peek() {
                Some(b'{' | b'[') => {
                    open += 1;
                    self.pos += 1;
                }
                Some(b'}' | b']') => {
                    open -= 1;
                    self.pos += 1;
                }
                Some(b'"') => {
                    self.skip_string();
                }
                Some(b',' | b':' | b' ' | b'\t' | b'\n' | b'\r') => {
                    self.pos += 1;
                    continue;
                }
                Some(_) => {
                    self.scalar();
                }
                None => return,
            }
            if open == 0 {
                return;
            }
        }
    }
}
