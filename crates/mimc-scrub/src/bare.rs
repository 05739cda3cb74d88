//! Words outside of strings: literals and numbers, header lines, targets, URLs, raw texts.

use mimc_msg::{Outline, PartForm};

use crate::sight::Manner;
use crate::units::{Units, respelled};
use crate::words::{self, Role};
use crate::{Scrub, digits};

/// What stands between words, beside blanks. Base64 has none of them.
const MARKS: &[char] =
    &[':', ';', '?', '&', '<', '>', '(', ')', '\'', '|', '!', '#', ',', '"', '{', '}', '[', ']'];

/// The replacement of words; the role is that of the first.
pub(crate) fn words(scrub: &Scrub, text: &str, role: Role, depth: usize) -> String {
    let mut words = Words { scrub, url: false, role, depth, last: None, out: String::new() };
    words.run(text);
    words.out
}

/// The replacement of a value that has no quotes, or only the second one.
pub(crate) fn value(scrub: &Scrub, text: &str, form: PartForm, role: Role, depth: usize) -> String {
    let (plus, plain) = text.split_at(text.len() - text.trim_start_matches('+').len());
    let stays = form == PartForm::Literal
        || words::begins_literal(text)
        || role == Role::Count && words::is_count(plain)
        || role == Role::Kind && words::is_kind_word(plain);
    if stays {
        return text.to_owned();
    }
    if form == PartForm::Number {
        let (number, rest) = digits::number(&scrub.key, plain);
        if rest.is_empty() {
            return format!("{plus}{number}");
        }
    }
    let form = |text: &str| Outline::of(text.as_bytes()).parts().first().map(|part| part.form);
    let seen = |text: &str| (form(text), digits::form(text));
    let sight = seen(text);
    let wanted = |text: &str| seen(text) == sight && !words::begins_literal(text);
    // To decoders that miss a quote before, the escapes in it are some.
    respelled(text, |text| scrub.bare_that(text, role, depth, &wanted))
}

/// The replacement of a URL.
pub(crate) fn url(scrub: &Scrub, text: &str, depth: usize) -> String {
    let (role, out) = (Role::Value, String::new());
    let mut words = Words { scrub, url: true, role, depth, last: None, out };
    words.run(text);
    words.out
}

struct Words<'s, 't> {
    scrub: &'s Scrub,
    /// Whether names and hosts have points between words.
    url: bool,
    role: Role,
    depth: usize,
    /// The word before, which may be a name.
    last: Option<&'t str>,
    out: String,
}

impl<'t> Words<'_, 't> {
    fn run(&mut self, text: &'t str) {
        let ends = |c: char| c.is_whitespace() || c.is_control() || MARKS.contains(&c);
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(ends).unwrap_or(rest.len());
            let length = if end == 0 {
                self.mark(first);
                first.len_utf8()
            } else {
                self.assignment(rest.get(..end).unwrap_or_default());
                end
            };
            rest = rest.get(length..).unwrap_or_default();
        }
    }

    fn mark(&mut self, mark: char) {
        match mark {
            ':' => self.named(),
            ';' | '?' | '&' | ',' | '\n' => (self.role, self.last) = (Role::Value, None),
            _ => {}
        }
        self.out.push(mark);
    }

    /// What stands behind here has the last word as its name.
    fn named(&mut self) {
        if let Some(name) = self.last.take() {
            self.role = words::role(name);
        }
    }

    /// `name=value`, or a value, which may be padded.
    fn assignment(&mut self, mut text: &'t str) {
        while let Some((name, value)) = text.split_once('=') {
            if value.trim_end_matches('=').is_empty() {
                break;
            }
            self.path(name);
            self.named();
            self.out.push('=');
            text = value;
        }
        self.path(text);
    }

    fn path(&mut self, text: &'t str) {
        if matches!(Manner::of(text), Manner::Base64(_)) {
            self.word(text);
            return;
        }
        let dots = (self.url || text.starts_with("//"))
            && text.contains(|c: char| c.is_ascii_alphabetic());
        let mut rest = text;
        while let Some(at) = rest.find(|c| c == '/' || dots && c == '.') {
            let (word, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.word(word);
            self.out.push_str(behind.get(..1).unwrap_or_default());
            rest = behind.get(1..).unwrap_or_default();
        }
        self.word(rest);
    }

    fn word(&mut self, word: &'t str) {
        if word.is_empty() {
            return;
        }
        self.last = Some(word);
        let replaced = self.replaced(word);
        self.out.push_str(&replaced);
    }

    fn replaced(&self, word: &str) -> String {
        let option = word.len() == 2 && word.starts_with('-');
        let stays = option && !word.ends_with(|c: char| c.is_ascii_digit())
            || words::is_of_requests(word)
            || words::begins_literal(word)
            || self.role.is_kind(word);
        if stays {
            return word.to_owned();
        }
        if word.contains('\\') {
            return respelled(word, |text| self.scrub.value(text, self.role, self.depth));
        }
        if word.contains('%') {
            let units = Units::percent(word);
            let replaced = self.scrub.value(&units.text(), self.role, self.depth);
            return units.spell(&replaced);
        }
        let (number, rest) = digits::number(&self.scrub.key, word);
        match rest {
            "" if self.role == Role::Count && words::is_count(word) => word.to_owned(),
            "" => number,
            _ => self.scrub.word(word, self.depth),
        }
    }
}
