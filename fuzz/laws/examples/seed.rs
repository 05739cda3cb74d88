//! Writes the seeds of every target beside its corpus, where `fuzz/run` finds them: `fuzz/seeds/TARGET/NUMBER`.

use std::fs;
use std::io::Result;
use std::path::Path;

use mimc_fuzz_laws::{TARGETS, seeds};

fn main() -> Result<()> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds");
    for (name, _) in TARGETS {
        let folder = fuzz.join(name);
        fs::create_dir_all(&folder)?;
        let seeds = seeds(name);
        println!("{name}: {} seeds", seeds.len());
        for (number, seed) in seeds.iter().enumerate() {
            fs::write(folder.join(number.to_string()), seed)?;
        }
    }
    Ok(())
}
