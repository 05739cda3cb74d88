//! What the tests share.
#![allow(dead_code, unused_imports, reason = "each test file uses its own part")]
#![allow(clippy::panic, reason = "tests")]

pub(crate) mod answerer;
pub(crate) mod broken;
pub(crate) mod copies;
pub(crate) mod exact;
pub(crate) mod expectation;
pub(crate) mod facts;
pub(crate) mod forged;
pub(crate) mod law;
pub(crate) mod members;
pub(crate) mod names;
pub(crate) mod odd;
pub(crate) mod random;
pub(crate) mod refused;
pub(crate) mod strict;
pub(crate) mod tape;
#[path = "../../../mimc-msg/tests/support/vectors.rs"]
mod vectors;

pub(crate) use vectors::{cases, hex, lines, raw, text};
