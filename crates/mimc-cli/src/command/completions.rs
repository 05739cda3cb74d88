//! `mimc completions`

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::console::Console;
use crate::output::{Failure, Outcome};

/// Print a shell's completions
#[derive(clap::Args, Debug)]
#[command(after_help = "Example:
  mimc completions bash > /etc/bash_completion.d/mimc")]
pub(crate) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    use std::io::Write as _;

    // Into memory first: the generator panics where writing fails.
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut crate::args::Args::command(), "mimc", &mut text);
    let out = &mut console.out;
    out.write_all(&text)?;
    out.flush()?;
    Ok(Outcome::AllWell)
}
