//! What the tests share.
#![allow(dead_code, unused_imports, reason = "each test file uses its own part")]
#![allow(clippy::too_many_lines, reason = "tests")]

pub(crate) mod make;
mod vectors;

pub(crate) use vectors::{cases, hex, lines, raw, text};
