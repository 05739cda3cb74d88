//! `mimc-benches`: measures the codec against its peers.

#![forbid(unsafe_code)]

use std::error::Error;
use std::process::ExitCode;

use mimc_benches::corpus::{HELD_OUT, TUNING};
use mimc_benches::group::{group, names};
use mimc_benches::measure::Times;
use mimc_benches::program::{self, Program};
use mimc_benches::{budgets, report};

const USAGE: &str = "usage: mimc-benches [COMMAND]

  (none)                        time ratios of all groups, from one run
  GROUP                         time ratios of one group
  GROUP CANDIDATE COUNT         runs one candidate over so many items, for a profiler; what making the
                                corpus costs is what a COUNT of 0 costs
  program                       the program on a file of 1,000,000 messages, against jq, Node and Python
  program --quick               the same on few: only to see that it works
  report                        measures everything and writes benches/report/
  report --quick                measures little and writes target/report-quick/: only to see that it works
  budgets                       compares instruction counts with benches/budgets.json
  budgets --write               writes what is counted there
  groups                        names the groups
  times GROUP ROUNDS            ratios of each candidate to each, for the report";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        [] => names().try_for_each(ratios),
        ["program"] => program(program::MESSAGES, program::ROUNDS),
        ["program", "--quick"] => program(10_000, 2),
        ["report"] => report::write(&report::FULL),
        ["report", "--quick"] => report::write(&report::QUICK),
        ["budgets"] => budgets::check().map(|lines| print!("{lines}")),
        ["budgets", "--write"] => budgets::write(),
        ["groups"] => {
            names().for_each(|name| println!("{name}"));
            Ok(())
        }
        ["times", group, rounds] => times(group, rounds),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        [group] => ratios(group),
        [group, candidate, count] => profile(group, candidate, count),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mimc-benches: {error}");
            ExitCode::FAILURE
        }
    }
}

fn profile(name: &str, candidate: &str, count: &str) -> Result<(), Box<dyn Error>> {
    let mut group = group(name, TUNING)?;
    let found = group.candidate(candidate).ok_or_else(|| format!("no candidate {candidate}"))?;
    found.run(count.parse()?)?;
    Ok(())
}

fn ratios(name: &str) -> Result<(), Box<dyn Error>> {
    const ROUNDS: usize = 21;
    let times = Times::measure(&mut group(name, TUNING)?, ROUNDS)?;
    println!("{name}: time against {}", times.names()[0]);
    for (at, candidate) in times.names().iter().enumerate() {
        println!("  {candidate:24} {}", times.ratio(at, 0));
    }
    Ok(())
}

fn program(messages: usize, rounds: usize) -> Result<(), Box<dyn Error>> {
    print!("{}", Program::measure(messages, rounds)?.table());
    Ok(())
}

/// Lines of candidate, candidate, ratio, and page faults of the first, with tabs between.
fn times(name: &str, rounds: &str) -> Result<(), Box<dyn Error>> {
    let times = Times::measure(&mut group(name, HELD_OUT)?, rounds.parse()?)?;
    for (of, candidate) in times.names().iter().enumerate() {
        for (to, other) in times.names().iter().enumerate() {
            let (ratio, faults) = (times.ratio(of, to).median, times.faults(of));
            println!("{candidate}\t{other}\t{ratio}\t{faults}");
        }
    }
    Ok(())
}
