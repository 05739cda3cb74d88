//! What must hold of every document, so that the validators and generators of other languages agree on them.
#![allow(clippy::panic, reason = "tests")]

mod complete;
mod naming;
mod operations;
mod shape;
mod walk;
