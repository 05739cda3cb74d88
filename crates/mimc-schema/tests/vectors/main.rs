//! The vectors under `schemas/vectors/` and the documents: each line names the verdicts of the documents that apply
//! to it, these agree with what the codec reads, and each line has the form that its own document says.
//!
//! `UPDATE=1 cargo test -p mimc-schema --test vectors` writes the verdicts into the files; then run it without.
#![allow(clippy::panic, reason = "tests")]

mod applying;
mod exceptions;
mod lines;
mod portable;
mod readme;
mod relation;
mod verdicts;
