//! Runs other programs, and says what went wrong with them.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// Why a check could not be made. A check that was made and failed gives findings instead.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// A program could not be started.
    #[error("cannot run {program}")]
    Start {
        /// Which.
        program: String,
        /// Why not.
        source: std::io::Error,
    },
    /// A program failed.
    #[error("{command} failed:\n{stderr}")]
    Failed {
        /// The program and its arguments.
        command: String,
        /// What it said.
        stderr: String,
    },
    /// A file could not be read or written.
    #[error("cannot read or write {file}")]
    File {
        /// Which.
        file: String,
        /// Why not.
        source: std::io::Error,
    },
    /// A document is not what it should be.
    #[error("{what} cannot be understood")]
    Document {
        /// Which document.
        what: String,
        /// Why not.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// What `cargo` prints.
pub(crate) fn cargo<S: AsRef<OsStr>>(root: &Path, arguments: &[S]) -> Result<String, Fault> {
    cargo_with(root, arguments, &[])
}

/// The same, with variables of the environment.
pub(crate) fn cargo_with<S: AsRef<OsStr>>(
    root: &Path,
    arguments: &[S],
    variables: &[(&str, &OsStr)],
) -> Result<String, Fault> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(&program);
    command.current_dir(root).args(arguments).envs(variables.iter().copied());
    let output = command.output().map_err(|source| Fault::Start {
        program: program.to_string_lossy().into_owned(),
        source,
    })?;
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        return Err(Fault::Failed { command: format!("{command:?}"), stderr });
    }
    String::from_utf8(output.stdout)
        .map_err(|source| Fault::Document { what: format!("{command:?}"), source: source.into() })
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String, Fault> {
    std::fs::read_to_string(path)
        .map_err(|source| Fault::File { file: path.display().to_string(), source })
}
