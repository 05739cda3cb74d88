//! The first pass and its referee.

use mimc_testkit::message::law;

/// A JSON text, or nearly.
///
/// * We and serde_json accept the same and read the same values, but for the list: duplicate names, 128 levels instead
///   of 127, numbers that no `f64` holds, a NUL behind an object.
/// * Each refusal has a place inside the text. What is refused for a duplicate name has one.
/// * As an envelope a text is read if and only if it is one JSON object.
/// * Spans are where they say, and members come in the order of the text.
/// * Cut anywhere, the members before the cut are recovered as they were.
pub fn syntax(data: &[u8]) {
    law::agrees_with_serde_json(data);
    for at in [data.len() / 4, data.len() / 2, data.len() / 4 * 3, data.len().saturating_sub(1)] {
        law::what_was_whole_is_recovered(data, at);
    }
}
