//! The command line.

use clap::{Parser, Subcommand};

use crate::command;

/// Reads, converts and checks MIMC messages of every official dialect, and documents of the HTTP API.
///
/// Exit status: 0 when all is well, 1 when some input was bad, 2 for wrong usage.
#[derive(Debug, Parser)]
#[command(name = "mimc", version, propagate_version = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Decode(command::decode::Args),
    Encode(command::encode::Args),
    New(command::new::Args),
    Convert(command::convert::Args),
    Check(command::check::Args),
    Detect(command::detect::Args),
    Scrub(command::scrub::Args),
    Thread(command::thread::Args),
    Logdiff(command::logdiff::Args),
    Explain(command::explain::Args),
    Endpoints(command::endpoints::Args),
    Curl(command::curl::Args),
    Schema(command::schema::Args),
    Completions(command::completions::Args),
    Man(command::man::Args),
}
