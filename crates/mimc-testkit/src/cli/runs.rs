//! Runs of the program in memory.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use mimc_cli::{Console, Program, is_unsafe};

use super::Pieces;

/// What a run gave.
#[derive(Debug)]
pub struct Ran {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// The exit status.
    pub code: u8,
}

/// Runs a command with an input that arrives in pieces, with its output on a terminal or in a pipe.
#[track_caller]
pub fn run(program: &Program, input: &[u8], pieces: &[u8], terminal: bool) -> Ran {
    let (out, err, code) = run_raw(program, input, pieces, terminal);
    Ran { out: text(out), err: text(err), code }
}

/// The same where the output may be no text.
pub(super) fn run_raw(
    program: &Program,
    input: &[u8],
    pieces: &[u8],
    terminal: bool,
) -> (Vec<u8>, Vec<u8>, u8) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let console = Console::new(Pieces::new(input, pieces), &mut out, &mut err);
    let mut console = if terminal { console.on_terminal() } else { console };
    let code = program.run(&mut console);
    drop(console);
    (out, err, code)
}

#[track_caller]
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

/// Nothing but the ends of lines could steer a terminal, and the last line is ended.
#[track_caller]
pub fn is_safe(text: &str) {
    assert_eq!(text.chars().find(|c| *c != '\n' && is_unsafe(*c)), None, "{text:?}");
    assert!(text.is_empty() || text.ends_with('\n'), "{text:?}");
}

/// Output and diagnostics of a run as a terminal would show both, and the exit status.
pub(super) fn transcript(program: &Program, input: Pieces, chunk: Option<usize>) -> (Vec<u8>, u8) {
    let shown = Shown::default();
    let console = Console::new(input, shown.clone(), shown.clone());
    let mut console = match chunk {
        Some(bytes) => console.in_chunks(bytes),
        None => console,
    };
    let code = program.run(&mut console);
    drop(console);
    (shown.0.take(), code)
}

#[derive(Clone, Default)]
struct Shown(Rc<RefCell<Vec<u8>>>);

impl Write for Shown {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
