//! `mimc`: decodes, converts and checks MIMC messages, and documents of the HTTP API, at a prompt or in a
//! pipe.
//!
//! One file a command in `command`; `options` is what they share, `input` how lines come in, `reading`
//! how a line becomes a message, `fault` what can be wrong with it, `record` the JSON form of one, `output`
//! how results go out. `checking` checks a document against a type by its name, `curl` writes a request
//! as a line for a shell.

#![forbid(unsafe_code)]

mod args;
mod checking;
mod command;
mod curl;
mod fault;
mod input;
mod options;
mod output;
mod reading;
mod record;
mod show;
mod writing;

use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Args, Command};
use crate::output::{Failure, Outcome};

fn main() -> ExitCode {
    let args = Args::parse();
    let outcome = match args.command {
        Command::Decode(args) => command::decode::run(&args),
        Command::Encode(args) => command::encode::run(&args),
        Command::New(args) => command::new::run(&args),
        Command::Convert(args) => command::convert::run(&args),
        Command::Check(args) => command::check::run(&args),
        Command::Curl(args) => command::curl::run(&args),
        Command::Endpoints(args) => command::endpoints::run(&args),
        Command::Schema(args) => command::schema::run(&args),
        Command::Completions(args) => command::completions::run(&args),
        Command::Man(args) => command::man::run(&args),
    };
    match outcome {
        // A closed pipe: whoever read our output has seen enough, as in `mimc decode | head`.
        Ok(Outcome::AllWell) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Ok(Outcome::SomeBad) => ExitCode::from(1),
        Err(failure) => {
            output::complain(&show::safe(&format!("mimc: {failure}")));
            ExitCode::from(2)
        }
    }
}
