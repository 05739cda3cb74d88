//! Hostile arguments and lines that come in pieces, in memory.

use std::io::{BufReader, Cursor};

use mimc_cli::{Console, Lines, Program, is_unsafe};

const HOSTILE: &str = "\u{1b}[31m\u{7}\u{9b}2J\u{202e}\u{2066}\u{2028}\u{feff}\r\nerror: forged\t";

#[track_caller]
fn is_clean(text: &str) {
    assert_eq!(text.chars().find(|c| *c != '\n' && is_unsafe(*c)), None, "{text:?}");
    assert!(text.lines().all(|line| !line.starts_with("error: forged")), "{text}");
}

/// What clap says of wrong arguments quotes them.
#[test]
fn wrong_arguments_steer_nothing() {
    let option = format!("--{HOSTILE}");
    for args in [
        &[HOSTILE][..],
        &["decode", &option],
        &["decode", "a", HOSTILE],
        &["decode", "--max-line", HOSTILE],
        &["decode", "--dialect", HOSTILE],
        &["decode", "--allow-base64", HOSTILE],
        &["check", "--as", HOSTILE],
        &["new", "TEXT", "--accepted", HOSTILE],
        &["curl", HOSTILE],
        &["curl", "list-contacts", "--base", HOSTILE],
        &["schema", HOSTILE],
        &["completions", HOSTILE],
    ] {
        let args = [&["mimc"], args].concat();
        let usage = Program::parse(&args).expect_err("wrong usage");
        is_clean(&usage.to_string());
        is_clean(&usage.render().to_string());
        assert_eq!(usage.exit_code(), 2, "{args:?}");
    }
}

/// What a run says of arguments that only it can refuse.
#[test]
fn refused_arguments_steer_nothing() {
    for args in [
        &["schema", "show", HOSTILE][..],
        &["man", HOSTILE],
        &["decode", HOSTILE],
        &["new", HOSTILE, "--url", "a"],
        &["new", "TEXT", "--text", "a", "--extra", HOSTILE],
        &["new", "S", "--raw", HOSTILE],
    ] {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let program = Program::parse([&["mimc"], args].concat()).expect("a command line");
        let code = program.run(&mut Console::new(&b""[..], &mut out, &mut err));
        assert_eq!((code, out.len()), (2, 0), "{args:?}");
        let err = String::from_utf8(err).expect("UTF-8");
        assert_eq!(err.lines().count(), 1, "{err}");
        is_clean(&err);
    }
}

/// Lines are the same however their bytes arrive, and what is allocated is a line at the limit and its end.
#[test]
fn lines_do_not_depend_on_pieces() {
    let input = b"\xef\xbb\xbfab\r\n \t\nabcdefg\nabcdef\r\r\nabcdef\r\n\nab\rc\nabcdef\r";
    for limit in 0..10 {
        let read = |piece: usize| {
            let mut lines = Lines::new(BufReader::with_capacity(piece, Cursor::new(input)), limit);
            let mut found = Vec::new();
            while lines.advance().expect("memory") {
                let line = lines.line();
                found.push((line.number, line.text.map(<[u8]>::to_vec)));
                assert!(lines.allocated() <= limit + 2, "{} above {limit}", lines.allocated());
            }
            found
        };
        let whole = read(64);
        assert!((1..64).all(|piece| read(piece) == whole), "{limit}");
    }
}
