//! The notation in which the manual writes messages.
//!
//! It is JSON but for four things: a title stands before it, names have no quotes, `//` begins a comment
//! up to the end of the line, and a comma may stand before a closing brace. No string has an escape, no
//! value is true, false or null, and white space (no-break spaces too) stands only between tokens.

/// The same as JSON.
pub(crate) fn to_json(text: &str) -> String {
    let mut rest = &text[text.find('{').expect("an object")..];
    let mut json = String::new();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' => 1 + rest[1..].find('"').expect("the other quote") + 1,
            '/' => rest.find('\n').expect("a line behind the comment"),
            _ if first.is_ascii_alphabetic() => rest.find(':').expect("a value"),
            _ => first.len_utf8(),
        };
        let (token, behind) = rest.split_at(end);
        match first {
            '/' => assert!(token.starts_with("//"), "{token}"),
            '}' => json = json.trim_end_matches(',').to_owned() + "}",
            _ if first.is_ascii_alphabetic() => json.extend(["\"", token, "\""]),
            _ if first.is_whitespace() => {}
            _ => json += token,
        }
        rest = behind;
    }
    json
}
