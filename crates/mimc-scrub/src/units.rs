//! A text that is spelled with escapes: of JSON, or of URLs.

use std::collections::BTreeSet;

/// What stands between the quotes of a string, with another text in it that is spelled the same way.
pub(crate) fn respelled(body: &str, replace: impl FnOnce(&str) -> String) -> String {
    if body.contains('\\') {
        let units = Units::json(body);
        units.spell(&replace(&units.text()))
    } else {
        replace(body)
    }
}

/// A spelled text, character by character.
pub(crate) struct Units<'t> {
    units: Vec<Unit<'t>>,
    escapes: Escapes,
}

/// What escapes look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Escapes {
    /// `\n`, `\u00e9`
    Json,
    /// `%C3%A9`
    Percent,
}

struct Unit<'t> {
    source: &'t str,
    /// The character that is meant; None where none is, as by a broken escape.
    means: Option<char>,
}

impl<'t> Units<'t> {
    /// Reads what stands between the quotes of a string, broken escapes included.
    pub(crate) fn json(body: &'t str) -> Self {
        Self::read(body, Escapes::Json, |rest| match rest.strip_prefix('\\') {
            Some(escape) => json_escape(escape),
            None => None,
        })
    }

    /// Reads a part of a URL.
    pub(crate) fn percent(part: &'t str) -> Self {
        Self::read(part, Escapes::Percent, |rest| {
            rest.starts_with('%').then(|| percent_escape(rest)).flatten()
        })
    }

    /// `escape` gives the length of an escape and what it means.
    fn read(
        text: &'t str,
        escapes: Escapes,
        escape: impl Fn(&str) -> Option<(usize, Option<char>)>,
    ) -> Self {
        let mut units = Vec::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (length, means) = escape(rest).unwrap_or((first.len_utf8(), Some(first)));
            let (source, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
            units.push(Unit { source, means });
            rest = behind;
        }
        Self { units, escapes }
    }

    /// The text that is meant, without what means nothing.
    pub(crate) fn text(&self) -> String {
        self.units.iter().filter_map(|unit| unit.means).collect()
    }

    /// The text that is meant, with what means nothing as it stands there.
    pub(crate) fn mended(&self) -> String {
        let mut text = String::new();
        for Unit { source, means } in &self.units {
            match means {
                Some(c) => text.push(*c),
                None if is_half(source) => text.push(char::REPLACEMENT_CHARACTER),
                None => text.push_str(source),
            }
        }
        text
    }

    /// Spells another text the same way, where it is of as many characters; else with the same sorts of escapes.
    pub(crate) fn spell(&self, text: &str) -> String {
        let whole = self.units.iter().filter(|unit| unit.means.is_some()).count();
        let same = text.chars().count() == whole;
        let mut spelled = String::new();
        let mut chars = text.chars();
        for unit in &self.units {
            match unit.means {
                None => spelled.push_str(&self.broken(unit.source)),
                Some(old) if same => {
                    let new = chars.next().unwrap_or(old);
                    if new == old {
                        spelled.push_str(unit.source);
                    } else {
                        self.put(&mut spelled, new, unit.is_code());
                    }
                }
                Some(_) => {}
            }
        }
        let foreign = |unit: &&Unit<'_>| unit.means.is_some_and(|c| !c.is_ascii());
        let codes = self.units.iter().filter(foreign).all(Unit::is_code);
        // A control character that is not escaped is a fault, and stays one.
        let raw =
            |unit: &Unit<'t>| unit.means.filter(|c| c.is_ascii_control() && unit.source.len() == 1);
        let raw: BTreeSet<char> = self.units.iter().filter_map(raw).collect();
        chars.for_each(|c| {
            if raw.contains(&c) {
                return spelled.push(c);
            }
            let code = match self.escapes {
                Escapes::Json => codes && !c.is_ascii(),
                Escapes::Percent => !c.is_ascii_alphanumeric() && !"-._~".contains(c),
            };
            self.put(&mut spelled, c, code);
        });
        spelled
    }

    /// Spells a character, by its code or as it is where that may be.
    fn put(&self, spelled: &mut String, c: char, code: bool) {
        match self.escapes {
            Escapes::Percent if code => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    let digit = |four: u8| char::from_digit(four.into(), 16).unwrap_or('0');
                    spelled.push('%');
                    spelled
                        .extend([byte >> 4, byte & 15].map(digit).map(|c| c.to_ascii_uppercase()));
                }
            }
            Escapes::Json if code || c.is_ascii_control() && !"\n\r\t".contains(c) => {
                let small = self
                    .units
                    .iter()
                    .any(|unit| unit.is_code() && unit.source.contains(|c| matches!(c, 'a'..='f')));
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let escape = format!("\\u{unit:04X}");
                    spelled.push_str(&if small { escape.to_ascii_lowercase() } else { escape });
                }
            }
            Escapes::Json => match c {
                '"' | '\\' => spelled.extend(['\\', c]),
                '\n' => spelled.push_str("\\n"),
                '\r' => spelled.push_str("\\r"),
                '\t' => spelled.push_str("\\t"),
                '/' if self.units.iter().any(|unit| unit.source == "\\/") => {
                    spelled.push_str("\\/");
                }
                _ => spelled.push(c),
            },
            Escapes::Percent => spelled.push(c),
        }
    }

    /// What means nothing, without what it was made of: as broken as it was.
    fn broken(&self, source: &str) -> String {
        if self.escapes == Escapes::Percent {
            return "%FF".to_owned();
        }
        if is_half(source) {
            return source.to_owned();
        }
        let shown = source.chars().enumerate().map(|(place, c)| match c {
            '\\' => '\\',
            'u' if place == 1 => 'u',
            c if place > 1 && c.is_ascii_hexdigit() => '0',
            c if c.is_ascii_alphanumeric() => 'x',
            c => c,
        });
        shown.collect()
    }
}

impl Unit<'_> {
    /// Whether it is spelled by its code.
    fn is_code(&self) -> bool {
        self.source.starts_with("\\u") || self.source.starts_with('%') && self.source.len() > 1
    }
}

/// Whether what means nothing is half of a character: it says nothing.
fn is_half(source: &str) -> bool {
    source.len() == 6 && u16::from_str_radix(source.get(2..).unwrap_or_default(), 16).is_ok()
}

/// The length of an escape of JSON, and what it means; `escape` is what stands behind the backslash.
fn json_escape(escape: &str) -> Option<(usize, Option<char>)> {
    let first = escape.chars().next()?;
    let means = match first {
        '"' | '\\' | '/' => Some(first),
        'b' => Some('\u{8}'),
        'f' => Some('\u{c}'),
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        'u' => return Some(code_escape(escape)),
        _ => None,
    };
    Some((1 + first.len_utf8(), means))
}

/// The same of `\uXXXX`, alone or as a pair.
fn code_escape(escape: &str) -> (usize, Option<char>) {
    let unit = |text: &str| {
        let digits = text.get(1..5).filter(|four| four.bytes().all(|b| b.is_ascii_hexdigit()))?;
        u16::from_str_radix(digits, 16).ok()
    };
    let Some(first) = unit(escape) else {
        // Up to four characters that should have been digits; a quote or a backslash is something else.
        let length = escape.chars().skip(1).take(4).take_while(char::is_ascii_alphanumeric).count();
        return (2 + length, None);
    };
    let second = escape
        .get(5..)
        .and_then(|rest| rest.strip_prefix('\\'))
        .and_then(|rest| rest.starts_with('u').then(|| unit(rest)).flatten());
    let single = char::decode_utf16([first]).next().and_then(Result::ok);
    if single.is_some() {
        return (6, single);
    }
    let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
    if pair.is_some() { (12, pair) } else { (6, None) }
}

/// The length of the escapes of one character in a URL, and the character.
fn percent_escape(text: &str) -> Option<(usize, Option<char>)> {
    let byte = |at: usize| {
        let digits = text.get(at * 3..at * 3 + 3)?.strip_prefix('%')?;
        let whole = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        u8::from_str_radix(digits, 16).ok().filter(|_| whole)
    };
    let first = byte(0)?;
    let length = match first {
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf7 => 4,
        _ => 1,
    };
    let bytes: Option<Vec<u8>> = (0..length).map(byte).collect();
    let means = bytes.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok()?.chars().next());
    Some(if means.is_some() { (length * 3, means) } else { (3, None) })
}
