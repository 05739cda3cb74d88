//! Instruction counts of one pass, under valgrind. `cargo run -p mimc-benches -- budgets` runs this and compares.

#![forbid(unsafe_code)]
#![allow(missing_docs, reason = "gungraun's macros make items without")]

use gungraun::{
    Callgrind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main,
};
use mimc_benches::instructions::{self, Prepared, Work};

fn prepare(work: Work) -> Prepared {
    instructions::prepare(work).expect("the work can be done")
}

/// One pass; given back so that what it holds is dropped outside.
fn pass(mut prepared: Prepared) -> Prepared {
    prepared.pass().expect("the work can be done");
    prepared
}

#[library_benchmark]
#[benches::nth(iter = instructions::ours(), setup = prepare)]
fn ours(prepared: Prepared) -> Prepared {
    pass(prepared)
}

#[library_benchmark]
#[benches::nth(iter = instructions::peers(), setup = prepare)]
fn peers(prepared: Prepared) -> Prepared {
    pass(prepared)
}

library_benchmark_group!(name = all; benchmarks = ours, peers);
main!(
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"]));
    library_benchmark_groups = all
);
