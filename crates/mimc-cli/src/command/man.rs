//! `mimc man`

use std::io::Write as _;

use clap::CommandFactory as _;

use crate::console::Console;
use crate::output::{Failure, Outcome};

/// Print the manual page, or that of a command
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc man > mimc.1
  mimc man decode | man -l -
  mimc man curl create-topic | man -l -")]
pub(crate) struct Args {
    /// The command; the program itself where it is missing
    command: Vec<String>,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let mut program = crate::args::Args::command();
    program.build();
    let mut command = &program;
    for name in &args.command {
        let unknown = || Failure::Usage(format!("no command {name}"));
        command = command.find_subcommand(name).ok_or_else(unknown)?;
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    let out = &mut console.out;
    out.write_all(&page)?;
    out.flush()?;
    Ok(Outcome::AllWell)
}
