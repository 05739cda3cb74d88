//! Quoting for a POSIX shell.

use crate::show::is_unsafe;

/// A word that a shell reads as this text, with a variable where the text has its placeholder.
///
/// Text stands in single quotes, where nothing means anything to a shell but a single quote; variables
/// stand in double quotes, so that their values stay one word.
pub(super) fn word(text: &str, holes: &[(String, &'static str)]) -> String {
    let mut word = String::with_capacity(text.len() + 2);
    let mut rest = text;
    while let Some((at, placeholder, variable)) = first_hole(rest, holes) {
        quote(&mut word, &rest[..at]);
        // Where it is not set, the shell stops instead of sending a hole.
        word.extend(["\"${", variable, ":?}\""]);
        rest = &rest[at + placeholder.len()..];
    }
    quote(&mut word, rest);
    if word.is_empty() { "''".to_owned() } else { word }
}

/// The placeholder that comes first.
fn first_hole<'h>(
    text: &str,
    holes: &'h [(String, &'static str)],
) -> Option<(usize, &'h str, &'static str)> {
    let found = holes.iter().filter_map(|(placeholder, variable)| {
        text.find(placeholder.as_str()).map(|at| (at, placeholder.as_str(), *variable))
    });
    found.min_by_key(|(at, ..)| *at)
}

fn quote(word: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(is_unsafe) {
        let hidden = rest[at..].find(|c| !is_unsafe(c)).map_or(rest.len(), |length| at + length);
        quote_safe(word, &rest[..at]);
        // What could steer a terminal, the shell makes of its bytes.
        word.push_str("\"$(printf '");
        word.extend(rest[at..hidden].bytes().map(|byte| format!("\\{byte:03o}")));
        word.push_str("')\"");
        rest = &rest[hidden..];
    }
    quote_safe(word, rest);
}

fn quote_safe(word: &mut String, text: &str) {
    if !text.is_empty() {
        word.push('\'');
        word.push_str(&text.replace('\'', r"'\''"));
        word.push('\'');
    }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn words_are_quoted() {
        let holes = [("123".to_owned(), "MIMC_TOKEN")];
        for (text, quoted) in [
            ("", "''"),
            ("a b", "'a b'"),
            ("it's $(x)", r"'it'\''s $(x)'"),
            ("token: 123", "'token: '\"${MIMC_TOKEN:?}\""),
            ("<123>123", "'<'\"${MIMC_TOKEN:?}\"'>'\"${MIMC_TOKEN:?}\""),
            ("123", "\"${MIMC_TOKEN:?}\""),
            ("a\u{7f}\u{9b}b", r#"'a'"$(printf '\177\302\233')"'b'"#),
        ] {
            assert_eq!(word(text, &holes), quoted);
        }
    }
}
