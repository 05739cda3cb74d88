//! `mimc-benches`: measures the codec against its peers.
//!
//! * `mimc-benches`: the ratios of all groups, from one run;
//! * `mimc-benches GROUP CANDIDATE COUNT`: one candidate over so many items, for a profiler. What making the
//!   corpus costs is what a COUNT of 0 costs.

#![forbid(unsafe_code)]

use std::error::Error;
use std::process::ExitCode;

use mimc_benches::corpus::TUNING;
use mimc_benches::group::{group, names};
use mimc_benches::measure::measure;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        [] => names().try_for_each(ratios),
        [group] => ratios(group),
        [group, candidate, count] => profile(group, candidate, count),
        _ => Err("usage: mimc-benches [GROUP [CANDIDATE COUNT]]".into()),
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
    let mut group = group(name, TUNING)?;
    println!("{name}: time against {}", group.candidates[0].name);
    for ratios in measure(&mut group, ROUNDS)? {
        let (low, high) = (ratios.percentile(25), ratios.percentile(75));
        println!("  {:24} {:.3}  ({low:.3} to {high:.3})", ratios.name, ratios.median());
    }
    Ok(())
}
