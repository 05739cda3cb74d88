//! What the program prints of an input that anybody may have written.

use serde::Deserialize;

use super::commands::{CHECK, DECODE, ENCODE, JSON, LIMIT, Reader, TABLE, TALK, WRITE};
use super::expected;
use super::runs::{Ran, is_safe, run, run_raw};

/// What every record and verdict has; other members are skipped, since serde_json reads not all numbers and depths that
/// messages may have.
#[derive(Debug, Deserialize)]
struct Record {
    line: u64,
    ok: bool,
    error: Option<Coded>,
    #[serde(default)]
    faults: Vec<Coded>,
}

#[derive(Debug, Deserialize)]
struct Coded {
    code: String,
}

impl Record {
    fn is(&self, code: &str) -> bool {
        self.error.iter().chain(&self.faults).any(|coded| coded.code == code)
    }
}

impl Ran {
    /// The lines of standard output as JSON objects, of which each is one line.
    #[track_caller]
    fn records(&self) -> Vec<Record> {
        let read =
            |line: &str| serde_json::from_str(line).unwrap_or_else(|why| panic!("{why}: {line:?}"));
        self.out.lines().map(read).collect()
    }
}

/// Whatever the input, every command gives each line its own line or object, and writes nothing that could steer a
/// terminal: `decode`, `check`, and on a terminal `convert` and `encode`. Into a pipe, these write what the messages have,
/// without a raw control character of ASCII, and say nothing unsafe.
pub fn what_is_shown_is_safe(input: &[u8], pieces: &[u8]) {
    let (marked, lines) = expected(input, LIMIT);
    let numbers: Vec<u64> = lines.iter().map(|(number, _)| *number).collect();
    let told = usize::from(marked);
    for Reader { args, program, .. } in &*JSON {
        let ran = run(program, input, pieces, false);
        is_safe(&ran.out);
        assert_eq!(ran.err.lines().count(), told, "{args}: {}", ran.err);
        let records = ran.records();
        let found: Vec<_> = records.iter().map(|record| record.line).collect();
        assert_eq!(found, numbers, "{args}");
        let all_well = records.iter().all(|record| record.ok);
        assert_eq!(ran.code, u8::from(!all_well), "{args}");
        for (record, (_, line)) in records.iter().zip(&lines) {
            assert_eq!(record.is("line-too-long"), line.is_none(), "{args}: {record:?}");
        }
        written_again(args, &ran);
        if args.starts_with("decode") {
            talked_of(&ran.out);
        }
    }
    for Reader { args, program, .. } in &*DECODE {
        let ran = run(program, input, pieces, false);
        is_safe(&ran.out);
        is_safe(&ran.err);
        let shown = ran.out.lines().count() + ran.err.lines().count();
        assert_eq!(shown, numbers.len() + told, "{args}: {}{}", ran.out, ran.err);
    }
    for Reader { args, program, .. } in &*CHECK {
        let ran = run(program, input, pieces, false);
        is_safe(&ran.out);
        is_safe(&ran.err);
        let counts =
            ran.err.lines().filter(|line| line.ends_with(']') || line.contains("--document"));
        assert_eq!(ran.err.lines().count(), told + 1 + counts.count(), "{args}: {}", ran.err);
        if args.contains("--sarif") {
            let log: serde::de::IgnoredAny = serde_json::from_str(&ran.out).expect(args);
            let _ = log;
        }
        let short = args.contains("--short");
        for line in ran.out.lines().filter(|_| short) {
            let number = line.strip_prefix("-:").and_then(|rest| rest.split(':').next());
            let number = number.and_then(|number| number.parse().ok());
            assert!(number.is_some_and(|number| numbers.contains(&number)), "{args}: {line}");
        }
    }
    for Reader { program, .. } in &*TABLE {
        let ran = run(program, input, pieces, false);
        is_safe(&ran.out);
        is_safe(&ran.err);
    }
    writers_are_safe(&WRITE, input, pieces, numbers.len());
}

/// What `decode --json` wrote, `thread` shows as safely, with a line on standard error for each that is no message.
fn talked_of(records: &str) {
    for Reader { args, program, .. } in &*TALK {
        let ran = run(program, records.as_bytes(), &[], true);
        is_safe(&ran.out);
        is_safe(&ran.err);
        assert_eq!(ran.code, u8::from(!ran.err.is_empty()), "{args}: {}", ran.err);
        assert!(ran.err.lines().count() <= records.lines().count(), "{args}: {}", ran.err);
    }
}

/// What `decode --json` wrote, `encode` writes again, as safely.
fn written_again(args: &str, decoded: &Ran) {
    if args.starts_with("decode") {
        let count = decoded.out.lines().count();
        // A record may be longer than its line.
        if decoded.out.lines().all(|line| line.len() <= LIMIT) {
            writers_are_safe(&ENCODE, decoded.out.as_bytes(), &[], count);
        }
    }
}

fn writers_are_safe(writers: &[Reader], input: &[u8], pieces: &[u8], count: usize) {
    for Reader { args, program, .. } in writers {
        let ran = run(program, input, pieces, true);
        is_safe(&ran.out);
        is_safe(&ran.err);
        assert!(ran.out.lines().count() <= count, "{args}: {}", ran.out);
        let (out, err, code) = run_raw(program, input, pieces, false);
        // Raw texts are passed on as they are.
        let lines = out.split_inclusive(|&byte| byte == b'\n').count();
        assert_eq!(lines, ran.out.lines().count(), "{args}");
        assert_eq!((code, err), (ran.code, ran.err.into_bytes()), "{args}");
        if !args.contains("foreign") && !args.starts_with("encode") {
            assert!(
                !out.iter().any(|byte| byte.is_ascii_control() && *byte != b'\n' && *byte != 0x7f),
                "{args}"
            );
        }
    }
}
