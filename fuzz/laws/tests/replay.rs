//! Every seed and every file of the corpora holds the laws; and no target lacks its file, its corpus or its seeds.
#![allow(missing_docs)]

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use mimc_fuzz_laws::{TARGETS, seeds};

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The names of what stands in a folder, without `.rs`.
fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(fuzz().join(folder)).expect(folder);
    let names =
        entries.map(|entry| entry.expect(folder).file_name().into_string().expect("a name"));
    names.map(|name| name.trim_end_matches(".rs").to_owned()).collect()
}

fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = format!("corpus/{target}");
    let read = |name: String| {
        let path = fuzz().join(&folder).join(&name);
        (format!("{folder}/{name}"), fs::read(path).expect("a file of the corpus"))
    };
    names(&folder).into_iter().map(read).collect()
}

/// Runs a target with an input; false where a law does not hold, which is told.
fn holds(target: fn(&[u8]), name: &str, input: &[u8]) -> bool {
    let held = catch_unwind(|| target(input)).is_ok();
    if !held {
        eprintln!("{name} breaks a law: {:?}", String::from_utf8_lossy(input));
    }
    held
}

#[test]
fn the_corpora_hold_the_laws() {
    let mut broken = 0;
    for &(name, target) in TARGETS {
        let corpus = corpus(name);
        println!("{name}: {} files", corpus.len());
        assert!(!corpus.is_empty(), "{name} has no corpus");
        broken += corpus.iter().filter(|(path, input)| !holds(target, path, input)).count();
    }
    assert_eq!(broken, 0);
}

#[test]
fn the_seeds_hold_the_laws() {
    let mut broken = 0;
    for &(name, target) in TARGETS {
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "{name} has no seeds");
        broken += seeds.iter().filter(|input| !holds(target, name, input)).count();
    }
    assert_eq!(broken, 0);
}

/// With all features, the list, the files and the corpora name the same targets.
#[test]
#[cfg(all(feature = "api", feature = "schema"))]
fn nothing_is_forgotten() {
    let listed: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(listed, names("fuzz_targets"));
    assert_eq!(listed, names("corpus"));
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).expect("fuzz/Cargo.toml");
    for name in &listed {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
}
