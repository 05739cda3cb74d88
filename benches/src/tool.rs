//! The programs that measuring needs: cargo, rustc, gungraun's runner.

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The versions of what is compared, all in one file.
const LOCK: &str = include_str!("../../Cargo.lock");

/// The version of a crate that is compared or used.
pub(crate) fn version(name: &str) -> Option<&'static str> {
    let (_, behind) = LOCK.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    behind.split('"').next()
}

/// The cargo that runs us, else the one on the path, at the root of the workspace.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).stderr(Stdio::inherit());
    cargo
}

/// A folder beside those that cargo builds in.
pub(crate) fn target(name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let here = env::current_exe()?;
    Ok(here.ancestors().nth(2).ok_or("the program stands in no target folder")?.join(name))
}

/// A folder there that nobody else has, and that goes with what is returned.
pub(crate) fn temporary() -> Result<TempDir, Box<dyn Error>> {
    let beside = target("")?;
    Ok(tempfile::Builder::new().prefix("measuring-").tempdir_in(beside)?)
}

/// A program of ours, stripped: `--bin` or `--example`, of this name. Only it itself is built in another way than
/// what is measured, not what it depends on.
pub(crate) fn built(package: &str, sort: &str, name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let mut cargo = cargo();
    cargo.args(["rustc", "--quiet", "--release", "--locked", "--package", package, sort, name]);
    stdout(cargo.args(["--", "-Cstrip=symbols"]))?;
    let folder = if sort == "--example" { "release/examples" } else { "release" };
    Ok(target(folder)?.join(name))
}

/// gungraun's runner, which must be of gungraun's own version: installed into `target/tools` where it is not.
pub(crate) fn gungraun_runner() -> Result<PathBuf, Box<dyn Error>> {
    let version = version("gungraun").ok_or("Cargo.lock has no gungraun")?;
    let root = target("tools")?;
    let runner = root.join("bin/gungraun-runner");
    let found = Command::new(&runner).arg("--version").output();
    let right = |output: &std::process::Output| {
        String::from_utf8_lossy(&output.stdout).trim_end().ends_with(version)
    };
    if !found.as_ref().is_ok_and(right) {
        let mut install = cargo();
        install.args(["install", "--quiet", "--locked", "--root"]).arg(&root);
        install.arg("--target-dir").arg(root.join("target"));
        install.arg(format!("gungraun-runner@{version}"));
        stdout(&mut install)?;
        std::fs::remove_dir_all(root.join("target"))?;
    }
    Ok(runner)
}

/// What a program prints.
pub(crate) fn stdout(command: &mut Command) -> Result<String, Box<dyn Error>> {
    let output = command.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("{command:?} failed: {}", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// What the compiler says of itself: `rustc -vV`, the value of this line.
pub(crate) fn rustc(line: &str) -> Result<String, Box<dyn Error>> {
    let said = stdout(Command::new("rustc").arg("-vV"))?;
    let value = said.lines().find_map(|one| one.strip_prefix(line)?.strip_prefix(": "));
    Ok(value.ok_or("rustc tells no version")?.to_owned())
}
