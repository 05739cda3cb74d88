//! JSON texts.

use proptest::prelude::*;

/// JSON texts of all shapes: white space, escapes, odd numbers.
pub fn json_text() -> impl Strategy<Value = String> {
    let space = || prop::sample::select(&["", "", " ", "\n", "\t\r "]);
    let leaf = prop_oneof![
        prop::sample::select(&[
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1e2",
            "-1.50E-3",
            "155123027575068001"
        ])
        .prop_map(ToOwned::to_owned),
        string_text(),
    ];
    leaf.prop_recursive(5, 24, 5, move |inner| {
        prop_oneof![
            (prop::collection::vec(inner.clone(), 0..5), space()).prop_map(|(items, space)| {
                format!("[{space}{}{space}]", items.join(&format!("{space},{space}")))
            }),
            (prop::collection::vec(inner, 0..14), space()).prop_map(|(values, space)| {
                let member = |(at, value)| format!("\"n{at}\"{space}:{space}{value}");
                let members: Vec<String> = values.iter().enumerate().map(member).collect();
                format!("{{{space}{}{space}}}", members.join(&format!("{space},{space}")))
            }),
        ]
    })
}

/// A JSON string with escapes of every sort.
fn string_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z 0-9中é😀]{1,9}",
        1 => prop::sample::select(&["\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\u00e9", "\\ud83d\\ude00", "\\b\\f\\r\\t", "\u{7f}"])
            .prop_map(ToOwned::to_owned),
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}
