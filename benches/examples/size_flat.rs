//! A program that takes a message from standard input and reads it as 2b does. Its size is part of the report.

#![forbid(unsafe_code)]

use std::io::{Read as _, stdin};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut read = mimc_benches::peer::flat::decode();
    let mut message = Vec::new();
    let sound = stdin().read_to_end(&mut message).is_ok() && read(&message, "");
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
