//! How often each candidate of each group allocates for one message, by a counting allocator: a program of its own,
//! since counting takes time. Prints lines of group, candidate, messages, allocations, with tabs between.

#![forbid(unsafe_code)]

use std::error::Error;

use allocation_counter::measure;
use mimc_benches::corpus::HELD_OUT;
use mimc_benches::group::{group, names};

fn main() -> Result<(), Box<dyn Error>> {
    for name in names() {
        let mut group = group(name, HELD_OUT)?;
        for candidate in &mut group.candidates {
            // Buffers that are used again have their size when it counts.
            candidate.run(group.items)?;
            let mut done = Ok(());
            let info = measure(|| done = candidate.run(group.items));
            done?;
            println!("{name}\t{}\t{}\t{}", candidate.name, group.messages, info.count_total);
        }
    }
    Ok(())
}
