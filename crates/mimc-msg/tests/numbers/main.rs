//! Numbers at every edge: what RULES 3 and 4 say of each, and laws that hold them to an exact reading of their digits.
#![allow(clippy::panic, reason = "tests")]

mod decimal;
mod envelope;
mod header;
mod kinds;
mod laws;
mod message;
