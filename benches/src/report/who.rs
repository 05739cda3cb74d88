//! Who takes part in the report.

use std::fmt::{self, Write as _};

/// A candidate: its name, what it is, and what it does less than the codec.
type Who = (&'static str, &'static str, &'static str);

/// In the order in which they are told.
const WHO: [Who; 19] = [
    (
        "tagged",
        "2a: serde_json, derived, `flatten` and an adjacently tagged enum; owned. What people write first.",
        "drops unknown members, and sees no duplicate name among them",
    ),
    (
        "flat",
        "2b: serde_json, derived, one flat struct with a `Value` for the body; owned.",
        "drops unknown members; sees neither a duplicate name among them nor bytes that are not UTF-8",
    ),
    ("value", "`serde_json::Value`, taken apart; owned.", "the last of equal names counts"),
    (
        "visitor",
        "A visitor written by hand on serde_json: UTF-8 checked once by simdutf8, borrowed, unknown members kept as \
         `RawValue`.",
        "kept JSON may have lone surrogates, any depth and duplicate names",
    ),
    (
        "sonic",
        "The same visitor on sonic-rs, unknown members kept as `LazyValue`.",
        "kept JSON may have bad escapes, lone surrogates and duplicate names; deep nesting overflows the stack",
    ),
    (
        "simd-json",
        "simd-json's borrowed value, taken apart; the message is copied, since it is parsed in place.",
        "the last of equal names counts; numbers become 64 bits",
    ),
    ("ours", "This codec, as the group says; borrowed, with one scratch.", ""),
    ("ours-str", "The same by `decode_str`, after one check of UTF-8 for many messages.", ""),
    ("ours-owned", "The same, each message made to own its texts.", ""),
    ("simdutf8", "A limit: checks that the bytes are UTF-8.", "all else"),
    ("memcpy", "A limit: copies the bytes.", "all else"),
    (
        "tagged-vec",
        "`serde_json::to_vec` of the types of 2a.",
        "has no unknown members to write, and the time as a text already",
    ),
    (
        "tagged-writer",
        "`serde_json::to_writer` of the same into a buffer that is used again.",
        "as `tagged-vec`",
    ),
    (
        "sonic-writer",
        "`sonic_rs::to_writer` of the same into a buffer that is used again.",
        "as `tagged-vec`",
    ),
    ("ours-vec", "This codec into a new vector for each message.", ""),
    (
        "ours-serde",
        "`HistoryPage` by serde_json, then each message through a scratch.",
        "checks and tells less of the page than `client::reply`, which `ours` is in `history-*`",
    ),
    (
        "ours-codec",
        "A borrowed page by serde_json, each payload by `Codec::decode_base64`.",
        "as `ours-serde`",
    ),
    (
        "standard",
        "`base64` STANDARD, `decode_slice` and `encode_slice` into a buffer that is used again.",
        "",
    ),
    (
        "base64-simd",
        "The crate of this name, into a buffer that is used again.",
        "tells no place of an error",
    ),
];

/// The table of those who take part.
pub(super) fn candidates(page: &mut String) -> fmt::Result {
    writeln!(
        page,
        "## Who takes part\n\nAll give out the same facts of each message, and their agreement is tested. No peer \
         says which dialect it read, reports deviations or notes, or refuses a duplicate name at any depth; the last \
         column tells what else one does not do.\n\n| name | what it is | does less |\n| --- | --- | --- |"
    )?;
    for (name, what, less) in WHO {
        writeln!(page, "| `{name}` | {what} | {less} |")?;
    }
    writeln!(page)
}
