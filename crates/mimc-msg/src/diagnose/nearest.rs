//! Words that were probably meant.

/// Longer words are not compared.
const LONGEST: usize = 32;

/// The word that was probably meant: the same but for case and separators, or but for a slip or two.
pub(crate) fn nearest(word: &str, words: &[&'static str]) -> Option<&'static str> {
    if word.len() > LONGEST || words.contains(&word) {
        return None;
    }
    let plain = plain(word);
    if let Some(same) = words.iter().find(|known| self::plain(known) == plain) {
        return Some(same);
    }
    let slips = if word.chars().count() <= 5 { 1 } else { 2 };
    let close = words.iter().map(|known| (distance(word, known), known));
    close.filter(|(far, _)| *far <= slips).min_by_key(|(far, _)| *far).map(|(_, known)| *known)
}

/// Letters and digits, in lower case.
fn plain(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How many letters must be put in, left out, changed or swapped with the next.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let changed = row[j] + usize::from(x != y);
            let mut least = changed.min(row[j + 1] + 1).min(next[j] + 1);
            let swapped = i > 0 && j > 0 && a[i - 1] == *y && *x == b[j - 1];
            if let (true, Some(two)) = (swapped, before.get(j.wrapping_sub(1))) {
                least = least.min(two + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn slips_are_counted() {
        let cases = [
            ("", "", 0),
            ("a", "", 1),
            ("msgId", "msgID", 1),
            ("ab", "ba", 1),
            ("kitten", "sitting", 3),
        ];
        for (a, b, far) in cases {
            assert_eq!((distance(a, b), distance(b, a)), (far, far), "{a} {b}");
        }
    }

    #[test]
    fn near_words_are_found() {
        let words = &["msgId", "msgType", "timestamp", "payload"];
        assert_eq!(nearest("msgtype", words), Some("msgType"));
        assert_eq!(nearest("msg_id", words), Some("msgId"));
        assert_eq!(nearest("timestmap", words), Some("timestamp"));
        assert_eq!(nearest("payload", words), None);
        assert_eq!(nearest("uuid", words), None);
    }
}
