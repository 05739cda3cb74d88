//! What it costs to have the codec: crates, time to build, size.

use std::error::Error;
use std::fs;
use std::time::Instant;

use tempfile::TempDir;

use super::crates::Crates;
use super::effort::Effort;
use crate::measure::Spread;
use crate::tool;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What was found.
#[derive(Debug)]
pub(super) struct Cost {
    /// The crates of others that `mimc-msg` needs, and those that `serde_json` alone does, itself among them.
    pub(super) crates: Crates,
    pub(super) serde_json: Crates,
    /// Clean release builds: of `serde_json`, `mimc-msg` and `sonic-rs`.
    pub(super) builds: [Build; 3],
    /// The bytes of a stripped program that reads no messages, and of those that do.
    pub(super) nothing: u64,
    pub(super) readers: [(&'static str, u64); 3],
    /// The bytes of `mimc`, stripped.
    pub(super) program: u64,
}

/// A crate that was built, with all that it needs.
#[derive(Debug)]
pub(super) struct Build {
    pub(super) name: &'static str,
    pub(super) seconds: Spread,
    /// Against the first, of the same turn.
    pub(super) ratio: Spread,
}

pub(super) fn measure(effort: &Effort, program: u64) -> Result<Cost, Box<dyn Error>> {
    let size = |example| {
        eprintln!("cost of having it: {example}");
        Ok::<_, Box<dyn Error>>(
            fs::metadata(tool::built("mimc-benches", "--example", example)?)?.len(),
        )
    };
    Ok(Cost {
        crates: tree("mimc-msg")?,
        serde_json: tree("serde_json")?,
        builds: builds(effort.builds)?,
        nothing: size("size_nothing")?,
        readers: [
            ("ours", size("size_ours")?),
            ("flat", size("size_flat")?),
            ("tagged", size("size_tagged")?),
        ],
        program,
    })
}

/// A package that depends on this crate alone, as its only dependency would be written.
fn package(name: &str) -> Result<TempDir, Box<dyn Error>> {
    let folder = tool::temporary()?;
    fs::create_dir_all(folder.path().join("src"))?;
    fs::write(folder.path().join("src/lib.rs"), "")?;
    let dependency = if name == "mimc-msg" {
        format!("{{ path = {:?} }}", format!("{ROOT}/crates/mimc-msg"))
    } else {
        format!("\"={}\"", tool::version(name).ok_or("Cargo.lock lacks a crate")?)
    };
    let manifest = format!(
        "[workspace]\n[package]\nname = \"cost\"\nedition = \"2024\"\n[dependencies]\n{name} = {dependency}\n\
         [profile.release]\nlto = \"thin\"\ncodegen-units = 1\n"
    );
    fs::write(folder.path().join("Cargo.toml"), manifest)?;
    fs::copy(format!("{ROOT}/Cargo.lock"), folder.path().join("Cargo.lock"))?;
    Ok(folder)
}

/// The crates of others that a build of this one needs.
fn tree(name: &str) -> Result<Crates, Box<dyn Error>> {
    let folder = package(name)?;
    let mut cargo = tool::cargo();
    cargo.current_dir(&folder).args(["tree", "--offline", "--edges=normal,build"]);
    Ok(Crates::read(&tool::stdout(cargo.args(["--prefix=depth", "--format={p}"]))?))
}

/// Builds each in turn, so many times.
fn builds(times: usize) -> Result<[Build; 3], Box<dyn Error>> {
    let mut all = ["serde_json", "mimc-msg", "sonic-rs"].map(|name| (name, vec![], vec![]));
    for turn in 1..=times {
        let mut baseline = None;
        for (name, seconds, ratios) in &mut all {
            eprintln!("cost of having it, {turn} of {times}: a clean build of {name}");
            let took = build(name)?;
            seconds.push(took);
            ratios.push(took / *baseline.get_or_insert(took));
        }
    }
    Ok(all.map(|(name, seconds, ratios)| Build {
        name,
        seconds: Spread::range(seconds),
        ratio: Spread::range(ratios),
    }))
}

/// The seconds of a clean release build of this crate and all that it needs.
fn build(name: &str) -> Result<f64, Box<dyn Error>> {
    let folder = package(name)?;
    let mut cargo = tool::cargo();
    cargo.current_dir(&folder).args(["build", "--quiet", "--release", "--offline"]);
    cargo.arg("--target-dir").arg(folder.path().join("target"));
    let start = Instant::now();
    tool::stdout(&mut cargo)?;
    Ok(start.elapsed().as_secs_f64())
}
