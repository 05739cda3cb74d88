//! Times of all candidates, for people on quiet machines: `cargo bench -p mimc-benches --bench times -- mixed/`.
//! What the report claims is measured otherwise, since this would tell of changes that there are none of on a
//! machine that has other things to do.

#![forbid(unsafe_code)]
#![allow(missing_docs, reason = "criterion's macros make functions without")]

use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use mimc_benches::corpus::TUNING;
use mimc_benches::group::{group, names};

fn times(criterion: &mut Criterion) {
    for name in names() {
        let mut group = group(name, TUNING).expect("there is a group of each name");
        let mut times = criterion.benchmark_group(name);
        times.throughput(Throughput::Elements(1));
        for candidate in &mut group.candidates {
            times.bench_function(candidate.name, |bencher| {
                bencher.iter_custom(|items| {
                    let start = Instant::now();
                    let done = candidate.run(usize::try_from(items).unwrap_or(usize::MAX));
                    let elapsed = start.elapsed();
                    done.expect("the work can be done");
                    elapsed
                });
            });
        }
        times.finish();
    }
}

criterion_group!(all, times);
criterion_main!(all);
