//! The commands that read messages or documents, with their options.

use std::sync::LazyLock;

use mimc_cli::Program;

/// The longest line of these runs, in bytes.
pub(super) const LIMIT: usize = 4096;

/// A command that reads messages, or documents.
pub(super) struct Reader {
    pub(super) args: &'static str,
    pub(super) program: Program,
    /// The same, for one thread and for three.
    pub(super) alone: Program,
    pub(super) shared: Program,
}

fn readers(commands: &[&'static str]) -> Vec<Reader> {
    let reader = |args: &&'static str| {
        let limit = format!("--max-line={LIMIT}");
        let program = |more: &[&str]| {
            let words = ["mimc"].into_iter().chain(args.split(' ')).chain([&*limit]);
            Program::parse(words.chain(more.iter().copied())).expect(args)
        };
        let [alone, shared] = ["1", "3"].map(|threads| program(&["--threads", threads]));
        Reader { args, program: program(&[]), alone, shared }
    };
    commands.iter().map(reader).collect()
}

/// One object a line, whatever the line is.
pub(super) static JSON: LazyLock<Vec<Reader>> = LazyLock::new(|| {
    readers(&[
        "decode --json",
        "detect --json",
        "detect --json --framed",
        "decode --json --foreign",
        "decode --json --foreign --framed",
        "decode --json --foreign --base64",
        "check --json --as message",
        "check --json --as message --strict --framed",
        "check --json --as create-topic-request",
        "check --json --as get-topic-response",
        "check --json --as callback",
    ])
});

/// One line of output a line, or one on standard error.
pub(super) static DECODE: LazyLock<Vec<Reader>> = LazyLock::new(|| {
    readers(&["decode", "decode --foreign", "decode --foreign --framed", "decode --strict"])
});

/// What is told once all lines were seen.
pub(super) static TABLE: LazyLock<Vec<Reader>> =
    LazyLock::new(|| readers(&["detect --table", "detect --framed --table --json", "detect"]));

/// A report of many lines, or of one a finding; and counts on standard error.
pub(super) static CHECK: LazyLock<Vec<Reader>> = LazyLock::new(|| {
    readers(&[
        "check --lang en --as message",
        "check --lang zh --width 40 --as message --strict --framed",
        "check --lang en --as message --base64",
        "check --lang en --short --as message --strict --framed",
        "check --lang zh --short --as message --framed",
        "check --lang en --as get-topic-request",
        "check --lang en --short --as create-topic-response",
        "check --lang en --as query-p2p-history-response",
        "check --lang en --as callback",
        "check --lang en --sarif --as message",
    ])
});

/// Messages of every dialect whose type is inside, and whose type is not.
pub(super) static WRITE: LazyLock<Vec<Reader>> = LazyLock::new(|| {
    readers(&[
        "convert --lossy --to manual-v1",
        "convert --lossy --to java-j1 --framed --foreign",
        "convert --lossy --to ios",
        "convert --lossy --to manual-v3 --foreign",
        "convert --lossy --to webjs-w2 --framed --foreign",
    ])
});

pub(super) static ENCODE: LazyLock<Vec<Reader>> =
    LazyLock::new(|| readers(&["encode --lossy", "encode --lossy --dialect manual-v3"]));

/// Conversations, which are shown when all lines are read.
pub(super) static TALK: LazyLock<Vec<Reader>> = LazyLock::new(|| {
    readers(&["thread --from ada --to bo", "thread --json --from ada --topic 7 --biz-type TEXT"])
});
