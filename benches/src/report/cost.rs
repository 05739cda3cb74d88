//! What it costs to have the codec: crates, time to build, size.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use crate::measure::Spread;
use crate::tool;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
/// How often each is built.
const BUILDS: usize = 3;

/// What was found.
#[derive(Debug)]
pub(super) struct Cost {
    /// The crates of others in the tree of `mimc-msg`, and those of `serde_json` alone.
    pub(super) crates: BTreeSet<String>,
    pub(super) serde_json: BTreeSet<String>,
    /// The time of a clean release build of `mimc-msg` and of `sonic-rs` against that of `serde_json`.
    pub(super) build: Spread,
    pub(super) build_sonic: Spread,
    /// The bytes that reading messages adds to a stripped program that reads none.
    pub(super) ours: u64,
    pub(super) flat: u64,
    pub(super) tagged: u64,
}

pub(super) fn measure() -> Result<Cost, Box<dyn Error>> {
    eprintln!("cost of having it");
    let (mut build, mut build_sonic) = (Vec::new(), Vec::new());
    for _ in 0..BUILDS {
        let baseline = built("serde_json")?;
        build.push(built("mimc-msg")? / baseline);
        build_sonic.push(built("sonic-rs")? / baseline);
    }
    let nothing = size("size_nothing")?;
    let more = |example| size(example).map(|size| size.saturating_sub(nothing));
    Ok(Cost {
        crates: tree("mimc-msg")?,
        serde_json: tree("serde_json")?,
        build: Spread::range(build),
        build_sonic: Spread::range(build_sonic),
        ours: more("size_ours")?,
        flat: more("size_flat")?,
        tagged: more("size_tagged")?,
    })
}

/// A package that depends on this crate alone, as its only dependency would be written.
fn package(name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let folder = tool::target("cost")?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/lib.rs"), "")?;
    let dependency = if name == "mimc-msg" {
        format!("{{ path = {:?} }}", format!("{ROOT}/crates/mimc-msg"))
    } else {
        format!("\"={}\"", tool::version(name).ok_or("Cargo.lock lacks a crate")?)
    };
    let manifest = format!(
        "[workspace]\n[package]\nname = \"cost\"\nedition = \"2024\"\n[dependencies]\n{name} = {dependency}\n\
         [profile.release]\nlto = \"thin\"\ncodegen-units = 1\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::copy(format!("{ROOT}/Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(folder)
}

/// The crates of others that a build of this one needs, itself among them.
fn tree(name: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let folder = package(name)?;
    let mut cargo = tool::cargo();
    cargo.current_dir(&folder).args(["tree", "--offline", "--edges=normal,build"]);
    let tree = tool::stdout(cargo.args(["--prefix=none", "--format={p}"]))?;
    fs::remove_dir_all(folder)?;
    // The path of what is ours stands behind it; a crate that stands in several places has a mark.
    let others = tree.lines().filter(|line| !line.contains(" (/"));
    Ok(others.map(|line| line.trim_end_matches(" (*)").to_owned()).collect())
}

/// The seconds of a clean release build of this crate and all that it needs.
fn built(name: &str) -> Result<f64, Box<dyn Error>> {
    let folder = package(name)?;
    let mut cargo = tool::cargo();
    cargo.current_dir(&folder).args(["build", "--quiet", "--release", "--offline"]);
    cargo.arg("--target-dir").arg(folder.join("target"));
    let start = Instant::now();
    tool::stdout(&mut cargo)?;
    let seconds = start.elapsed().as_secs_f64();
    fs::remove_dir_all(folder)?;
    Ok(seconds)
}

/// The size of an example, stripped.
fn size(example: &str) -> Result<u64, Box<dyn Error>> {
    let mut cargo = tool::cargo();
    cargo.args(["build", "--quiet", "--release", "--locked", "--package=mimc-benches"]);
    cargo.args(["--example", example, "--config=profile.release.strip=true"]);
    // In a place of its own: what is measured must not be built again because it was stripped.
    let folder = tool::target("stripped")?;
    tool::stdout(cargo.arg("--target-dir").arg(&folder))?;
    Ok(fs::metadata(folder.join("release/examples").join(example))?.len())
}
