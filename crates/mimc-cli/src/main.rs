//! `mimc`: decodes, converts and checks MIMC messages, and documents of the HTTP API, at a prompt or in a
//! pipe.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use mimc_cli::{Console, Program};

fn main() -> ExitCode {
    let program = match Program::parse(std::env::args_os()) {
        Ok(program) => program,
        Err(usage) => {
            // Where nobody listens, nobody is missed.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    ExitCode::from(program.run(&mut Console::standard()))
}
