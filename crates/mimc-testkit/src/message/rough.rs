//! Texts that are nearly JSON.

use proptest::prelude::*;

use super::json::json_text;
use super::odd::odd_message;

/// Texts that begin with `{` and are nearly JSON: valid objects with a few bytes changed.
pub fn rough_json() -> impl Strategy<Value = String> {
    let edit = (
        any::<prop::sample::Index>(),
        prop::sample::select(&[
            "", "", "{", "}", "[", "]", "\"", "\\", ",", ":", "0", "-", "1", ".", "e", "+", " ",
            "\n", "\0", "\\u", "\\ud800", "\\udc00", "\"a\":1,", "\"a\":", "null", "é", "\u{feff}",
            "9999", "e999",
        ]),
        any::<bool>(),
    );
    let object = prop_oneof![
        prop::collection::vec(json_text(), 0..5).prop_map(|values| {
            let names = ["a", "version", "payload", "\\u0061", "msgId"];
            let members: Vec<String> = values
                .iter()
                .zip(names)
                .map(|(value, name)| format!("\"{name}\":{value}"))
                .collect();
            format!("{{{}}}", members.join(","))
        }),
        odd_message().prop_map(|(text, _)| text),
        (100usize..140)
            .prop_map(|depth| { format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth)) }),
    ];
    (object, prop::collection::vec(edit, 0..3)).prop_map(|(mut text, edits)| {
        for (index, insert, replace) in edits {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
            let Some(&at) = places.get(index.index(places.len().max(1))) else {
                continue;
            };
            let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
            text.replace_range(at..if replace { end } else { at }, insert);
        }
        text
    })
}
