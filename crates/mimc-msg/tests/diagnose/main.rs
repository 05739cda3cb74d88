//! Diagnosing: what it says is what decoding says, and more.

mod faults;
mod many;
mod tie;
