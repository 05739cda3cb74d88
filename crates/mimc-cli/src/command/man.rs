//! `mimc man`

use std::io::Write as _;

use clap::CommandFactory as _;

use crate::output::{self, Failure, Outcome};

/// Print the manual page, or that of a command
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc man > mimc.1
  mimc man decode | man -l -")]
pub(crate) struct Args {
    /// The command; the program itself where it is missing
    command: Option<String>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let mut program = crate::args::Args::command();
    program.build();
    let command = match &args.command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone(),
            None => return Err(Failure::Usage(format!("no command {}", crate::show::safe(name)))),
        },
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    let mut out = output::open();
    out.write_all(&page)?;
    out.flush()?;
    Ok(Outcome::AllWell)
}
