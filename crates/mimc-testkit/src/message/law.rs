//! Laws about one message, whoever made it: each panics where it does not hold. Proptest and the fuzzer share them.

mod base64;
mod decoding;
mod diagnosing;
mod encoding;
mod evidence;
mod known;
mod outline;
mod syntax;
mod transcoding;

pub use base64::{base64_comes_back, base64_is_as_the_referee_says};
pub use decoding::{comes_back, pins_agree, strict_is_lenient_without_deviations};
pub use decoding::{
    errors_have_places, every_way_in_agrees, the_header_agrees, white_space_means_nothing,
};
pub use diagnosing::{diagnosis_agrees, spans_are_places};
pub use encoding::{appends_or_leaves_alone, strict_decoding_reads_it};
pub use evidence::the_evidence_is_for_the_verdict;
pub use outline::{an_outline_is_in_order, the_outline_of_json_is_exact};
pub use syntax::{agrees_with_serde_json, what_was_whole_is_recovered};
pub use transcoding::what_is_not_lost_is_kept;
