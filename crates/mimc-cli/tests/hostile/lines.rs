//! Lines that come in pieces.

use mimc_testkit::cli::lines_are_those_of_the_input as holds;
use proptest::collection::vec;
use proptest::prelude::*;

const INPUT: &[u8] =
    b"\xef\xbb\xbfab\r\n \t\nabcdefg\nabcdef\r\r\nabcdef\r\n\nab\rc\n\xef\xbb\xbf\n       \nabcdef\r";

#[test]
fn lines_do_not_depend_on_pieces() {
    for limit in 0..10 {
        for from in 0..INPUT.len() {
            for piece in 1..16 {
                holds(&INPUT[from..], limit, &[piece]);
                holds(&INPUT[..from], limit, &[piece, 0, 1]);
            }
        }
    }
}

/// A mark is no part of the first line, so it counts to no limit.
#[test]
fn a_mark_counts_to_no_limit() {
    for start in ["\u{feff}", "\u{feff}ab", "\u{feff}\u{feff}", "\u{feff}\n\u{feff}\n"] {
        for limit in 0..5 {
            holds(start.as_bytes(), limit, &[1]);
        }
    }
}

proptest! {
    /// Any bytes, any limit, any pieces.
    #[test]
    fn lines_are_those_of_the_input(
        input in vec(prop::sample::select(b"\xef\xbb\xbf\n\n\r\r \tab\0\xff".as_slice()), 0..60),
        limit in 0_usize..20,
        pieces in vec(0_u8..9, 0..6),
    ) {
        holds(&input, limit, &pieces);
    }
}
