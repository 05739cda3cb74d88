//! A command line that can be run.

use std::ffi::OsString;

use clap::Parser as _;

use crate::args::{Args, Command};
use crate::command;
use crate::console::Console;
use crate::output::{Failure, Outcome};
use crate::show;
use crate::usage;

/// What `mimc` was asked to do.
#[derive(Debug)]
pub struct Program(Args);

impl Program {
    /// Reads arguments, of which the first is the name of the program.
    ///
    /// # Errors
    ///
    /// What is wrong with them, or the help that they ask for. Nothing in it can steer a terminal.
    pub fn parse<I, T>(args: I) -> Result<Self, clap::Error>
    where
        I: IntoIterator<Item = T>,
        T: Into<OsString> + Clone,
    {
        Args::try_parse_from(args).map(Self).map_err(usage::cleaned)
    }

    /// Does it, and gives the exit status: 0 when all is well, 1 when some input was bad, 2 for wrong usage.
    pub fn run(&self, console: &mut Console<'_>) -> u8 {
        let outcome = match &self.0.command {
            Command::Decode(args) => command::decode::run(args, console),
            Command::Encode(args) => command::encode::run(args, console),
            Command::New(args) => command::new::run(args, console),
            Command::Convert(args) => command::convert::run(args, console),
            Command::Check(args) => command::check::run(args, console),
            Command::Detect(args) => command::detect::run(args, console),
            Command::Scrub(args) => command::scrub::run(args, console),
            Command::Thread(args) => command::thread::run(args, console),
            Command::Logdiff(args) => command::logdiff::run(args, console),
            Command::Explain(args) => command::explain::run(args, console),
            Command::Curl(args) => command::curl::run(args, console),
            Command::Endpoints(args) => command::endpoints::run(args, console),
            Command::Schema(args) => command::schema::run(args, console),
            Command::Completions(args) => command::completions::run(args, console),
            Command::Man(args) => command::man::run(args, console),
        };
        console.err.clear();
        match outcome {
            // A closed pipe: whoever read our output has seen enough, as in `mimc decode | head`.
            Ok(Outcome::AllWell) | Err(Failure::ClosedPipe) => 0,
            Ok(Outcome::SomeBad) => 1,
            Err(failure) => {
                console.err.tell(&show::safe(&format!("mimc: {failure}")));
                2
            }
        }
    }
}
