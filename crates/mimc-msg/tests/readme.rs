//! Every line in the tables of dialects is one of the dialect beside it.
#![allow(clippy::panic, reason = "tests")]

use mimc_msg::{Codec, Dialect, Flag as _};

#[test]
fn the_tables_of_dialects_are_true() {
    for readme in ["../../README.md", "../../README.zh-CN.md", "README.md"] {
        let path = format!("{}/{readme}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect(readme);
        let mut seen = Vec::new();
        for row in text.lines().filter(|line| line.starts_with("| ")) {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let [name, .., biz_type, message] = &cells[..] else { continue };
            let Ok(dialect) = name.parse::<Dialect>() else { continue };
            let biz_type = biz_type.trim_matches(['`', '"']);
            let message = message.trim_matches('`');
            let codec = Codec::new().biz_type(biz_type).strict();
            let pinned = codec.dialect(dialect).decode(message.as_bytes());
            pinned.unwrap_or_else(|error| panic!("{readme}: {name}: {error}"));
            let detected = codec.decode(message.as_bytes()).expect(name);
            assert!(detected.fits.contains(dialect), "{readme}: {name}");
            seen.push(dialect);
        }
        assert_eq!(seen, Dialect::ALL, "{readme}: every dialect, in order");
    }
}

/// The example of the repository's READMEs is that of the crate's documentation, which is compiled.
#[test]
fn the_example_is_the_compiled_one() {
    let crate_docs = include_str!("../src/lib.rs");
    for readme in [include_str!("../../../README.md"), include_str!("../../../README.zh-CN.md")] {
        let (_, rest) = readme.split_once("```rust\n").expect("an example");
        let (example, _) = rest.split_once("```").expect("its end");
        for line in example.lines().filter(|line| !line.is_empty()) {
            assert!(crate_docs.contains(&format!("//! {line}\n")), "{line}");
        }
    }
}
