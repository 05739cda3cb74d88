//! A document token by token, whether or not it is JSON: strings, and what stands between them.

use crate::units::Units;
use crate::words::{self, Role};
use crate::{Scrub, bare};

/// A text in which strings may stand, and objects and lists around them.
pub(crate) fn document(scrub: &Scrub, text: &str, depth: usize) -> String {
    let mut walk =
        Document { scrub, depth, role: Role::Value, open: Vec::new(), out: String::new() };
    walk.out.reserve(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => walk.string(rest),
            '{' | '[' | '}' | ']' | ',' => {
                walk.mark(first);
                1
            }
            _ => {
                let end = rest.find(['"', '{', '[', '}', ']', ',']).unwrap_or(rest.len());
                walk.between(rest.get(..end).unwrap_or_default());
                end
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    walk.out
}

struct Document<'s> {
    scrub: &'s Scrub,
    depth: usize,
    /// What the name before says of the next value.
    role: Role,
    /// The lists that are open, with the role of their items, and None for objects.
    open: Vec<Option<Role>>,
    out: String,
}

impl Document<'_> {
    /// A string that the text begins with; gives its length.
    fn string(&mut self, text: &str) -> usize {
        let (body, closed) = body(text.strip_prefix('"').unwrap_or_default());
        let length = 1 + body.len() + usize::from(closed);
        let behind = text.get(length..).unwrap_or_default().trim_start();
        let is_name = closed && behind.starts_with(':');
        self.out.push('"');
        if body.contains('\\') {
            let units = Units::json(body);
            let replaced = self.replaced(&units.text(), is_name);
            self.out.push_str(&units.spell(&replaced));
        } else {
            let replaced = self.replaced(body, is_name);
            self.out.push_str(&replaced);
        }
        if closed {
            self.out.push('"');
        }
        length
    }

    /// The replacement of what a string means.
    fn replaced(&mut self, means: &str, is_name: bool) -> String {
        if is_name {
            self.role = words::role(means);
            return self.scrub.name(means, self.depth);
        }
        self.scrub.value(means, self.role, self.depth)
    }

    fn mark(&mut self, mark: char) {
        match mark {
            '{' => {
                self.open.push(None);
                self.role = Role::Value;
            }
            '[' => self.open.push(Some(self.role)),
            ',' => self.role = self.open.last().copied().flatten().unwrap_or_default(),
            _ => {
                self.open.pop();
            }
        }
        self.out.push(mark);
    }

    fn between(&mut self, text: &str) {
        self.out.push_str(&bare::words(self.scrub, text, self.role, self.depth));
    }
}

/// What stands between the quotes of a string of which the first has been read, and whether there is a second one: a
/// line end ends a string, too.
fn body(text: &str) -> (&str, bool) {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        let end = match byte {
            _ if escaped => None,
            b'"' => Some(true),
            b'\n' | b'\r' => Some(false),
            _ => None,
        };
        if let Some(closed) = end {
            return (text.get(..at).unwrap_or_default(), closed);
        }
        escaped = byte == b'\\' && !escaped;
    }
    (text, false)
}
