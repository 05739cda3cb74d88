//! Base64 in whatever form, with the way back to its characters.

use std::ops::Range;

use crate::base64::Base64Forms;

/// Where the characters of a base64 text stand that count: runs of them, by the first one's number and place.
#[derive(Clone, Debug)]
pub(crate) struct Runs {
    firsts: Vec<(usize, usize)>,
    count: usize,
    /// The end of the text.
    end: usize,
}

impl Runs {
    /// Of a text in which all bytes count that `counts` takes.
    fn of(text: &[u8], counts: impl Fn(usize) -> bool) -> Self {
        Self::at((0..text.len()).filter(|at| counts(*at)), text.len())
    }

    /// Of characters that stand at these places, in a text that ends there.
    pub(crate) fn at(places: impl Iterator<Item = usize>, end: usize) -> Self {
        let (mut firsts, mut count, mut next) = (Vec::new(), 0, None);
        for at in places {
            if next != Some(at) {
                firsts.push((count, at));
            }
            next = Some(at + 1);
            count += 1;
        }
        Self { firsts, count, end }
    }

    /// Of a text that was read in these forms.
    pub(crate) fn in_forms(text: &[u8], forms: Base64Forms) -> Self {
        Self::at(Self::counted(text, forms), text.len())
    }

    /// Where the characters of a text stand that count in these forms.
    pub(crate) fn counted(text: &[u8], forms: Base64Forms) -> impl Iterator<Item = usize> + '_ {
        (0..text.len()).filter(move |&at| {
            let breaks = text[at] == b'\n' || text[at] == b'\r' && text.get(at + 1) == Some(&b'\n');
            !(forms.is_mime() && breaks)
        })
    }

    /// Where the character of this number stands.
    fn nth(&self, nth: usize) -> Option<usize> {
        if nth >= self.count {
            return None;
        }
        let next = self.firsts.partition_point(|(first, _)| *first <= nth);
        self.firsts.get(next.saturating_sub(1)).map(|(first, at)| at + (nth - first))
    }

    /// The characters that these bytes come from.
    pub(crate) fn span(&self, bytes: Range<usize>) -> Range<usize> {
        let number = |byte: usize| byte / 3 * 4 + byte % 3;
        let start = self.nth(number(bytes.start)).unwrap_or(self.end);
        if bytes.is_empty() {
            return start..start;
        }
        // A byte ends in the character behind the one that it begins in.
        let end = self.nth(number(bytes.end - 1) + 1).map_or(self.end, |at| at + 1);
        start..end.max(start)
    }
}

/// What a text is in base64 that need not be whole, and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Loose {
    pub(crate) bytes: Vec<u8>,
    pub(crate) runs: Runs,
    /// Runs of characters that are none of base64, further than at most one.
    pub(crate) strange: Vec<Range<usize>>,
}

/// Reads what can be read of a text as base64: both alphabets, without padding, over whatever else stands in it.
///
/// None where the better part of it is no base64.
pub(crate) fn loose(text: &[u8]) -> Option<Loose> {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte);
    let is_padding = |byte: u8| matches!(byte, b'=' | b'\r' | b'\n');
    let mut strange: Vec<Range<usize>> = Vec::new();
    for (at, byte) in text.iter().enumerate() {
        let inner_padding =
            *byte == b'=' && text[at..].iter().take(3).any(|later| is_digit(*later));
        if !is_digit(*byte) && !is_padding(*byte) || inner_padding {
            match strange.last_mut() {
                Some(last) if last.end == at => last.end = at + 1,
                _ => strange.push(at..at + 1),
            }
        }
    }
    let wrong: usize = strange.iter().map(Range::len).sum();
    if wrong * 4 > text.len() {
        return None;
    }
    let runs = Runs::of(text, |at| is_digit(text[at]));
    let mut digits: Vec<u8> = text.iter().copied().filter(|byte| is_digit(*byte)).collect();
    // A lone last character is less than a byte.
    if digits.len() % 4 == 1 {
        digits.pop();
    }
    clear_unused_bits(&mut digits);
    let bytes = Base64Forms::CANONICAL.unpadded().url_safe().decode(&digits);
    Some(Loose { bytes: bytes.ok()?, runs, strange })
}

/// Sets the bits of the last character to zero that no byte has.
fn clear_unused_bits(digits: &mut [u8]) {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mask = match digits.len() % 4 {
        2 => 0b11_0000,
        3 => 0b11_1100,
        _ => return,
    };
    let Some(last) = digits.last_mut() else { return };
    let plain = match *last {
        b'-' => b'+',
        b'_' => b'/',
        other => other,
    };
    if let Some(value) = ALPHABET.iter().position(|digit| *digit == plain) {
        *last = ALPHABET[value & mask];
    }
}
