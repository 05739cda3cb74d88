//! Hostile arguments.

use mimc_cli::{Console, Program, is_unsafe};

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

/// A file may be named anything.
#[test]
#[cfg(unix)]
fn the_name_of_a_file_steers_nothing() {
    let folder = std::env::temp_dir().join(format!("mimc-hostile-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(HOSTILE);
    std::fs::write(&path, "{}\n[\n").expect("a file");
    let path = path.to_str().expect("UTF-8");
    for command in [
        &["decode"][..],
        &["decode", "--json"],
        &["check", "--as", "message"],
        &["check", "--as", "message", "--short"],
        &["check", "--as", "message", "--sarif"],
        &["encode"],
    ] {
        let ran = super::ran(&[command, &[path]].concat(), "", true);
        is_clean(&ran.out);
        is_clean(&ran.err);
        assert_eq!(ran.code, 1, "{command:?}: {ran:?}");
        let reports = command.first() == Some(&"check") && command.len() == 3;
        assert!(reports || ran.out.lines().count() <= 2, "{command:?}: {ran:?}");
    }
    std::fs::remove_dir_all(&folder).expect("the folder");
}

/// The address of a server is ASCII: what else could hide in the line is refused, and named without being printed.
#[test]
fn a_base_hides_nothing() {
    let base = "http://a.example/\u{9b}2J\u{e0041}";
    let ran = super::ran(&["curl", "list-topics", "--app-id", "1", "--base", base], "", true);
    assert_eq!((ran.code, &*ran.out), (2, ""), "{ran:?}");
    assert!(ran.err.contains("not the address of a server"), "{}", ran.err);
    is_clean(&ran.err);
}

/// What hides or reorders text is escaped, what people write is not.
#[test]
fn what_is_unsafe() {
    let ranges = [
        '\0'..='\u{1f}',
        '\u{7f}'..='\u{9f}',
        '\u{ad}'..='\u{ad}',
        '\u{34f}'..='\u{34f}',
        '\u{61c}'..='\u{61c}',
        '\u{115f}'..='\u{1160}',
        '\u{17b4}'..='\u{17b5}',
        '\u{180b}'..='\u{180f}',
        '\u{200b}'..='\u{200b}',
        '\u{200e}'..='\u{200f}',
        '\u{2028}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{3164}'..='\u{3164}',
        '\u{fe00}'..='\u{fe0d}',
        '\u{feff}'..='\u{feff}',
        '\u{ffa0}'..='\u{ffa0}',
        '\u{fff0}'..='\u{fffb}',
        '\u{1bca0}'..='\u{1bca3}',
        '\u{1d173}'..='\u{1d17a}',
        '\u{e0000}'..='\u{e0fff}',
    ];
    for c in '\0'..=char::MAX {
        let expected = ranges.iter().any(|range| range.contains(&c));
        assert_eq!(is_unsafe(c), expected, "U+{:04X}", u32::from(c));
    }
    for text in [
        "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}",
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
        "שלום",
        "e\u{301}",
        "欢迎\u{3000}",
    ] {
        assert!(!text.chars().any(is_unsafe), "{text}");
    }
}
