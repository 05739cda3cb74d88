//! Laws about the program `mimc`, run in memory: each panics where it does not hold.

mod lines;
mod pieces;
mod runs;

pub use lines::{Expected, expected, lines_are_those_of_the_input};
pub use pieces::Pieces;
pub use runs::{Ran, is_safe, run, what_is_shown_is_safe};
