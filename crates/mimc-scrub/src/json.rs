//! A document token by token, whether or not it is JSON: objects, strings, and what stands between them.

use crate::object::object;
use crate::units::respelled;
use crate::words::{self, Role};
use crate::{Scrub, bare};

/// A text in which objects, lists and strings may stand.
pub(crate) fn document(scrub: &Scrub, text: &str, depth: usize) -> String {
    let mut out = String::new();
    Document::new(scrub, depth, &mut out).run(text, true);
    out
}

/// Appends what stands between the names and values of an object: nothing in it begins another one.
pub(crate) fn between(scrub: &Scrub, text: &str, depth: usize, out: &mut String) {
    Document::new(scrub, depth, out).run(text, false);
}

struct Document<'s> {
    scrub: &'s Scrub,
    depth: usize,
    /// What the name before says of the next value.
    role: Role,
    /// The lists that are open, with the role of their items, and None for objects.
    open: Vec<Option<Role>>,
    out: &'s mut String,
}

impl<'s> Document<'s> {
    fn new(scrub: &'s Scrub, depth: usize, out: &'s mut String) -> Self {
        Self { scrub, depth, role: Role::Value, open: Vec::new(), out }
    }

    fn run(&mut self, text: &str, objects: bool) {
        self.out.reserve(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '"' => self.string(rest),
                '{' if objects => {
                    self.role = Role::Value;
                    object(self.scrub, rest, self.depth, self.out)
                }
                '{' | '[' | '}' | ']' | ',' => {
                    self.mark(first);
                    1
                }
                _ => {
                    let end = rest.find(['"', '{', '[', '}', ']', ',']).unwrap_or(rest.len());
                    let words = rest.get(..end).unwrap_or_default();
                    self.out.push_str(&bare::words(self.scrub, words, self.role, self.depth));
                    end
                }
            };
            rest = rest.get(length..).unwrap_or_default();
        }
    }

    /// A string that the text begins with; gives its length.
    fn string(&mut self, text: &str) -> usize {
        let (body, closed) = body(text.strip_prefix('"').unwrap_or_default());
        let length = 1 + body.len() + usize::from(closed);
        let behind = text.get(length..).unwrap_or_default().trim_start();
        let is_name = closed && behind.starts_with(':');
        self.out.push('"');
        let replaced = respelled(body, |means| self.replaced(means, is_name));
        self.out.push_str(&replaced);
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
