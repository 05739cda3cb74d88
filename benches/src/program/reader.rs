//! Who reads the file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

const NODE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/program/lines.mjs");
const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/program/lines.py");

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
    let python = python().ok_or("Python is not installed")?;
    let reader = with_orjson(&python).or_else(|| {
        let environment = folder.join("python");
        said(&python, &["-m", "venv", environment.to_str()?])?;
        let python = environment.join("bin/python");
        said(&python, &["-m", "pip", "install", "--quiet", "orjson"])?;
        with_orjson(&python)
    });
    reader.ok_or_else(|| "`orjson` is not installed for Python, nor can be".to_owned())
}

/// Where Python is.
fn python() -> Option<PathBuf> {
    said("python3", &["-c", "import sys; print(sys.executable)"]).map(PathBuf::from)
}

/// This Python, where it has orjson.
fn with_orjson(python: &Path) -> Option<Reader> {
    let version = said(python, &["-c", "import orjson; print(orjson.__version__)"])?;
    Some(Reader {
        name: "orjson",
        what: format!("`orjson.loads` and `dumps` of each line (Python, orjson {version})"),
        less: "takes no line for a message, as `jq`; the last of equal names counts, large numbers become doubles",
        program: python.to_owned(),
        arguments: vec![PYTHON.into()],
    })
}

/// What a program prints; None where there is none or it fails.
fn said(program: impl AsRef<Path>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program.as_ref()).args(arguments).output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| printed.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use serde_json::Value;

    use super::{jq, node, python, with_orjson};
    use crate::{program::file, tool};

    /// Whoever of the peers is installed gives back every message.
    #[test]
    fn peers_answer_each_line_by_the_same_message() -> Result<(), Box<dyn Error>> {
        let folder = tool::temporary()?;
        let path = folder.path().join("messages.jsonl");
        file::write(&path, 6000)?;
        let written = std::fs::read_to_string(&path)?;
        let peers = [jq().ok(), node().ok(), python().and_then(|python| with_orjson(&python))];
        for peer in peers.into_iter().flatten() {
            let answer = tool::stdout(&mut peer.command(&path))?;
            assert_eq!(answer.lines().count(), 6000, "{}", peer.name);
            for (line, answer) in written.lines().zip(answer.lines()) {
                let (line, answer): (Value, Value) =
                    (serde_json::from_str(line)?, serde_json::from_str(answer)?);
                for member in ["msgId", "msgType", "timestamp"] {
                    assert_eq!(line[member], answer[member], "{}: {line}", peer.name);
                }
            }
        }
        Ok(())
    }
}
