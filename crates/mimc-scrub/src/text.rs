//! The replacement of one value.

use crate::key::Key;
use crate::layer::Layer;
use crate::permute::Walk;
use crate::script::Class;
use crate::sight::{Manner, Sight, begins_json, is_one_word};
use crate::words::{self, Role};
use crate::{Scrub, bare, digits, json};

/// What is inside more layers than this is replaced as a whole.
const DEEPEST: usize = 16;

/// How many characters depend on each other: longer texts are replaced in blocks, which bounds the memory.
const BLOCK: usize = 4096;

/// How far along the cycle a replacement is looked for that looks the same, in characters: 2,000 times for short texts. The
/// rarest thing that is looked for, an integer between two bounds or two letters of six bits of which four are zero, is one
/// in a few hundred.
const FARTHEST: usize = 100_000;

impl Scrub {
    /// The replacement of a value behind so many layers.
    pub(crate) fn value(&self, text: &str, role: Role, depth: usize) -> String {
        self.value_that(text, role, depth, &|_| true)
    }

    /// The same, of which something is wanted where there is a choice.
    pub(crate) fn value_that(
        &self,
        text: &str,
        role: Role,
        depth: usize,
        wanted: &dyn Fn(&str) -> bool,
    ) -> String {
        match role {
            _ if role.is_kind(text) => text.to_owned(),
            Role::Count if words::is_count(text) => text.to_owned(),
            Role::List => self.items(text, depth),
            _ => self.text_that(text, depth, wanted),
        }
    }

    /// The same of a value outside of quotes.
    pub(crate) fn bare_that(
        &self,
        text: &str,
        role: Role,
        depth: usize,
        wanted: &dyn Fn(&str) -> bool,
    ) -> String {
        self.one_word(text, self.value_that(text, role, depth, wanted), wanted)
    }

    /// The replacement of values with commas between them.
    fn items(&self, text: &str, depth: usize) -> String {
        let items: Vec<_> = text.split(',').map(|item| self.text(item, depth)).collect();
        items.join(",")
    }

    /// The replacement of the name of a member.
    pub(crate) fn name(&self, name: &str, depth: usize) -> String {
        let stays = |name: &str| words::is_member(name) || self.names.contains(name);
        if stays(name) {
            return name.to_owned();
        }
        // Else two members could come to have one name.
        let wanted = |replaced: &str| !stays(replaced);
        self.one_word(name, self.text_that(name, depth, &wanted), &wanted)
    }

    /// The replacement of one word, which may stand outside of quotes: where base64 of bytes has no other that is one, another
    /// word.
    fn one_word(&self, word: &str, replaced: String, wanted: &dyn Fn(&str) -> bool) -> String {
        if is_one_word(&replaced) || !is_one_word(word) {
            return replaced;
        }
        self.whole(word, Class::of, wanted)
    }

    /// The replacement of a text.
    pub(crate) fn text(&self, text: &str, depth: usize) -> String {
        self.text_that(text, depth, &|_| true)
    }

    /// The same, of which something is wanted where there is a choice.
    fn text_that(&self, text: &str, depth: usize, wanted: &dyn Fn(&str) -> bool) -> String {
        let sight = Sight::of(text);
        let fits = |replaced: &str| Sight::of(replaced) == sight && wanted(replaced);
        let inner = depth + 1;
        match Manner::of(text) {
            _ if depth > DEEPEST => self.whole(text, Class::of, &fits),
            Manner::Stays => text.to_owned(),
            Manner::Integer => digits::integer(&self.key, text),
            Manner::Json => json::document(self, text, inner),
            Manner::Url => bare::url(self, text, inner),
            Manner::List => self.items(text, inner),
            Manner::Id(rest) => {
                let (kind, rest) = text.split_at_checked(rest).unwrap_or((text, ""));
                let whole = |rest: &str| format!("{kind}{rest}");
                whole(&self.text_that(rest, inner, &|rest| fits(&whole(rest))))
            }
            Manner::Base64(layer) => self.layer(text, &layer, inner, &fits),
            Manner::Whole => {
                let fits = |text: &str| matches!(Manner::of(text), Manner::Whole) && fits(text);
                self.whole(text, Class::of, &fits)
            }
        }
    }

    /// The replacement of base64 of a text.
    fn layer(
        &self,
        text: &str,
        layer: &Layer,
        depth: usize,
        fits: &dyn Fn(&str) -> bool,
    ) -> String {
        let fits = |inner: &str| fits(&layer.write(text, inner));
        let replaced = if layer.is_odd() {
            let sight = Sight::of(&layer.text);
            let seen = |inner: &str| !begins_json(inner) && Sight::of(inner) == sight;
            let fits = |inner: &str| seen(inner) && fits(inner);
            self.whole(&layer.text, Class::of_any, &fits)
        } else {
            self.text_that(&layer.text, depth, &fits)
        };
        match layer.doubtful().filter(|_| replaced == layer.text) {
            Some(rest) => layer.write(text, &self.behind(&layer.text, rest, &fits)),
            None => layer.write(text, &replaced),
        }
    }

    /// A text of which nothing stays but its beginning, and that goes on like no JSON.
    fn behind(&self, text: &str, rest: usize, fits: &dyn Fn(&str) -> bool) -> String {
        let (start, rest) = text.split_at_checked(rest).unwrap_or((text, ""));
        let whole = |rest: &str| format!("{start}{rest}");
        let json = |rest: &str| rest.trim_start().starts_with(['"', '}']);
        whole(&self.whole(rest, Class::of_any, &|rest| !json(rest) && fits(&whole(rest))))
    }

    /// Each character replaced by one of its class, depending on all others; of a long text, on those of its block.
    fn whole(&self, text: &str, class: ClassOf, fits: &dyn Fn(&str) -> bool) -> String {
        let (mut begun, mut last) = (String::new(), text);
        while let Some((end, _)) = last.char_indices().nth(2 * BLOCK) {
            let end = last.char_indices().nth(BLOCK).map_or(end, |(end, _)| end);
            let (block, rest) = last.split_at_checked(end).unwrap_or((last, ""));
            begun.push_str(&Letters::new(&self.key, block, class).next());
            last = rest;
        }
        // What a reader sees of a text that long hangs on its end: whether it is base64.
        let mut letters = Letters::new(&self.key, last, class);
        let mut next = || format!("{begun}{}", letters.next());
        let mut replaced = next();
        for _ in 0..(FARTHEST / text.len().max(50)).max(64) {
            if fits(&replaced) {
                break;
            }
            replaced = next();
        }
        replaced
    }

    /// A word that stands outside of strings, where its first characters may be read as a number.
    pub(crate) fn word(&self, word: &str, depth: usize) -> String {
        let replaced = self.one_word(word, self.text(word, depth), &|_| true);
        let form = digits::form(word);
        let fits = |replaced: &String| {
            digits::form(replaced) == form && !words::begins_literal(replaced) && replaced != word
        };
        if replaced == word || fits(&replaced) {
            return replaced;
        }
        let mut letters = Letters::new(&self.key, &replaced, Class::of);
        let mut others = std::iter::repeat_with(|| letters.next()).take(FARTHEST / 50);
        others.find(fits).unwrap_or(replaced)
    }
}

type ClassOf = fn(char) -> Option<(Class, u16)>;

/// The texts of the same shape as one, along the cycle of its shape.
struct Letters<'k> {
    walk: Walk<'k>,
    /// Each character with its class, where it has one.
    shape: Vec<(char, Option<Class>)>,
}

impl<'k> Letters<'k> {
    fn new(key: &'k Key, text: &str, class_of: ClassOf) -> Self {
        let (mut classes, mut sizes, mut values) = (Vec::new(), Vec::new(), Vec::new());
        let mut shape = Vec::with_capacity(text.len());
        for c in text.chars() {
            let class = class_of(c);
            if let Some((class, value)) = class {
                classes.extend(class.name());
                sizes.push(class.size());
                values.push(value);
            }
            shape.push((c, class.map(|(class, _)| class)));
        }
        Self { walk: Walk::new(key, &classes, sizes, values), shape }
    }

    fn next(&mut self) -> String {
        let mut values = self.walk.next().into_iter();
        let replaced = self.shape.iter().map(|&(c, class)| {
            let value = class.and_then(|class| class.nth(values.next()?));
            value.unwrap_or(c)
        });
        replaced.collect()
    }
}
