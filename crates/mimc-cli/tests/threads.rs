//! Long inputs, which several threads answer.

mod support;

use std::io::{self, BufRead as _, BufReader, Read, Write as _};

use mimc_cli::{Console, Program};
use mimc_testkit::cli::threads_change_nothing;
use proptest::collection::vec;
use proptest::prelude::*;
use support::{framed_vectors, mimc, spawn};

const TEXT: &str =
    r#"{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}"#;

/// From here on, threads are at work.
const LONG: usize = 3 << 20;

/// Every vector, bad lines among them, at several sizes of chunks.
#[test]
fn the_vectors_come_out_the_same() {
    let lines = ["accept.jsonl", "refuse.jsonl"].into_iter().flat_map(framed_vectors);
    let input = lines.flat_map(|(line, vector)| {
        let bare = vector["raw"].as_str().unwrap_or_default().replace('\n', " ");
        [line, bare, String::new()]
    });
    let input = input.collect::<Vec<_>>().join("\n");
    for chunk in [100, 5000, 1 << 16] {
        threads_change_nothing(input.as_bytes(), &[], chunk);
    }
}

fn line() -> impl Strategy<Value = String> {
    let message = |kind: &str, payload: &str| {
        format!(
            r#"{{"version":0,"msgId":"a","msgType":{kind},"timestamp":"1","payload":{payload}}}"#
        )
    };
    prop_oneof![
        Just(TEXT.to_owned()),
        "[\\PC\n]{0,30}".prop_map(move |text| message("\"TEXT\"", &format!("{text:?}"))),
        "\\PC{0,3}".prop_map(move |kind| message(&format!("{kind:?}"), "{\"a\": 1}")),
        (0..9000_usize)
            .prop_map(move |length| message("103", &format!("\"{}\"", "x".repeat(length)))),
        "[ \t\r\u{feff}]{0,3}",
        "\\PC{0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any lines, split anywhere.
    #[test]
    fn threads_change_nothing_of_any_lines(
        lines in vec(line(), 0..30),
        ends in any::<bool>(),
        pieces in vec(any::<u8>(), 0..4),
        chunk in 0_usize..3000,
    ) {
        let end = if ends { "\r\n" } else { "" };
        threads_change_nothing((lines.join("\n") + end).as_bytes(), &pieces, chunk);
    }
}

/// What has arrived is answered, however little it is and however much came before.
#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    for threads in [1, 2] {
        for before in [0, LONG / TEXT.len()] {
            let mut child = spawn(&format!("decode --json --threads {threads}"));
            let mut stdin = child.stdin.take().expect("a pipe");
            let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
            let writer = std::thread::spawn(move || {
                stdin.write_all(format!("{TEXT}\n").repeat(before).as_bytes()).expect("read");
                stdin
            });
            for _ in 0..before {
                answers.next().expect("an answer").expect("a line");
            }
            let mut stdin = writer.join().expect("the writer ends");
            for number in before + 1..before + 4 {
                stdin.write_all(format!("{TEXT}\n").as_bytes()).expect("read");
                let answer = answers.next().expect("an answer").expect("a line");
                assert!(answer.starts_with(&format!("{{\"line\":{number},")), "{answer}");
            }
            drop(stdin);
            assert!(answers.next().is_none());
            assert_eq!(child.wait().expect("mimc ends").code(), Some(0));
        }
    }
}

/// `mimc decode | head -1` ends, also where more input may come but does not.
#[test]
fn a_reader_that_leaves_ends_a_run_that_waits() {
    let mut child = spawn("decode --json --threads 2");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(format!("{TEXT}\n").repeat(LONG / TEXT.len()).as_bytes());
        // It stays open.
        stdin
    });
    stdout.read_line(&mut String::new()).expect("a line");
    drop(stdout);
    assert_eq!(child.wait().expect("mimc ends").code(), Some(0));
    drop(writer.join());
}

/// Fails behind its bytes.
struct Failing(io::Cursor<Vec<u8>>);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("the disk is gone")),
            read => Ok(read),
        }
    }
}

#[test]
fn what_was_read_before_a_failure_is_answered() {
    for threads in ["1", "2"] {
        let program = Program::parse(["mimc", "decode", "--json", "--threads", threads]);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let input = Failing(io::Cursor::new(format!("{TEXT}\n").repeat(1000).into_bytes()));
        let mut console = Console::new(input, &mut out, &mut err).in_chunks(1000);
        let code = program.expect("a command line").run(&mut console);
        drop(console);
        assert_eq!(code, 2);
        assert_eq!(String::from_utf8_lossy(&err), "mimc: reading failed: the disk is gone\n");
        assert_eq!(out.split(|&byte| byte == b'\n').count(), 1001, "{threads} threads");
    }
}

#[test]
fn a_writer_that_fails_ends_the_run() {
    struct Full(usize);

    impl io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    for room in [0, 5000, 50_000] {
        let program = Program::parse(["mimc", "decode", "--json", "--threads", "4"]);
        let mut err = Vec::new();
        let input = io::Cursor::new(format!("{TEXT}\n").repeat(10_000).into_bytes());
        let mut console = Console::new(input, Full(room), &mut err).in_chunks(1000);
        let code = program.expect("a command line").run(&mut console);
        drop(console);
        let err = String::from_utf8_lossy(&err);
        assert!(code == 2 && err.starts_with("mimc: writing failed: "), "{code}: {err}");
    }
}

/// Memory does not grow with the input, whatever the lines are, and however slowly the answers are read.
#[test]
#[cfg(target_os = "linux")]
fn memory_is_constant() {
    let lines = [TEXT.to_owned(), "x".to_owned(), TEXT.replace("hi", &"x".repeat(700_000))];
    for (args, line) in ["decode --json", "decode"]
        .into_iter()
        .flat_map(|args| lines.iter().map(move |line| (args, line)))
    {
        let mut child = spawn(&format!("{args} --threads 2"));
        let mut stdin = child.stdin.take().expect("a pipe");
        let (mut out, mut err) = (child.stdout.take(), child.stderr.take());
        let [out, err] = [
            std::thread::spawn(move || io::copy(out.as_mut().expect("a pipe"), &mut io::sink())),
            std::thread::spawn(move || io::copy(err.as_mut().expect("a pipe"), &mut io::sink())),
        ];
        let some = format!("{line}\n").repeat((1 << 20) / (line.len() + 1) + 1);
        let count = if line.len() < 10 { 2 } else { 16 };
        for _ in 0..count {
            stdin.write_all(some.as_bytes()).expect("read");
        }
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
        let status = status.expect("the status of a process");
        let kilobytes = |name: &str| -> usize {
            let value = status.lines().find_map(|line| line.strip_prefix(name)).expect(name);
            value.trim().trim_end_matches(" kB").parse().expect("a number")
        };
        // The pages of the program itself, which are many without optimisation, are none of its memory.
        let peak = kilobytes("VmHWM:").saturating_sub(kilobytes("RssFile:"));
        drop(stdin);
        child.wait().expect("mimc ends");
        out.join().expect("read").expect("read");
        err.join().expect("read").expect("read");
        assert!(peak < 14_000, "{args}: {peak} kB for lines of {} bytes", line.len());
    }
}

#[test]
fn threads_are_at_least_one() {
    for wrong in ["0", "-1", "x", "100000"] {
        assert_eq!(mimc(&format!("decode --threads {wrong}"), "").code, Some(2), "{wrong}");
    }
}
