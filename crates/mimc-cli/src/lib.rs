//! The program `mimc` as a library, so that its tests and its fuzz target can run it in memory: [`Program`] is a
//! command line, [`Console`] what it reads and writes, [`Lines`] how lines come in. This is **no stable API**: any
//! release may change it. For messages see the crate `mimc-msg`, for the HTTP API `mimc-api`.
//!
//! One file a command in `command`; `options` is what they share, `input` which file is read and `lines` how it
//! becomes lines, `reading` how a line becomes a message, `fault` what can be wrong with it, `record` the JSON form
//! of one, `output` how results go out. `checking` checks a document against a type by its name, `curl` writes a
//! request as a line for a shell, `usage` tells of wrong arguments.

#![forbid(unsafe_code)]

mod args;
mod checking;
mod command;
mod console;
mod curl;
mod fault;
mod input;
mod lines;
mod options;
mod output;
mod program;
mod reading;
mod record;
mod show;
mod usage;
mod writing;

pub use console::Console;
pub use lines::{Line, Lines, TooLong};
pub use program::Program;
pub use show::is_unsafe;
