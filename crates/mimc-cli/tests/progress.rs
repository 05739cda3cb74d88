//! How far a long run is, on standard error.

use std::io::Cursor;

use mimc_cli::{Console, Program};

const TEXT: &str =
    r#"{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}"#;

/// The output and the diagnostics of a run that a terminal of 80 columns watches.
fn watched(args: &[&str], input: &str) -> (String, String) {
    let program = Program::parse([&["mimc"], args].concat()).expect("a command line");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let size = input.len() as u64;
    let console = Console::new(Cursor::new(input.to_owned().into_bytes()), &mut out, &mut err);
    let mut console = console.in_chunks(1000).watched(80, size);
    program.run(&mut console);
    drop(console);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(out), text(err))
}

/// What a terminal shows in the end: a carriage return goes back, and what comes then stands over what was there.
fn seen(err: &str) -> Vec<String> {
    let over = |line: &str| {
        let mut shown: Vec<char> = Vec::new();
        for part in line.split('\r') {
            let part: Vec<char> = part.chars().collect();
            let rest = shown.split_off(part.len().min(shown.len()));
            shown = [part, rest].concat();
        }
        String::from_iter(shown).trim_end().to_owned()
    };
    err.split('\n').map(over).collect()
}

#[test]
fn progress_comes_and_goes() {
    let input = format!("{TEXT}\n").repeat(100);
    for threads in ["1", "2"] {
        let args = ["decode", "--json", "--threads", threads];
        let (out, err) = watched(&args, &input);
        assert_eq!(out.lines().count(), 100);
        let shares: Vec<&str> =
            err.split('\r').filter_map(|line| line.split(" %").next()).collect();
        assert!(shares.contains(&" 10") && shares.contains(&"100"), "{err:?}");
        assert!(err.contains("9.1 kB of 9.1 kB  "), "{err:?}");
        assert_eq!(seen(&err), [""], "{err:?}");
        // The cursor stands where it stood.
        assert!(err.ends_with('\r'), "{err:?}");
        assert!(!err.contains(|c: char| c.is_control() && c != '\r'), "{err:?}");

        let (quiet, err) = watched(&[&args[..], &["--quiet"]].concat(), &input);
        assert_eq!((quiet, &*err), (out, ""));
    }
}

#[test]
fn complaints_stand_above_progress() {
    let input = format!("{}bad\n", format!("{TEXT}\n").repeat(20)).repeat(3);
    let (out, err) = watched(&["decode"], &input);
    assert_eq!(out.lines().count(), 60);
    let seen = seen(&err);
    assert_eq!(seen.len(), 4, "{err:?}");
    for (line, number) in seen.iter().zip([21, 42, 63]) {
        assert!(line.starts_with(&format!("line {number}: not-an-envelope: ")), "{seen:?}");
    }
    let (_, err) = watched(&["check", "--lang", "en", "--as", "message"], &input);
    let counts = ["mimc:       3 error[not-an-envelope]", "mimc: 63 checked, 3 with errors", ""];
    assert_eq!(self::seen(&err), counts, "{err:?}");
}

#[test]
fn a_document_has_no_progress() {
    assert_eq!(watched(&["decode", "--document"], TEXT).1, "");
}
