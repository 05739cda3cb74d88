//! Legal requests and answers of every endpoint, made from a tape of choices.
//!
//! A [`Law`] is about one endpoint, whichever it is, and [`for_each`] holds it against all of them. [`make`] makes
//! a request, [`Tape::value`] an answer or any other value.

pub mod law;
mod members;
mod random;
mod tape;

pub use law::{Law, Made, choices, for_each, for_nth, make, tape};
pub use members::members_of;
pub use tape::Tape;
