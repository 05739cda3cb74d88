//! What the tests share.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::panic, reason = "tests")]

pub(crate) mod broken;
pub(crate) mod copies;
pub(crate) mod exact;
pub(crate) mod expectation;
pub(crate) mod facts;
pub(crate) mod forged;
pub(crate) mod names;
pub(crate) mod odd;
pub(crate) mod refused;
pub(crate) mod strict;
