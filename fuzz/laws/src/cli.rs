//! The program `mimc`, run in memory.

use mimc_testkit::cli::{lines_are_those_of_the_input, what_is_shown_is_safe};

use crate::bytes::{first, line};

/// A limit of the length of lines, the sizes of the pieces in which bytes arrive in a line, and the input.
///
/// * The lines are those of a slow, obvious reading: split at LF, one CR dropped, a byte order mark at the start skipped,
///   blank ones skipped but numbered, those above the limit told without being kept.
/// * This is so however many bytes are read at once; and what is allocated is bounded by that and by the limit.
/// * `decode` and `check` give each line a line, or with `--json` an object in a line, with its number.
/// * Nothing that they print could steer a terminal; nor what `convert` and `encode` print on one.
pub fn cli_lines(data: &[u8]) {
    let (limit, rest) = first(data);
    let (pieces, input) = line(rest);
    lines_are_those_of_the_input(input, limit, pieces);
    what_is_shown_is_safe(input, pieces);
}
