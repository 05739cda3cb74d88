//! Which characters may stand for which: those of the same script and sort, with as many bytes of UTF-8.

/// Characters of which any may stand for any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    /// The first one, which also names the class.
    first: u32,
    size: u16,
    sort: Sort,
}

/// What the characters of a class have in common, beside where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// All in the range.
    Any,
    Numeric,
    Lower,
    Upper,
    /// Letters without case.
    Letter,
}

/// Ranges of which every character will do: no mark, no blank, nothing that is not assigned.
const RANGES: &[(char, char)] = &[
    ('0', '9'),
    ('A', 'Z'),
    ('a', 'z'),
    ('\u{2600}', '\u{26ff}'),
    ('\u{2701}', '\u{2775}'),
    ('\u{2794}', '\u{27bf}'),
    // Hiragana, Katakana.
    ('\u{3041}', '\u{3094}'),
    ('\u{30a1}', '\u{30fa}'),
    // Han.
    ('\u{3400}', '\u{4db5}'),
    ('\u{4e00}', '\u{9fa5}'),
    // Hangul.
    ('\u{ac00}', '\u{d7a3}'),
    // For private use: emoji of old phones.
    ('\u{e000}', '\u{efff}'),
    ('\u{f000}', '\u{f8ff}'),
    // Of full and of half width.
    ('\u{ff10}', '\u{ff19}'),
    ('\u{ff21}', '\u{ff3a}'),
    ('\u{ff41}', '\u{ff5a}'),
    ('\u{ff71}', '\u{ff9d}'),
    // Flags.
    ('\u{1f1e6}', '\u{1f1ff}'),
    // Emoji; the marks of skin stay.
    ('\u{1f300}', '\u{1f3fa}'),
    ('\u{1f400}', '\u{1f5ff}'),
    ('\u{1f600}', '\u{1f64f}'),
    ('\u{1f680}', '\u{1f6c5}'),
    ('\u{1f910}', '\u{1f93a}'),
    ('\u{1f947}', '\u{1f9ff}'),
    ('\u{20000}', '\u{2a6d6}'),
];

/// What of ASCII is neither letter nor digit, for texts of which nothing stays: controls and blanks, punctuation.
const OTHERS: [(char, char); 5] = [('\0', ' '), ('!', '/'), (':', '@'), ('[', '`'), ('{', '~')];

/// The size of the blocks of other scripts.
const BLOCK: u32 = 128;

impl Class {
    /// The class of a character, and which of it the character is; None for what stays: marks, blanks, controls.
    pub(crate) fn of(c: char) -> Option<(Self, u16)> {
        let after = RANGES.partition_point(|(first, _)| *first <= c);
        let range = after.checked_sub(1).and_then(|at| RANGES.get(at));
        if let Some(range) = range.filter(|(_, last)| c <= *last) {
            return Self::range(c, *range);
        }
        let sort = Sort::of(c)?;
        let first = u32::from(c) / BLOCK * BLOCK;
        let before = |end: u32| (first..end).filter(|code| sort.has(*code)).count();
        let size = u16::try_from(before(first + BLOCK)).ok()?;
        let index = u16::try_from(before(u32::from(c))).ok()?;
        Some((Self { first, size, sort }, index))
    }

    /// The same for a text of which no ASCII stays.
    pub(crate) fn of_any(c: char) -> Option<(Self, u16)> {
        let other = OTHERS.into_iter().find(|(first, last)| (*first..=*last).contains(&c));
        other.map_or_else(|| Self::of(c), |range| Self::range(c, range))
    }

    fn range(c: char, (first, last): (char, char)) -> Option<(Self, u16)> {
        let first = u32::from(first);
        let size = u16::try_from(u32::from(last) - first + 1).ok()?;
        let index = u16::try_from(u32::from(c) - first).ok()?;
        Some((Self { first, size, sort: Sort::Any }, index))
    }

    pub(crate) fn size(self) -> u16 {
        self.size
    }

    /// The character of this number.
    pub(crate) fn nth(self, index: u16) -> Option<char> {
        let code = match self.sort {
            Sort::Any => self.first + u32::from(index),
            sort => (self.first..self.first + BLOCK)
                .filter(|code| sort.has(*code))
                .nth(usize::from(index))?,
        };
        char::from_u32(code)
    }

    /// What tells it from all others.
    pub(crate) fn name(self) -> [u8; 5] {
        let [a, b, c, d] = self.first.to_le_bytes();
        [a, b, c, d, self.sort as u8]
    }
}

impl Sort {
    fn of(c: char) -> Option<Self> {
        let invisible = matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}');
        let ranged = RANGES.iter().any(|(first, last)| (*first..=*last).contains(&c));
        if c.is_ascii() || invisible || ranged {
            return None;
        }
        let private = matches!(u32::from(c), 0xf_0000..=0xf_fffd | 0x10_0000..=0x10_fffd);
        match c {
            _ if c.is_numeric() => Some(Self::Numeric),
            _ if c.is_lowercase() => Some(Self::Lower),
            _ if c.is_uppercase() => Some(Self::Upper),
            _ if c.is_alphabetic() || private => Some(Self::Letter),
            _ => None,
        }
    }

    fn has(self, code: u32) -> bool {
        char::from_u32(code).and_then(Self::of) == Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Class;

    /// Every character has its number in its class, and the others of it are like it.
    #[test]
    fn classes_are_closed() {
        // Every seventh, since all take a while.
        for c in ('\0'..=char::MAX).step_by(7) {
            let Some((class, index)) = Class::of(c) else {
                assert!(
                    !c.is_alphanumeric() || "\u{115f}\u{1160}\u{3164}\u{ffa0}".contains(c),
                    "{c:?}"
                );
                continue;
            };
            assert_eq!(class.nth(index), Some(c));
            assert!(index < class.size());
            let other = class.nth((index + 1) % class.size()).expect("another one");
            assert_eq!(other.len_utf8(), c.len_utf8(), "{c:?} {other:?}");
            assert_eq!(Class::of(other).map(|(class, _)| class), Some(class), "{c:?} {other:?}");
            assert!(!other.is_whitespace() && !other.is_control(), "{other:?}");
            assert_eq!(other.is_ascii_digit(), c.is_ascii_digit());
            assert_eq!(other.is_alphanumeric(), c.is_alphanumeric(), "{c:?} {other:?}");
        }
    }
}
