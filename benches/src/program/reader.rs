//! Who reads the file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

const NODE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/program/lines.mjs");
const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/program/lines.py");
const ORJSON: &str = "import orjson; print(orjson.__version__)";

/// A program, and how it is called.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    pub(super) name: &'static str,
    /// With its version.
    pub(super) what: String,
    /// What it does less than `mimc`.
    pub(super) less: &'static str,
    program: PathBuf,
    arguments: Vec<OsString>,
}

impl Reader {
    /// Has it read this file.
    pub(super) fn command(&self, file: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).arg(file);
        command
    }
}

/// The peers that are installed, the baseline first, then this `mimc`; and why the others are not.
pub(super) fn installed(mimc: &Path, folder: &Path) -> (Vec<Reader>, Vec<String>) {
    let (mut readers, mut missing) = (Vec::new(), Vec::new());
    for peer in [jq(), node(), orjson(folder)] {
        match peer {
            Ok(peer) => readers.push(peer),
            Err(why) => missing.push(why),
        }
    }
    let ours = |name, threads: &[&str], what: &str| Reader {
        name,
        what: format!("`mimc decode --json`, {what}"),
        less: "",
        program: mimc.to_owned(),
        arguments: ["decode", "--json"].iter().chain(threads).map(OsString::from).collect(),
    };
    readers.push(ours("mimc", &["--threads", "1"], "one thread"));
    readers.push(ours("mimc-all", &[], "a thread for each core"));
    (readers, missing)
}

fn jq() -> Result<Reader, String> {
    let version = said("jq", &["--version"]).ok_or("`jq` is not installed")?;
    Ok(Reader {
        name: "jq",
        what: format!("`jq -c .` ({version})"),
        less: "takes no line for a message: no kind, body, dialect, deviation or note, and refuses none that is \
               malformed; the last of equal names counts, bad UTF-8 is replaced, numbers become doubles",
        program: "jq".into(),
        arguments: ["-c", "."].map(OsString::from).into(),
    })
}

fn node() -> Result<Reader, String> {
    let version = said("node", &["--version"]).ok_or("Node is not installed")?;
    Ok(Reader {
        name: "node",
        what: format!(
            "`JSON.parse` and `JSON.stringify` of each line, cut from a `Buffer` (Node {version})"
        ),
        less: "as `jq`",
        program: "node".into(),
        arguments: vec![NODE.into()],
    })
}

/// orjson for the Python that there is, else in an environment of its own in this folder.
fn orjson(folder: &Path) -> Result<Reader, String> {
    let python = said("python3", &["-c", "import sys; print(sys.executable)"])
        .ok_or("Python is not installed")?;
    let version = |python: &Path| said(python, &["-c", ORJSON]);
    let mut program = PathBuf::from(python);
    if version(&program).is_none() {
        let environment = folder.join("python");
        let made = Command::new(&program).args(["-m", "venv"]).arg(&environment).status();
        program = environment.join("bin/python");
        if made.is_ok_and(|status| status.success()) {
            said(&program, &["-m", "pip", "install", "--quiet", "orjson"]);
        }
    }
    let version = version(&program).ok_or("`orjson` is not installed for Python, nor can be")?;
    Ok(Reader {
        name: "orjson",
        what: format!("`orjson.loads` and `dumps` of each line (Python, orjson {version})"),
        less: "takes no line for a message, as `jq`; the last of equal names counts, large numbers become doubles",
        program,
        arguments: vec![PYTHON.into()],
    })
}

/// What a program prints; None where there is none or it fails.
fn said(program: impl AsRef<Path>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program.as_ref()).args(arguments).output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| printed.trim().to_owned())
}
