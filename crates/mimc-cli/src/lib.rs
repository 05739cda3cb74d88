//! The program `mimc` as a library, so that its tests and its fuzz target can run it in memory: [`Program`] is a
//! command line, [`Console`] what it reads and writes, [`Chunks`] how lines come in. This is **no stable API**: any
//! release may change it. For messages see the crate `mimc-msg`, for the HTTP API `mimc-api`.
//!
//! One file a command in `command`; `options` is what they share, `input` which file is read, `source` what it is read
//! from, `chunks` and `lines` how it becomes lines. `work` has each line answered, by one thread or more; an answer goes to
//! a `sheet`, and the sheets to `results` in their order; `progress` is the line that tells how far that is. `reading` is how
//! a line becomes a message, `fault` what can be wrong with it, `record` the JSON form of one, `json` how that is written.
//! `seen` is what a line tells of a conversation, `threads` shows conversations, `logdiff` compares what two devices saw.
//! `checking` checks a document against a type by its name, `curl` writes a request as a line for a shell, `detecting` shows
//! why a message is of its dialect, `usage` tells of wrong arguments.

#![forbid(unsafe_code)]

mod args;
mod checking;
mod chunks;
mod command;
mod complaints;
mod console;
mod curl;
mod detecting;
mod explain;
mod fault;
mod input;
mod json;
mod lang;
mod lines;
mod logdiff;
mod options;
mod output;
mod program;
mod progress;
mod reading;
mod record;
mod report;
mod results;
mod seen;
mod sheet;
mod show;
mod source;
mod threads;
mod usage;
mod work;
mod writing;

pub use chunks::{Chunk, Chunks};
pub use console::Console;
pub use lines::{Line, Lines, TooLong};
pub use program::Program;
pub use show::is_unsafe;
