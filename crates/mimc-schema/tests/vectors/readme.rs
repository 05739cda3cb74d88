//! The README of the vectors: its runners are the files beside it and run, its tables name every member.

use std::process::Command;

use mimc_testkit::vectors::{FILES, lines, path};
use serde_json::Value;

fn readme() -> String {
    std::fs::read_to_string(path("README.md")).expect("a README")
}

#[test]
fn the_runners_in_the_text_are_the_files() {
    for (language, file) in [("python", "run.py"), ("js", "run.mjs")] {
        let text = std::fs::read_to_string(path(file)).expect(file);
        assert!(
            readme().contains(&format!("```{language}\n{text}```\n")),
            "{file} has another text"
        );
        assert!(text.lines().count() <= 30, "{file} is too long");
    }
}

#[test]
fn the_tables_name_every_member() {
    let readme = readme();
    for document in
        mimc_schema::documents().into_iter().filter(|document| document.folder == "vectors")
    {
        let definitions = document.schema["$defs"].as_object().expect("definitions");
        for object in definitions.values().chain([&document.schema]) {
            for name in object["properties"].as_object().into_iter().flatten().map(|(name, _)| name)
            {
                assert!(readme.contains(&format!("`{name}`")), "{}: {name}", document.name);
            }
        }
    }
}

/// A decoder that knows all answers passes, and the one line that it gets wrong is named.
#[test]
fn the_runners_name_what_fails() {
    let count = FILES.into_iter().flat_map(lines).count();
    let wrong = ["", "m1-text", "e-msgid-null", "x-two-nul", "x-members", "rs-push"];
    for (program, file, oracle) in
        [("python3", "run.py", "oracle"), ("node", "run.mjs", "oracle.mjs")]
    {
        for wrong in wrong {
            let Some((told, good)) = run(program, &[&path(file), oracle], wrong) else { break };
            let failed = usize::from(!wrong.is_empty());
            let last = format!("{count} lines, {failed} failed");
            let lines: Vec<&str> =
                [wrong, &last].into_iter().filter(|line| !line.is_empty()).collect();
            assert_eq!(told.lines().collect::<Vec<_>>(), lines, "{program}");
            assert_eq!(good, failed == 0, "{program}");
        }
    }
}

/// The decoder that stands in the runners reads a little, and is told what it misses.
#[test]
fn the_trivial_decoder_fails_where_it_must() {
    let messages: Vec<Value> =
        FILES.into_iter().flat_map(lines).filter(|line| line["kind"] == "message").collect();
    for (program, file) in [("python3", "run.py"), ("node", "run.mjs")] {
        let Some((told, good)) = run(program, &[&path(file)], "") else { continue };
        let failed: Vec<&str> = told.lines().collect();
        assert!(
            !good && failed.contains(&"a1-text") && !failed.contains(&"x-two-texts"),
            "{program}"
        );
        assert!(!failed.contains(&"m1-text") && !failed.contains(&"e-msgid-null"), "{program}");
        let last = format!("{} lines, {} failed", messages.len(), failed.len() - 1);
        assert_eq!(failed.last(), Some(&&*last), "{program}");
    }
}

/// What a program prints, and whether it is content; nothing where there is no such program.
fn run(program: &str, args: &[&str], wrong: &str) -> Option<(String, bool)> {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");
    let folder = path("");
    let ran = Command::new(program)
        .args(args)
        .current_dir(here)
        .env("PYTHONPATH", here)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("VECTORS", folder.trim_end_matches('/'))
        .env("WRONG", wrong)
        .output();
    match ran {
        Ok(ran) => {
            let error = String::from_utf8_lossy(&ran.stderr).into_owned();
            assert!(error.is_empty(), "{program}: {error}");
            Some((String::from_utf8(ran.stdout).expect("text"), ran.status.success()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            println!("{program} is not there: its runner was not run");
            None
        }
        Err(error) => panic!("{program}: {error}"),
    }
}
