//! Running the program as a shell would.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::panic, reason = "tests")]

pub(crate) mod described;
pub(crate) mod documents;
pub(crate) mod examples;
#[cfg(unix)]
pub(crate) mod sent;

use std::io::Write as _;
use std::process::{Child, Command, Stdio};

use mimc_testkit::vectors::lines;
use serde_json::Value;

/// What a run gave.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

/// Runs `mimc` with these arguments, separated by spaces, and this standard input.
#[track_caller]
pub(crate) fn mimc(args: &str, input: impl AsRef<[u8]>) -> Ran {
    finish(spawn(args), input)
}

/// Runs `mimc` with these arguments, and these of its variables in the environment.
#[track_caller]
pub(crate) fn mimc_in(env: &[(&str, &str)], args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mimc"));
    for name in VARIABLES {
        command.env_remove(name);
    }
    command.args(args).envs(env.iter().copied());
    finish(start(&mut command), "")
}

/// The variables that `mimc curl` reads.
pub(crate) const VARIABLES: &[&str] =
    &["MIMC_TOKEN", "MIMC_APP_ID", "MIMC_APP_KEY", "MIMC_APP_SECRET", "MIMC_APP_ACCOUNT"];

/// Feeds a program its input, and waits for its end.
#[track_caller]
pub(crate) fn finish(mut child: Child, input: impl AsRef<[u8]>) -> Ran {
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.as_ref().to_vec();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    Ran {
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
        code: output.status.code(),
    }
}

/// Starts `mimc` with these arguments, separated by spaces, on pipes.
#[track_caller]
pub(crate) fn spawn(args: &str) -> Child {
    let args = args.split(' ').filter(|arg| !arg.is_empty());
    start(Command::new(env!("CARGO_BIN_EXE_mimc")).args(args))
}

/// Starts a program on pipes.
#[track_caller]
pub(crate) fn start(command: &mut Command) -> Child {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs")
}

impl Ran {
    /// The lines of standard output as JSON.
    pub(crate) fn json(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
    }
}

/// The message vectors of a file: each as a framed line, and the vector.
pub(crate) fn framed_vectors(file: &str) -> Vec<(String, Value)> {
    lines(file)
        .into_iter()
        .filter(|vector| vector["kind"] == "message" && vector.get("raw_b64").is_none())
        .map(|vector| {
            let frame = serde_json::json!({
                "bizType": vector["context"]["biz_type"], "message": vector["raw"],
            });
            (frame.to_string(), vector)
        })
        .collect()
}
