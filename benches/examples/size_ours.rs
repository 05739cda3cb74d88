//! A program that takes a message from standard input and reads it with the codec. Its size is part of the report.

#![forbid(unsafe_code)]

use std::io::{Read as _, stdin};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut read = mimc_benches::ours::decode::borrowed();
    let mut message = Vec::new();
    let sound = stdin().read_to_end(&mut message).is_ok() && read(&message, "");
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
