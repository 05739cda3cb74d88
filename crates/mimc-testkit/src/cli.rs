//! Laws about the program `mimc`, run in memory: each panics where it does not hold.

mod commands;
mod lines;
mod pieces;
mod runs;
mod shown;
mod threads;

pub use lines::{Expected, expected, lines_are_those_of_the_input};
pub use pieces::Pieces;
pub use runs::{Ran, is_safe, run};
pub use shown::what_is_shown_is_safe;
pub use threads::threads_change_nothing;
