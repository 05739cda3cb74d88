//! `mimc curl`

use std::io::Write as _;

use clap::{ArgMatches, Command, FromArgMatches};
use mimc_api::endpoints::{self, Visitor};
use mimc_api::{Base, Endpoint};

use crate::complaints::Complaints;
use crate::console::Console;
use crate::curl::{self, Flags};
use crate::output::{Failure, Outcome};

/// What `mimc curl` was asked for. Each endpoint is a command with flags of its own, made from its type.
#[derive(Debug)]
pub(crate) struct Args {
    endpoint: String,
    matches: ArgMatches,
}

/// The options of every endpoint.
#[derive(clap::Args, Debug)]
struct Options {
    /// Where the server is
    #[arg(long, value_name = "URL", default_value_t = Base::mimc(), global = true)]
    base: Base,

    /// Write the values of the environment themselves, secrets and all
    #[arg(long, global = true)]
    reveal: bool,
}

impl FromArgMatches for Args {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        match matches.subcommand() {
            Some((endpoint, matches)) => {
                Ok(Self { endpoint: endpoint.to_owned(), matches: matches.clone() })
            }
            None => Err(clap::Error::new(clap::error::ErrorKind::MissingSubcommand)),
        }
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl clap::Args for Args {
    fn augment_args(command: Command) -> Command {
        Options::augment_args(command)
            .about("Print a request of the HTTP API as a curl line")
            .long_about(
                "Print a request of the HTTP API as a curl line\n\n\
                 Each endpoint takes its own fields as flags: `mimc curl ENDPOINT --help` lists them, `mimc \
                 endpoints` the endpoints. A shell runs the line as it is. Secrets come from the environment: \
                 MIMC_TOKEN, MIMC_APP_SECRET; so may MIMC_APP_ID, MIMC_APP_KEY and MIMC_APP_ACCOUNT. The line \
                 has the variables, not their values, unless --reveal is given.",
            )
            .after_help(
                "Examples:\n  \
                 mimc curl create-topic --app-id 1 --topic-name g --accounts ada,bo\n  \
                 mimc curl push-p2p --from-account ada --to-account bo --msg hi | sh\n  \
                 mimc curl list-contacts --base http://127.0.0.1:8080",
            )
            .subcommand_required(true)
            .arg_required_else_help(true)
            .disable_help_subcommand(true)
            .subcommand_value_name("ENDPOINT")
            .subcommand_help_heading("Endpoints")
            .defer(with_endpoints)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn with_endpoints(command: Command) -> Command {
    struct Add(Vec<Command>);

    impl Visitor for Add {
        fn visit<E: Endpoint>(&mut self) {
            self.0.push(curl::command_of::<E>());
        }
    }

    let mut add = Add(Vec::new());
    endpoints::visit_all(&mut add);
    command.subcommands(add.0)
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    struct Compose<'a, 'c> {
        args: &'a Args,
        err: &'a Complaints<'c>,
        line: Result<String, Failure>,
    }

    impl Visitor for Compose<'_, '_> {
        fn visit<E: Endpoint>(&mut self) {
            self.line = compose::<E>(&self.args.matches, self.err);
        }
    }

    let mut compose = Compose { args, err: &console.err, line: Ok(String::new()) };
    endpoints::visit_named(&args.endpoint, &mut compose);
    let line = compose.line?;
    let out = &mut console.out;
    writeln!(out, "{line}")?;
    out.flush()?;
    Ok(Outcome::AllWell)
}

fn compose<E: Endpoint>(matches: &ArgMatches, err: &Complaints<'_>) -> Result<String, Failure> {
    let options =
        Options::from_arg_matches(matches).map_err(|error| Failure::Usage(error.to_string()))?;
    curl::compose::<E>(&Flags::new(matches)?, &options.base, options.reveal, err)
}
