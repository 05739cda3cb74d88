//! Hostile text: what is not UTF-8 is refused at its byte, and what is text is kept to the byte.
#![allow(clippy::panic, reason = "tests")]

mod escapes;
mod invalid;
mod kept;
