//! A program that takes a message from standard input and does nothing with it: what the others are compared with. Its size is part of the report.

#![forbid(unsafe_code)]

use std::io::{Read as _, stdin};
use std::process::ExitCode;

fn main() -> ExitCode {
    let read = |bytes: &[u8], _: &str| !bytes.is_empty();
    let mut message = Vec::new();
    let sound = stdin().read_to_end(&mut message).is_ok() && read(&message, "");
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
